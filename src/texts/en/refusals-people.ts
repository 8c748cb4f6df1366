import type { Said } from './said.ts';
import { listed } from './words.ts';

interface Whom {
  readonly members: readonly string[];
}

const MOST = 3;
const could = (members: readonly string[]): string => {
  if (members.length === 0) return 'ask an administrator';
  return `${listed(members.slice(0, MOST), 'or')} can${members.length > MOST ? ', and other administrators' : ''}`;
};

/** What is said of a row about a member or a team that a rule refuses. */
export const refusalsOfPeople = {
  'teams-by-administrators': ({ members }: Whom): Said => ({
    message: 'only administrators change teams and who is in them',
    hint: could(members),
  }),
  'members-by-administrators': ({ members }: Whom): Said => ({
    message: 'only administrators invite, revoke and restore members, and set their roles',
    hint: could(members),
  }),
  'may-not-assign': ({ members }: Whom): Said => ({
    message: 'schools are assigned by administrators, coordinators, and managers who hold them',
    hint: could(members),
  }),
  'schools-not-held': ({ schools }: { readonly schools: readonly string[] }): Said => ({
    message: `a manager adds and removes only the schools they hold, and ${listed(schools)} is none of yours`,
    hint: 'ask an administrator or a coordinator',
  }),
  'manager-elsewhere': (): Said => ({
    message: 'only an educational organization has managers',
    hint: 'give another role',
  }),
  'no-role-left': (): Said => ({
    message: 'a member has at least one role',
    hint: 'to take their access away: psyctl member revoke',
  }),
  'last-administrators': ({ rows }: { readonly rows: number }): Said => ({
    message:
      rows > 1
        ? 'together these rows would leave nobody to administer the organization'
        : 'this is the last active administrator, and an organization always has one',
    hint: 'make somebody else an administrator first: psyctl member set-roles MEMBER --add administrator',
  }),
  'no-seat': ({ limit }: { readonly limit: number }): Said => ({
    message: `no seat is left: all ${limit} are taken by invited and active members`,
    hint: 'revoking a member or cancelling an invitation frees one',
  }),
  'restore-instead': (): Said => ({
    message: 'they are a member whose access was revoked: they are restored, not invited',
    hint: 'psyctl member restore brings back what was theirs',
  }),
  'not-invited': (): Said => ({
    message: 'they are an active member: there is no invitation to cancel',
    hint: 'psyctl member revoke takes their access away',
  }),
  'restore-invited': (): Said => ({
    message: 'they have not accepted their invitation yet: there is nothing to restore',
    hint: 'psyctl member invite --resend writes to them again',
  }),
  'not-created': (): Said => ({
    message: 'what this row is about would have been made by another row, which is refused',
    hint: 'mend that row first',
  }),
};
