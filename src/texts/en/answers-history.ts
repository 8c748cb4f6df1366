import type { Level } from '../levels.ts';
import { moment } from './dates.ts';
import { preview } from './preview.ts';

/** What answers about the past of an access say: who did what, when. */
export const historyAnswers = {
  historyForbidden: 'its history is for its owner, members with full access, and administrators',
  historyAsOwner: 'add --as owner to ask as its owner',
  historyInPart:
    'Of a member or a team you are shown what concerns records you own or have full access to; the rest is for administrators.',
  noHistory: 'Nothing has been taken down.',
  at: moment,
  who: (actor: string, actingFor: string | null) => (actingFor ? `${actor} for ${actingFor}` : actor),
  teamNamed: (name: string) => `team ${name}`,
  action: {
    'share.set': (of: string) => `shared${of}`,
    'share.remove': () => 'ended a share',
    'share.leave': () => 'left the record',
    'record.archive': () => 'archived',
    'record.reactivate': () => 'reactivated',
    'transfer.send': () => 'sent a transfer',
    'transfer.accept': () => 'accepted a transfer',
    'transfer.decline': () => 'declined a transfer',
    'transfer.cancel': () => 'cancelled a transfer',
    'transfer.reassign': () => 'sent a transfer to somebody else',
    'space.create': () => 'created the space',
    'space.share': (of: string) => `added to the space${of}`,
    'space.unshare': () => 'took out of the space',
    'team.create': () => 'created the team',
    'team.rename': () => 'renamed the team',
    'team.delete': () => 'deleted the team',
    'team.add': () => 'added to the team',
    'team.remove': () => 'took out of the team',
    'member.invite': () => 'invited',
    'member.revoke': () => 'revoked',
    'member.restore': () => 'restored',
    'member.set-roles': () => 'set roles',
    'member.assign-schools': () => 'assigned schools',
  } as Readonly<Record<string, (level: string) => string>>,
  actionLevel: (of: Level) => ` (${preview.level(of)})`,
};
