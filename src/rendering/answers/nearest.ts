import { atLeast, compareLevels, highest } from '../../model/levels.ts';
import type { Texts } from '../../texts/index.ts';
import { plain } from '../layout.ts';
import { nameOf } from './access-view.ts';
import { asOwner } from './behalf.ts';
import type { Explained, Remedy } from './explained.ts';
import { shellCommand } from './shell.ts';

/**
 * What would let somebody in who can't open a thing, in order of least effect: what comes back by itself, a share of
 * their own, a team that has one. Empty where they can open it, or it isn't known whether.
 */
export function nearestOf(explained: Explained, texts: Texts): Remedy[] {
  const { level } = explained;
  if (level === null || level === 'member' || atLeast(level, 'read')) return [];
  if (explained.resource.status === 'deleted') return [told(texts.answers.access.nearest.deleted)];
  return [...returning(explained, texts), ...sharing(explained, texts), ...joining(explained, texts)];
}

const told = (does: string): Remedy => ({ command: null, does });

/** O5, T4: what somebody has already and can't use now. */
function returning({ member, paths }: Explained, texts: Texts): Remedy[] {
  const say = texts.answers.access.nearest;
  const name = nameOf(member);
  if (member.status !== 'active') return [told(member.status === 'invited' ? say.accept(name) : say.restore(name))];
  const suspended = paths.filter((path) => path.state === 'suspended');
  return suspended.length > 0 ? [told(say.transferEnds(highest(suspended.map((path) => path.level))))] : [];
}

/** S1, S8: only an active member is shared with; T14, R5: only an active record that waits for no transfer. */
function sharing(explained: Explained, texts: Texts): Remedy[] {
  const { member, resource, paths } = explained;
  const say = texts.answers.access.nearest;
  const shares = paths.some((path) => path.kind === 'share');
  if (member.status !== 'active' || shares) return [];
  if (resource.type === 'space') return [inSpace(explained, texts)];
  if (resource.pending !== null) return [told(say.shareLater)];
  if (resource.status === 'archived') return [told(say.shareArchived)];
  const behalf = asOwner(explained);
  const { close } = texts.answers.access;
  const does = say.share(nameOf(member));
  if (behalf === null && resource.owner && resource.owner.status !== 'active')
    return [told(texts.general.about(does, close.ownerInactive.record))];
  const words = ['record', 'share', resource.name, '--with', member.email, '--access', 'read', ...(behalf ?? [])];
  return [
    { command: shellCommand('psyctl', ...words), does: behalf === null ? `${does} (${close.forOwner.record})` : does },
  ];
}

/** C1, C2: in a space by a share of their own, with the least level there is. */
function inSpace(explained: Explained, texts: Texts): Remedy {
  const { member, resource } = explained;
  const behalf = asOwner(explained);
  const does = texts.answers.access.nearest.spaceShare(nameOf(member));
  // Whether it has levels isn't seen by everybody.
  if (resource.kind === null || behalf === null) return told(does);
  const level = resource.kind === 'multi' ? ['--access', 'read'] : [];
  return {
    command: shellCommand('psyctl', 'space', 'share', resource.name, '--with', member.email, ...level, ...behalf),
    does,
  };
}

/** O7: a team's shares are those of whoever joins it. */
function joining({ member, resource, teams, onceActive }: Explained, texts: Texts): Remedy[] {
  // T4: an owner's pending transfer cuts off who joins, too. Whoever has something once restored needs no team.
  const returns = onceActive !== null && onceActive !== 'none';
  if (resource.pending === 'owner' || returns) return [];
  const say = texts.answers.access.nearest;
  return teams
    .filter((team) => !team.holds)
    .sort((a, b) => compareLevels(a.level, b.level) || a.people - b.people)
    .map((team) => told(say.team(nameOf(member), plain(team.name), team.people, team.level)));
}
