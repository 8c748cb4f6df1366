import type { Texts } from '../../texts/index.ts';
import { ends, plain } from '../layout.ts';
import type { Scene } from '../scene.ts';
import type { Names } from './names.ts';
import type { Setting } from './setting.ts';

/** The first line of every preview and report: what, on whose behalf, and where. */
export function heading(scene: Scene, { texts, names, width }: Setting): string {
  const { plan, command, target } = scene;
  const say = texts.preview;
  const unseen = plan.steps.map(({ detail }) => detail['count']).filter((count) => typeof count === 'number');
  const resources =
    new Set(plan.steps.map((step) => step.target.id)).size + unseen.reduce((sum, count) => sum + count - 1, 0);
  const what = say.heading[command]?.(resources) ?? command;
  const organization = plain(target.organization);
  const where = target.sandbox ? say.sandbox(organization) : organization;
  return ends(what + onBehalf(), where, width);

  function onBehalf(): string {
    const { actor } = scene;
    const sent = sentBy(scene, names, texts);
    if (sent) return actor.actingAs === null ? sent : sent + say.transfer.acting(plain(actor.name));
    if (actor.actingAs === null) return say.asMember(plain(actor.name));
    const actors = [...new Set(plan.steps.map((step) => step.intent.actor))].map((id) => names.member(id));
    if (actor.actingAs === 'owner') return (say.asOwnerOf[command] ?? say.asOwner)(actors);
    return say.actingFor(actors[0] ?? plain(actor.actingAs), plain(actor.name));
  }
}

/** T16: in which capacity transfers are sent, and by whom; null where nothing is. */
function sentBy({ plan: { steps } }: Scene, names: Names, { preview }: Texts): string | null {
  const say = preview.transfer;
  const sent = steps.filter(({ action, detail }) => action.startsWith('transfer.send') && detail['capacity']);
  const senders = [...new Set(sent.map(({ intent }) => intent.actor))].map((id) => names.member(id));
  const [only = ''] = senders;
  const capacities = new Set(sent.map(({ detail }) => detail['capacity']));
  if (sent.length === 0 || capacities.size > 1) return null;
  if (capacities.has('coordinator')) return say.sentByCoordinator(only);
  return senders.length === 1 ? say.sentByOwner(only, sent.length) : say.sentByOwners;
}
