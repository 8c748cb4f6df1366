import type { PathKind } from '../../model/access.ts';
import type { Id } from '../../model/organization.ts';
import type { Ground } from '../action.ts';
import type { StepShape } from '../action.ts';

/**
 * What stays behind when somebody goes: the records under their name (O5), the archived copies kept for them (T17),
 * the pending transfers they have a part in (T15); null where it can't be known.
 */
export function leftBehind(member: Id, { state, snapshot }: Ground): StepShape['detail'] {
  const ways = state.reach.members.get(member);
  const count = (kind: PathKind) =>
    ways ? [...ways.values()].filter((holding) => holding.ways.some((way) => way.kind === kind)).length : null;
  return { records: count('owner'), copies: count('archived-copy'), ...hangingBy(member, { state, snapshot }) };
}

/** T15: the pending transfers somebody has a part in; `transfersKnown` says whether there may be others. */
export function hangingBy(member: Id, { snapshot }: Ground): StepShape['detail'] {
  const hanging = snapshot.people.hanging.get(member);
  if (!hanging) return {};
  return {
    transfers: hanging.transfers.map(({ number, as }) => `${number ?? 'confidential'} ${as}`),
    transfersKnown: hanging.all,
  };
}
