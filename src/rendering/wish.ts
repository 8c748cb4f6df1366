import type { Directory } from '../model/directory.ts';
import type { ResolvedIntent } from '../model/intents/index.ts';
import type { Grantee, Id } from '../model/organization.ts';
import { NEW } from '../model/references.ts';
import { shellCommand } from './answers/shell.ts';

/** The words of a command that wants what an intent does; null where there is no such command. */
type Words = readonly string[] | null;

/**
 * The command somebody would run to have what is wanted, in numbers and e-mails: `psyctl record share R-1 --with …`. Where
 * `as` says so, on behalf of whoever wants it. Null where no command says it.
 */
export function commandFor(wish: ResolvedIntent, directory: Directory, as: boolean): string | null {
  const words = wordsOf(wish, callerOf(directory));
  const email = directory.members.get(wish.actor)?.email;
  return words && shellCommand('psyctl', ...words, ...(as && email !== undefined ? ['--as', email] : []));
}

interface Caller {
  record(id: Id): string;
  member(id: Id): string;
  team(id: Id): string;
  grantee(grantee: Grantee): string;
}

function callerOf({ records, members, teams }: Directory): Caller {
  const member = (id: Id) => members.get(id)?.email ?? id.replace(NEW, '');
  const team = (id: Id) => teams.get(id)?.name ?? id.replace(NEW, '');
  return {
    record: (id) => records.get(id)?.number ?? id,
    member,
    team,
    grantee: ({ type, id }) => (type === 'team' ? `team:${team(id)}` : member(id)),
  };
}

function wordsOf(wish: ResolvedIntent, of: Caller): Words {
  switch (wish.action) {
    case 'share.set':
      return [
        ...['record', 'share', of.record(wish.record), '--with', of.grantee(wish.grantee), '--access', wish.level],
        ...(wish.requireApproval ? ['--require-approval'] : []),
      ];
    case 'share.remove':
      return ['record', 'unshare', of.record(wish.record), '--from', of.grantee(wish.grantee)];
    case 'share.leave':
    case 'record.archive':
    case 'record.reactivate':
      return ['record', VERBS[wish.action], of.record(wish.record)];
    case 'space.share':
      return [
        ...['space', 'share', wish.space, '--with', of.grantee(wish.grantee)],
        ...(wish.level === null ? [] : ['--access', wish.level]),
      ];
    case 'space.unshare':
      return ['space', 'unshare', wish.space, '--from', of.grantee(wish.grantee)];
    case 'transfer.send':
      return [
        ...['record', 'transfer', of.record(wish.record), '--to', of.member(wish.to)],
        ...(wish.include.length > 0 ? ['--include', wish.include.join(',')] : []),
        ...(wish.keepCopy ? ['--keep-copy'] : []),
      ];
    case 'transfer.cancel':
      return ['transfer', 'cancel', of.record(wish.transfer)];
    case 'transfer.reassign':
      return ['transfer', 'reassign', of.record(wish.transfer), '--to', of.member(wish.to)];
    default:
      return peopleWords(wish, of);
  }
}

const VERBS = { 'share.leave': 'leave', 'record.archive': 'archive', 'record.reactivate': 'reactivate' } as const;

function peopleWords(wish: ResolvedIntent, of: Caller): Words {
  switch (wish.action) {
    case 'team.create':
      return ['team', 'create', wish.name];
    case 'team.rename':
      return ['team', 'rename', of.team(wish.team), wish.name];
    case 'team.delete':
      return ['team', 'delete', of.team(wish.team)];
    case 'team.add':
    case 'team.remove':
      return ['team', wish.action.slice('team.'.length), of.team(wish.team), of.member(wish.member)];
    case 'member.invite':
      return ['member', 'invite', wish.email, ...wish.roles.flatMap((role) => ['--role', role])];
    case 'member.cancel-invitation':
    case 'member.revoke':
    case 'member.restore':
      return ['member', wish.action.slice('member.'.length), of.member(wish.member)];
    default:
      return null;
  }
}
