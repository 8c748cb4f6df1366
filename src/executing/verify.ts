import pMap from 'p-map';
import type { Reader } from '../api/index.ts';
import { type Access, NO_ACCESS } from '../model/access.ts';
import { isAdministrator } from '../model/administrators.ts';
import { groupBy } from '../model/collections.ts';
import type { Id, State } from '../model/organization.ts';
import { type Resource, resourceKey } from '../model/resources.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { accessesTo, changesAmong } from '../planning/access-changes.ts';
import { resourcesOf, type Touched, whomTouches } from '../planning/consequences.ts';
import { stateAfter } from '../planning/foretold.ts';
import type { Step } from '../planning/plan.ts';
import { type ObservedAccess, observeMembers, observeResources } from '../reading/observed.ts';
import { agree, asSeen, bare } from './compare.ts';
import type { Created } from './created.ts';
import type { Mismatch, Verification } from './report.ts';

/** What a verification is made from. */
export interface Verifying {
  readonly snapshot: Snapshot;
  readonly reader: Reader;
  /** The member the token belongs to. */
  readonly self: Id;
  readonly created: Created;
  /** Whether few questions are worth more than short answers: where changes go together, a question is much of what a run asks. */
  readonly sparing: boolean;
  /** Who is to look at a record instead of whoever acted on it: its owner may be another by now. */
  readonly watching?: ((record: Id, actor: Id) => Id) | undefined;
}

/** So many resources are looked at together: what is seen of hundreds of thousands is never held at once. */
const LOOKED_AT = 400;
/** So many such lots are under way: while one is held against what was predicted, the API is at the next. */
const ASKED_AHEAD = 2;

/**
 * Holds what was predicted for the steps that were done against what the API now says, for everyone they touch.
 * What failed is left out of the prediction: only what was done can be proved.
 */
export const verify = (done: readonly Step[], verifying: Verifying): Promise<Verification> =>
  verifyState(done, stateAfter(done, verifying.snapshot), verifying);

/** The same of a state that was predicted some other way. */
export async function verifyState(done: readonly Step[], after: State, verifying: Verifying): Promise<Verification> {
  const touched = resourcesOf(done, verifying.snapshot);
  const isDetailed = ({ resource: { id } }: Touched) => after.records.has(id) || after.spaces.has(id);
  const told = touched.filter((one) => !isDetailed(one));
  return totalOf([
    ...(await checkDetailed(touched.filter(isDetailed), after, verifying)),
    ...(await checkByMember(told, after, verifying)),
  ]);
}

const totalOf = (checks: readonly Verification[]): Verification => ({
  checked: sum(checks.map((one) => one.checked)),
  unverifiable: sum(checks.map((one) => one.unverifiable)),
  mismatches: checks.flatMap((one) => one.mismatches),
});

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** Everyone's access to what the state has the details of: whoever acted on it sees who reaches it. */
async function checkDetailed(
  touched: readonly Touched[],
  after: State,
  verifying: Verifying,
): Promise<readonly Verification[]> {
  const { reader, self, sparing, created, watching } = verifying;
  const watcherOf = ({ resource, steps }: Touched): Id => {
    const actor = steps[0]?.intent.actor ?? '';
    return watching?.(resource.id, actor) ?? actor;
  };
  // Its owner knows all of a record: what an administrator is told of some members is held against that as well (O11).
  const asksAmong = isAdministrator(self, after);
  const isOwn = (one: Touched) => after.records.get(one.resource.id)?.owner === watcherOf(one);
  const checkLot = async (lot: readonly Touched[]): Promise<Verification> => {
    const looked = lot.map((one) => {
      const foretold = foretoldOf(one, after, verifying);
      const among = asksAmong && isOwn(one) ? foretold.checkable.map(created.idOf) : undefined;
      return { foretold, watched: { resource: asCreated(one.resource, created), actor: watcherOf(one), among } };
    });
    const asked = looked.map(({ watched }) => watched);
    const observed = await observeResources(reader, asked, { self, sparing });
    const checked = looked.map(({ foretold, watched }) => {
      const seen = observed.get(resourceKey(watched.resource));
      return check(foretold, after, verifying, { detailed: true, found: seen && ((member) => seen.get(member)) });
    });
    return totalOf(checked);
  };
  // What the same person looks at is asked for together.
  const inOrder = [...groupBy(touched, watcherOf).values()].flat();
  return await pMap(lotsOf(inOrder), checkLot, { concurrency: ASKED_AHEAD });
}

function* lotsOf(touched: readonly Touched[]): Generator<readonly Touched[]> {
  for (let at = 0; at < touched.length; at += LOOKED_AT) yield touched.slice(at, at + LOOKED_AT);
}

/** The access to the rest of those whom the steps touch: only an administrator is told of it (O11). */
async function checkByMember(
  touched: readonly Touched[],
  after: State,
  verifying: Verifying,
): Promise<readonly Verification[]> {
  const { reader, self, created, snapshot } = verifying;
  const members = new Set(touched.flatMap(({ steps }) => [...membersOf(steps, snapshot)]));
  // Whoever applied the plan may be no administrator any more.
  const observed = isAdministrator(self, after) ? await observeMembers(reader, [...members].map(created.idOf)) : null;
  return touched.map((one) => {
    const key = resourceKey(asCreated(one.resource, created));
    const found = observed ? (member: Id) => observed.get(member)?.get(key) : undefined;
    return check(foretoldOf(one, after, verifying), after, verifying, { detailed: false, found });
  });
}

const asCreated = (resource: Resource, created: Created): Resource => ({ ...resource, id: created.idOf(resource.id) });

const membersOf = (steps: readonly Step[], snapshot: Snapshot): Set<Id> =>
  new Set(steps.flatMap((step) => [...whomTouches(step, snapshot)]));

/** What the API says of a resource, by member; `found` is undefined where it says nothing. */
interface Said {
  readonly detailed: boolean;
  readonly found: ((member: Id) => ObservedAccess | undefined) | undefined;
}

/** What was foretold of a resource. */
interface Foretold {
  readonly resource: Resource;
  /** Everyone the steps touch. */
  readonly touched: number;
  /** Those of them of whom it is known what they should have. */
  readonly checkable: readonly Id[];
  readonly predicted: ReadonlyMap<Id, Access>;
}

function foretoldOf({ resource, steps }: Touched, after: State, { snapshot }: Verifying): Foretold {
  const named = membersOf(steps, snapshot);
  const accesses = accessesTo(resource, snapshot.state, after, named);
  const changes = changesAmong(accesses, { resource, before: snapshot.state, after, phase: 'applied' });
  const unknowable = new Set(changes.filter((change) => change.change === 'unknown').map((change) => change.member));
  const touched = new Set([...changes.map((change) => change.member), ...named]);
  // Whoever is no longer a member at all (O12) has nothing, and there is nobody left to ask about.
  for (const member of touched)
    if (snapshot.state.members.has(member) && !after.members.has(member)) touched.delete(member);
  const checkable = [...touched].filter((member) => !unknowable.has(member) && after.members.has(member));
  return { resource, touched: touched.size, checkable, predicted: accesses[1] };
}

function check(
  { resource, touched, checkable, predicted }: Foretold,
  after: State,
  { created }: Verifying,
  { detailed, found: foundOf }: Said,
): Verification {
  if (!foundOf) return { checked: 0, unverifiable: touched, mismatches: [] };
  const roles = after.records.get(resource.id)?.confidential !== null;
  const mismatches = checkable.flatMap((member): Mismatch[] => {
    const expected = asSeen(predicted.get(member) ?? NO_ACCESS, after);
    const found = foundOf(created.idOf(member)) ?? NO_ACCESS;
    return agree(expected, found, { detailed, roles })
      ? []
      : [{ member, resource, predicted: expected, observed: bare(found) }];
  });
  return { checked: checkable.length, unverifiable: touched - checkable.length, mismatches };
}
