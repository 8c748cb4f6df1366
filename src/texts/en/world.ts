import type { WorldFault, WorldProblem, WorldThing } from '../../failures/world.ts';

const THINGS: { readonly [T in WorldThing]: string } = {
  member: 'member',
  'member-or-team': 'member or team',
  team: 'team',
  profile: 'profile',
  record: 'record',
  school: 'school',
  role: 'role',
  email: 'e-mail',
  id: 'id',
  token: 'token',
  grantee: 'grantee',
  'pending-transfer': 'record’s pending transfer',
  copy: 'copy',
  inclusion: 'choice',
};

type Sentences = { readonly [F in WorldFault['fault']]: (fault: Extract<WorldFault, { fault: F }>) => string };

/** What may be wrong with a world file. */
const faults: Sentences = {
  unknown: ({ what, name }) => `there is no ${THINGS[what]} ${name}`,
  repeated: ({ what, first }) => `this ${THINGS[what]} is already at ${first}`,
  'only-invited': ({ name }) => `${name} is only invited`,
  seats: ({ seats, used }) => `there are ${seats} seats for ${used} invited and active members`,
  'free-trial': ({ most, records }) => `a free trial holds ${most} client files, not ${records}`,
  'not-transferred': ({ status }) => `a record that is ${status} is not transferred`,
  syntax: ({ problem }) => problem,
  schema: ({ problem }) => problem,
  'no-administrator': () => 'there is no active administrator',
  'manager-elsewhere': () => 'only an educational organization has managers',
  'multi-without-profile': () => 'a multi-space is created from a profile',
  'multi-from-record': () => 'a multi-space is created from a profile, not from a record',
  'multi-without-level': () => 'a multi-space is shared with a level',
  'collaborative-with-level': () => 'a collaborative space has no levels',
  'shared-with-owner': () => 'a record is not shared with its owner',
  'approval-on-read': () => 'approval can’t be required with read',
  'approval-of-team': () => 'approval can’t be required of a team',
  'sent-to-owner': () => 'a record is not transferred to its owner',
  'owner-sends-as-owner': () => 'the owner sends as owner',
  'others-send-as-coordinator': () => 'only the owner sends as owner',
};

/** One thing that is wrong with a world: where, what, and the rule it breaks. */
export function sayWorldProblem(problem: WorldProblem): string {
  const said = (faults[problem.fault] as (fault: WorldFault) => string)(problem);
  return `${problem.path ? `${problem.path}: ` : ''}${said}${problem.rule ? ` (${problem.rule})` : ''}`;
}
