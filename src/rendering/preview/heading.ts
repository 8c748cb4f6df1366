import { ends, plain } from '../layout.ts';
import type { Scene } from '../scene.ts';
import type { Setting } from './setting.ts';

/** The first line of every preview and report: what, on whose behalf, and where. */
export function heading(scene: Scene, { texts, names, width }: Setting): string {
  const { plan, command, target } = scene;
  const say = texts.preview;
  const resources = new Set(plan.steps.map((step) => step.target.id)).size;
  const what = say.heading[command]?.(resources) ?? command;
  const organization = plain(target.organization);
  const where = target.sandbox ? say.sandbox(organization) : organization;
  return ends(what + onBehalf(), where, width);

  function onBehalf(): string {
    const { actor } = scene;
    if (actor.actingAs === null) return say.asMember(plain(actor.name));
    const actors = [...new Set(plan.steps.map((step) => step.intent.actor))].map((id) => names.member(id));
    if (actor.actingAs === 'owner') return (say.asOwnerOf[command] ?? say.asOwner)(actors);
    return say.actingFor(actors[0] ?? plain(actor.actingAs), plain(actor.name));
  }
}
