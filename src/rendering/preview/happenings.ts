import type { Id } from '../../model/organization.ts';
import type { AccessChange, DetailValue, Step } from '../../planning/plan.ts';
import type { Setting } from './setting.ts';

/** What becomes of teams themselves, a line each. */
export function teamLines(changing: readonly Step[], { names, texts: { preview: say } }: Setting): string[] {
  return changing.flatMap(({ action, target, detail }) => {
    const team = names.team(target.id);
    if (action === 'team.create') return [`  ${say.people.happens.created(team)}`];
    if (action === 'team.rename') return [`  ${say.people.happens.renamed(team, String(detail['name']))}`];
    return action === 'team.delete' ? [`  ${say.people.happens.deleted(team, names.teamSize(target.id))}`] : [];
  });
}

/** What happens to one person: what their rows say, and the teams that are deleted under them. */
export function happeningsTo(
  member: Id,
  changes: readonly AccessChange[],
  changing: readonly Step[],
  setting: Setting,
): string[] {
  const say = setting.texts.preview.people.happens;
  const own = changing.filter(({ target, subject }) => target.id === member || subject?.id === member);
  const rows = new Set(changes.flatMap((change) => change.rows));
  const deleted = changing.filter(({ action, row }) => action === 'team.delete' && rows.has(row));
  return [
    ...own.map((step) => happening(step, setting)),
    ...deleted.map(({ target }) => say.loses(setting.names.team(target.id))),
  ];
}

function happening({ action, target, subject, detail, intent }: Step, { names, statusOf, texts }: Setting): string {
  const say = texts.preview.people.happens;
  switch (action) {
    case 'team.add':
      return say.joins(names.team(target.id));
    case 'team.remove':
      return say.leaves(names.team(target.id));
    case 'member.invite':
      return intent.action === 'member.invite' && !target.id.startsWith('new:')
        ? say.again
        : say.invited(list(detail['roles']), list(detail['teams']));
    case 'member.cancel-invitation':
      return say.cancelled;
    case 'member.revoke':
      return statusOf(target.id) === 'invited' ? say.cancelled : say.revoked;
    case 'member.restore':
      return say.restored;
    case 'member.set-roles':
      return say.roles(list(detail['roles']), list(detail['before']));
    case 'member.assign-schools':
      return say.schools(list(detail['schools']), list(detail['before']));
    default:
      return subject ? names.grantee(subject) : action;
  }
}

const list = (value: DetailValue | undefined): readonly string[] => (Array.isArray(value) ? value : []);
