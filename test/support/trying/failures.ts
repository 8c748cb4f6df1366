import { expect } from 'vitest';
import type { World } from '../../../src/contract/world.ts';
import type { Failure, FailureCode } from '../../../src/failures/failure.ts';
import { accessToSpace, recordAccessOf } from '../../../src/model/access.ts';
import type { Id, ServiceRecord, Space, State } from '../../../src/model/organization.ts';
import type { Stand } from './stand.ts';

/** Who a command is for, as one of its failures is judged. */
interface Seeing extends Stand {
  /** Null for a token that may act for others, under `--as owner` or for itself: to it nothing is unknown (A1). */
  readonly actor: Id | null;
}

const MULTI = 'multi:';

/**
 * A2: what a command says isn't there or can't be seen is so. `as` is what `--as` was given, to the administrator's
 * token. Whatever else a command fails over is a contradiction between its rows, where it may hold one.
 */
export function expectHonest(
  failures: readonly Failure[],
  as: string | undefined,
  stand: Stand,
  mayContradict: boolean,
): void {
  const actor = [...stand.state.members.values()].find((member) => member.email === (as ?? 'admin@example.org'));
  const seeing = { ...stand, actor: as === undefined || as === 'owner' ? null : (actor?.id ?? '') };
  for (const failure of failures) {
    const told = `${failure.code} ${JSON.stringify(failure.details)} --as ${as}`;
    if (is('act-as-refused', failure)) expect(actor?.status, told).not.toBe('active');
    else if (is('contradiction', failure)) expect(mayContradict, told).toBe(true);
    else expect(isTrue(failure, seeing), told).toBe(true);
  }
}

/** Whether what a failure says of the organization is so; nothing is true of one that no law expects. */
function isTrue(failure: Failure, seeing: Seeing): boolean {
  const { state, world } = seeing;
  if (is('unknown-record', failure)) return !seesRecord(recordOf(failure.details.text, state), seeing);
  if (is('unknown-transfer', failure)) return hasNoTransfer(failure, seeing);
  if (is('unknown-space', failure)) {
    const { text, multi } = failure.details;
    const spaces = spacesNamed(text, seeing);
    if (text.startsWith(MULTI) && (multi === 'none') !== (spaces.length === 0)) return false;
    return !spaces.some((space) => seesSpace(space, seeing));
  }
  if (is('ambiguous-space', failure)) {
    const seen = spacesNamed(failure.details.text, seeing).filter((space) => seesSpace(space, seeing));
    return (
      seen.length > 1 && String(seen.map(({ id }) => id).sort()) === String([...failure.details.candidates].sort())
    );
  }
  // All members and teams are listed for everybody.
  if (is('unknown-member', failure)) return !world.members.some(({ email }) => isSame(email, failure.details.text));
  if (is('unknown-team', failure)) return !world.teams.some(({ name }) => isSame(name, failure.details.text));
  if (is('team-exists', failure)) {
    const { text, existing } = failure.details;
    return isSame(text, existing) && world.teams.some(({ name }) => name === existing);
  }
  return false;
}

/** T3, T17: a record isn't known, or waits for nobody. */
function hasNoTransfer({ details }: Failure<'unknown-transfer'>, seeing: Seeing): boolean {
  const record = recordOf(details.text, seeing.state);
  if (details.record === 'unknown') return !seesRecord(record, seeing);
  return details.record === 'waits-for-none' && record !== undefined && record.transfer === null;
}

const is = <Code extends FailureCode>(code: Code, failure: Failure): failure is Failure<Code> => failure.code === code;

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

const recordOf = (text: string, { records }: State): ServiceRecord | undefined =>
  [...records.values()].find(({ number, id }) => number === text || id === text);

/** A space by its id; those around a profile, written as `multi:P-1`, or as it is where one is to be created for it. */
function spacesNamed(text: string, { state, world }: Seeing): readonly Space[] {
  const profile = profileOf(text.replace(MULTI, ''), world);
  return [...state.spaces.values()].filter(
    (space) => space.id === text || (space.kind === 'multi' && profile !== undefined && space.profile === profile),
  );
}

const profileOf = (text: string, { profiles }: World): Id | undefined =>
  profiles.find(({ key, id }) => key === text || id === text)?.id;

/** Whether a record is there, and there for whom a command is for. */
const seesRecord = (record: ServiceRecord | undefined, { actor, state }: Seeing): boolean =>
  record !== undefined && (actor === null || recordAccessOf(actor, record, state).level !== 'none');

/** Whether a space is there for whom a command is for. */
const seesSpace = (space: Space, { actor, state }: Seeing): boolean =>
  actor === null || (accessToSpace(space, state).get(actor)?.level ?? 'none') !== 'none';
