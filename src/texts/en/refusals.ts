import { refusalsOfPeople } from './refusals-people.ts';
import { refusalsOfSpaces } from './refusals-spaces.ts';
import { refusalsOfTransfers } from './refusals-transfers.ts';
import type { Said } from './said.ts';

const acting = (couldActAs: boolean, without: string) =>
  couldActAs ? 'your token may act for them: add --as owner' : without;

/** What is said of a row that a rule refuses: why, and what would help. Never a name. */
export const refusals = {
  ...refusalsOfTransfers,
  'not-seen': ({ couldActAs }: { couldActAs: boolean }): Said => ({
    message: 'you see too little of this record to change who shares it',
    hint: acting(couldActAs, 'ask its owner'),
  }),
  'not-allowed': ({ couldActAs }: { couldActAs: boolean }): Said => ({
    message: 'only the owner, or a member with full access, may change who shares it',
    hint: acting(couldActAs, 'ask its owner'),
  }),
  'owner-inactive': (): Said => ({
    message: 'its owner is not active, and nobody can act for somebody who isn’t',
    hint: 'a coordinator can transfer the record, or an administrator restore its owner',
  }),
  suspended: (): Said => ({
    message: 'a pending transfer has cut the collaborators of this record off',
    hint: 'it ends when the transfer is accepted, declined or cancelled',
  }),
  'transfer-pending': (): Said => ({
    message: 'a transfer of this record is pending: no share can be added or changed',
    hint: 'wait until it is accepted, or cancel it',
  }),
  'transfer-pending-archive': (): Said => ({
    message: 'a transfer of this record is pending: it can’t be archived',
    hint: 'wait until it is accepted, or cancel it',
  }),
  'may-not-archive': ({ couldActAs }: { couldActAs: boolean }): Said => ({
    message:
      'only the owner of a record archives and reactivates it, and, unless it is confidential, a coordinator or a ' +
      'manager of its school',
    hint: acting(couldActAs, 'ask its owner'),
  }),
  'record-archived': (): Said => ({
    message: 'the record is archived: its shares can be removed, not added or changed',
    hint: 'its owner or a coordinator can reactivate it',
  }),
  'record-deleted': (): Said => ({
    message: 'the record is deleted, and open to its owner alone',
    hint: 'restore it first',
  }),
  'grantee-is-owner': (): Said => ({
    message: 'this is the record’s owner, who has it anyway',
    hint: 'take the row out',
  }),
  'grantee-not-active': ({ status }: { status: string }): Said => ({
    message: status === 'invited' ? 'they have not accepted their invitation yet' : 'they are not an active member',
    hint:
      status === 'invited'
        ? 'share it once they have, or with a team they are in'
        : 'an administrator can restore them first',
  }),
  'approval-on-read': (): Said => ({
    message: 'approval can’t be required of somebody who only reads',
    hint: 'give write or full, or leave approval out',
  }),
  'approval-of-team': (): Said => ({
    message: 'approval can’t be required of a team',
    hint: 'share with its members one by one, or leave approval out',
  }),
  'owner-cannot-leave': (): Said => ({
    message: 'its owner can’t leave a record',
    hint: 'transfer it instead',
  }),
  'held-through-team': ({ teams }: { teams: readonly string[] }): Said => ({
    message: `it is shared through the team ${teams.join(', ')}, and left by leaving the team`,
    hint: 'an administrator changes who is in a team',
  }),
  ...refusalsOfSpaces,
  ...refusalsOfPeople,
};
