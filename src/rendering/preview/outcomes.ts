import type { Id } from '../../model/organization.ts';
import type { AccessChange } from '../../planning/plan.ts';
import { isLatent } from './lines.ts';
import type { Setting } from './setting.ts';
import { constantWays, levelThrough, notesOn } from './ways.ts';

/** What one person gains, loses and keeps by a plan: `loses 36 records, 3 spaces; lowered on 1; keeps 2, by what`. */
export function outcomesFor(member: Id, changes: readonly AccessChange[], setting: Setting): string[] {
  const { statusOf, texts } = setting;
  const say = texts.preview.people;
  const byRole = changes.filter(({ resource }) => resource.type === 'organization');
  const others = changes.filter(({ resource }) => resource.type !== 'organization');
  const felt = others.filter((change) => !isLatent(change));
  const said = [...counted(felt, setting), ...kept(felt, setting), ...ofRoles(byRole, member, setting)];
  const latent = ofLatent(member, others.filter(isLatent), setting);
  if (said.length + latent.length > 0) return [...said, ...latent];
  if (statusOf(member) === 'invited') return [say.nothingYet];
  return [setting.changedElsewhere.has(member) ? say.changesBelow : say.noChange];
}

function counted(felt: readonly AccessChange[], { texts }: Setting): string[] {
  const say = texts.preview.people;
  const of = (kind: AccessChange['change']) => felt.filter(({ change }) => change === kind);
  const both = (kind: 'gained' | 'revoked') => sorts(of(kind));
  const times = (kind: 'raised' | 'lowered' | 'suspended' | 'resumed' | 'unknown') =>
    of(kind).length > 0 ? [say[kind](of(kind).length)] : [];
  return [
    ...(of('revoked').length > 0 ? [say.loses(...both('revoked'))] : []),
    ...(of('gained').length > 0 ? [say.gains(...both('gained'))] : []),
    ...times('raised'),
    ...times('lowered'),
    ...times('suspended'),
    ...times('resumed'),
    ...times('unknown'),
  ];
}

/** How many of some changes are of records, and how many of spaces. */
const sorts = (changes: readonly AccessChange[]): [number, number] => {
  const spaces = changes.filter(({ resource }) => resource.type === 'space').length;
  return [changes.length - spaces, spaces];
};

/** S7: where another way in is left. */
function kept(felt: readonly AccessChange[], { names, texts }: Setting): string[] {
  const same = felt.filter(({ change }) => change === 'path-only');
  if (same.length === 0) return [];
  const ways = new Set(same.flatMap((change) => constantWays(change, names, texts)));
  return [texts.preview.people.keeps(same.length, [...ways].slice(0, 3))];
}

function ofRoles(byRole: readonly AccessChange[], member: Id, { statusOf, texts }: Setting): string[] {
  const say = texts.preview.people;
  return byRole.flatMap(({ change, after, count = null }) => {
    if (change === 'gained') return [say.roleOpens(count)];
    if (change === 'revoked') return [say.roleCloses(count)];
    return after.paths.length > 0 ? [say.roleLater(statusOf(member) === 'invited' ? 'invited' : 'inactive')] : [];
  });
}

/** S8, O12: what somebody who isn't active will have, or would have had. */
function ofLatent(member: Id, latent: readonly AccessChange[], { statusOf, texts }: Setting): string[] {
  const say = texts.preview.people;
  const status = statusOf(member);
  if (status === 'active' || latent.length === 0) return [];
  const comes = latent.filter(({ after }) => levelThrough(after, 'inactive') !== 'none');
  const goes = latent.filter((change) => !comes.includes(change));
  return [
    ...(comes.length > 0 ? [say.onceActive(status, ...sorts(comes))] : []),
    ...(goes.length > 0 ? [say.noLonger(status, ...sorts(goes))] : []),
  ];
}

/** A few changes are each spelled out: the resource, the levels, and what is left another way. */
export function smallLines(changes: readonly AccessChange[], { names, texts }: Setting): string[] {
  const say = texts.preview;
  return changes
    .filter((change) => change.resource.type !== 'organization')
    .map((change) => {
      const { before, after, resource } = change;
      const shown = isLatent(change)
        ? [levelThrough(before, 'inactive'), levelThrough(after, 'inactive')]
        : [before.level, after.level];
      const [was, is] = shown.map((level) => say.level(level ?? 'none')) as [string, string];
      const levels = was === is ? was : say.people.change(was, is);
      const when = isLatent(change) ? say.people.ifActive(levels) : levels;
      return [`${names.number(resource)}  ${when}`, ...notesOn(change, names, texts)].join('; ');
    });
}
