import { highest } from '../../model/levels.ts';
import type { Texts } from '../../texts/index.ts';
import { plain } from '../layout.ts';
import { nameOf, type WayIn } from './access-view.ts';
import { asAsker, asOwner } from './behalf.ts';
import type { Explained, Remedy } from './explained.ts';
import { shellCommand } from './shell.ts';

/** What would close each way in that works; who has several keeps what the others give (S7). */
export const closesOf = (explained: Explained, texts: Texts): Remedy[] =>
  working(explained).flatMap((path) => closing(path, explained, texts));

const working = ({ paths }: Explained) => paths.filter((path) => path.state === 'active');

/** S7: what the other ways in still give; empty where nothing is left. */
function remaining(path: WayIn, explained: Explained, { answers }: Texts): string {
  const rest = highest(working(explained).flatMap((other) => (other === path ? [] : other.level)));
  return rest === 'none' ? '' : answers.access.close.remains(rest);
}

function closing(path: WayIn, explained: Explained, texts: Texts): Remedy[] {
  const say = texts.answers.access.close;
  const name = nameOf(explained.member);
  switch (path.kind) {
    case 'share':
      return [endShare(path, explained, texts)];
    case 'team':
      return throughTeam(path, explained, texts);
    case 'coordinator':
    case 'manager':
      return [told(say[path.kind](name))];
    default:
      return [told(say[path.kind])];
  }
}

const told = (does: string): Remedy => ({ command: null, does });

function endShare(path: WayIn, explained: Explained, texts: Texts): Remedy {
  const { member, resource, asker } = explained;
  const say = texts.answers.access.close;
  // S6: one's own share is one's own to give back.
  if (asker.id === member.id && !asker.controls) {
    return {
      command: shellCommand('psyctl', resource.type, 'leave', resource.name, ...asAsker(explained)),
      does: say.leave[resource.type](path.level) + remaining(path, explained, texts),
    };
  }
  const does = say.share[resource.type](nameOf(member), path.level) + remaining(path, explained, texts);
  return unshare(member.email, does, explained, texts);
}

function throughTeam(path: WayIn, explained: Explained, texts: Texts): Remedy[] {
  const say = texts.answers.access.close;
  const team = path.via ?? '';
  const people = explained.teams.find((one) => one.name === team)?.people ?? 0;
  const leaving = told(say.leaveTeam(nameOf(explained.member), plain(team)));
  const does = say.team[explained.resource.type](plain(team), people) + remaining(path, explained, texts);
  return [unshare(`team:${team}`, does, explained, texts), leaving];
}

function unshare(from: string, does: string, explained: Explained, texts: Texts): Remedy {
  const say = texts.answers.access.close;
  const behalf = asOwner(explained);
  const { resource } = explained;
  if (behalf === null && resource.owner && resource.owner.status !== 'active')
    return told(texts.general.about(does, say.ownerInactive[resource.type]));
  const command = shellCommand('psyctl', resource.type, 'unshare', resource.name, '--from', from, ...(behalf ?? []));
  return { command, does: behalf === null ? `${does} (${say.forOwner[resource.type]})` : does };
}
