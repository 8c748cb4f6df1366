import type { PathKind } from '../../model/access.ts';
import type { Id } from '../../model/organization.ts';
import type { Hanging } from '../../model/people.ts';
import type { Ground, StepShape } from '../action.ts';

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

/** What makes a transfer hang when its recipient, its owner or its sender goes; the first that holds is told. */
const PARTS: readonly Hanging['as'][] = ['recipient', 'owner', 'sender'];

/**
 * T15: the pending transfers somebody leaves hanging by no longer being what they are in them; `transfersKnown` says
 * whether those are all.
 */
export function hangingBy(member: Id, { snapshot }: Ground, as = PARTS): StepShape['detail'] {
  const hanging = snapshot.people.hanging.get(member);
  if (!hanging) return {};
  const told = PARTS.filter((part) => as.includes(part)).flatMap((part) =>
    hanging.transfers.filter((one) => one.as === part),
  );
  const known = new Set<string>();
  const once = told.filter(({ number }) => number === null || (!known.has(number) && known.add(number)));
  return {
    transfers: once.map(({ number, as: part }) => `${number ?? 'confidential'} ${part}`),
    transfersKnown: hanging.all || !as.includes('sender'),
  };
}
