import type { ActionName, ResolvedIntent, ResolvedOf } from '../../model/intents/index.ts';
import type { Grantee, Id, Member, Role, State } from '../../model/organization.ts';
import { NEW } from '../../model/references.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { entryOf } from '../actions/on-space.ts';
import { shareOf } from '../actions/sharing.ts';
import type { Step } from '../plan.ts';

type Inverse<Name extends ActionName> = (
  intent: ResolvedOf<Name>,
  before: Snapshot,
  step: Step,
) => readonly ResolvedIntent[];

/** What puts back what a transfer's row did goes by what became of the transfer since: `transfers.ts`. */
type Simple = Exclude<ActionName, `transfer.${string}`>;

/**
 * For each kind of change what undoes it, wanted by whoever did it: worked out of the snapshot the run's own plan was made
 * from. Empty where nothing does. Ids are the plan's: of what the run made, those that begin with `NEW`.
 */
const INVERSES: { readonly [Name in Simple]: Inverse<Name> } = {
  'record.archive': ({ row, actor, record }) => [{ action: 'record.reactivate', row, actor, record }],
  'record.reactivate': ({ row, actor, record }) => [{ action: 'record.archive', row, actor, record }],
  'share.set': (intent, { state }) => [sharedAsBefore(intent, intent.grantee, state)],
  'share.remove': (intent, { state }) => [sharedAsBefore(intent, intent.grantee, state)],
  'share.leave': (intent, { state }) => [sharedAsBefore(intent, { type: 'member', id: intent.actor }, state)],
  // The contract knows no way to be rid of a space: what it was shared with is undone row by row.
  'space.create': () => [],
  'space.share': (intent, { state }) => [inSpaceAsBefore(intent, intent.grantee, state)],
  'space.unshare': (intent, { state }) => [inSpaceAsBefore(intent, intent.grantee, state)],
  'space.leave': (intent, { state }) => [inSpaceAsBefore(intent, { type: 'member', id: intent.actor }, state)],
  'team.create': ({ row, actor, team }) => [{ action: 'team.delete', row, actor, team }],
  'team.rename': ({ row, actor, team }, { state }) => {
    const name = state.teams.get(team)?.name;
    return name === undefined ? [] : [{ action: 'team.rename', row, actor, team, name }];
  },
  'team.delete': teamAgain,
  'team.add': ({ row, actor, team, member }) => [{ action: 'team.remove', row, actor, team, member }],
  'team.remove': ({ row, actor, team, member }) => [{ action: 'team.add', row, actor, team, member }],
  // N4: of somebody who was invited already there is nothing but another e-mail.
  'member.invite': ({ row, actor, member }) =>
    member.startsWith(NEW) ? [{ action: 'member.cancel-invitation', row, actor, member }] : [],
  'member.cancel-invitation': invitedAgain,
  'member.revoke': (intent, before) =>
    before.state.members.get(intent.member)?.status === 'invited'
      ? invitedAgain(intent, before)
      : [{ action: 'member.restore', row: intent.row, actor: intent.actor, member: intent.member }],
  'member.restore': ({ row, actor, member }) => [{ action: 'member.revoke', row, actor, member }],
  // Only what the row itself gave and took: what others changed since stays.
  'member.set-roles': ({ row, actor, member }, _, { detail }) => [
    { action: 'member.set-roles', row, actor, member, ...backFrom(detail['before'], detail['roles'], isRole) },
  ],
  'member.assign-schools': ({ row, actor, member }, _, { detail }) => [
    { action: 'member.assign-schools', row, actor, member, ...backFrom(detail['before'], detail['schools'], isText) },
  ],
};

/** What undoes a step of a run, but for transfers; `before` is what its plan was made from. */
export function inverseOf(step: Step, before: Snapshot): readonly ResolvedIntent[] {
  const inverse = (INVERSES as Partial<Record<ActionName, Inverse<never>>>)[step.action];
  return inverse?.(step.intent as never, before, step) ?? [];
}

interface OnRecord {
  readonly row: number;
  readonly actor: Id;
  readonly record: Id;
}

function sharedAsBefore({ row, actor, record: id }: OnRecord, grantee: Grantee, { records }: State): ResolvedIntent {
  const record = records.get(id);
  const held = record && shareOf(record, grantee);
  if (!held) return { action: 'share.remove', row, actor, record: id, grantee };
  const { level, requireApproval } = held;
  return { action: 'share.set', row, actor, record: id, grantee, level, requireApproval };
}

interface OnSpace {
  readonly row: number;
  readonly actor: Id;
  readonly space: Id;
}

function inSpaceAsBefore({ row, actor, space: id }: OnSpace, grantee: Grantee, { spaces }: State): ResolvedIntent {
  const space = spaces.get(id);
  const held = space && entryOf(space, grantee);
  if (!held) return { action: 'space.unshare', row, actor, space: id, grantee };
  return { action: 'space.share', row, actor, space: id, grantee, level: held.level };
}

/** O7: the team and who was in it; what it had been given is gone. */
function teamAgain({ row, actor, team: id }: ResolvedOf<'team.delete'>, { state }: Snapshot): ResolvedIntent[] {
  const known = state.teams.get(id);
  if (!known) return [];
  const team = NEW + known.name;
  return [
    { action: 'team.create', row, actor, team, name: known.name },
    ...[...known.members].map((member): ResolvedIntent => ({ action: 'team.add', row, actor, team, member })),
  ];
}

/** O12: whoever's invitation was cancelled left altogether: they are invited anew, as they had been. */
function invitedAgain(
  { row, actor, member: id }: { readonly row: number; readonly actor: Id; readonly member: Id },
  { state }: Snapshot,
): ResolvedIntent[] {
  const member = state.members.get(id);
  if (!member) return [];
  const { email, roles, schools } = member;
  const teams = teamsOf(member, state);
  const invited = { member: NEW + email.toLowerCase(), email, roles, schools, teams };
  return [{ action: 'member.invite', row, actor, ...invited, resend: false, fillSeats: false }];
}

const teamsOf = ({ id }: Member, { teams }: State): Id[] =>
  [...teams.values()].filter(({ members }) => members.has(id)).map((team) => team.id);

function backFrom<Value>(before: unknown, after: unknown, is: (value: unknown) => value is Value) {
  const [was, became] = [before, after].map((values) => (Array.isArray(values) ? values.filter(is) : []));
  const only = (one: readonly Value[] = [], other: readonly Value[] = []) =>
    one.filter((value) => !other.includes(value));
  return { set: null, add: only(was, became), remove: only(became, was) };
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isRole = (value: unknown): value is Role => isText(value);
