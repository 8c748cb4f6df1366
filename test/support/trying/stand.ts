import type { OutboxMessage } from '../../../src/contract/sandbox.ts';
import type { World } from '../../../src/contract/world.ts';
import { type Access, accessTo } from '../../../src/model/access.ts';
import type { State } from '../../../src/model/organization.ts';
import { recordResource, resourceKey, spaceResource } from '../../../src/model/resources.ts';
import type { TestSandbox } from '../sandbox.ts';
import { stateOf } from '../state.ts';
import { bare, bareModel, type Comparable } from '../witness.ts';

/** Who reaches what: `member record:ID` or `member space:ID`, sorted; only what is above none. */
export type Accesses = ReadonlyMap<string, Comparable>;

/** Everything that could have changed, as the sandbox has it. */
export interface Stand {
  readonly world: World;
  readonly state: State;
  readonly access: Accesses;
  readonly messages: readonly string[];
}

/** Looks at everything that could have changed. */
export async function standOf(test: TestSandbox): Promise<Stand> {
  const [world, access, outbox] = await Promise.all([test.world(), test.access(), test.outbox()]);
  return {
    world,
    state: stateOf(world),
    access: sorted([...access].map(([key, row]) => [key, bare(row)])),
    messages: outbox.map(messageKey),
  };
}

/** What the model says of a whole state, to be held against what the sandbox says. */
export function modelAccess(state: State): Accesses {
  const resources = [...[...state.records.keys()].map(recordResource), ...[...state.spaces.keys()].map(spaceResource)];
  const rows = resources.flatMap((resource) =>
    [...accessTo(resource, state)].map(([member, access]): [string, Access] => [
      `${member} ${resourceKey(resource)}`,
      access,
    ]),
  );
  return sorted(
    rows.filter(([, access]) => access.level !== 'none').map(([key, access]) => [key, bareModel(access, state)]),
  );
}

/** Sorted by key, so that two can be compared. */
export const sorted = (rows: Iterable<readonly [string, Comparable]>): Accesses =>
  new Map([...rows].sort(([a], [b]) => (a < b ? -1 : 1)));

/** A message in one line: what kind, to whom, about what. */
export const messageKey = ({ kind, to, audience, about }: Pick<OutboxMessage, 'kind' | 'to' | 'audience' | 'about'>) =>
  [kind, to?.toLowerCase(), audience, about.resource].join(' ');
