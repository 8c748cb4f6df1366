import { expect } from 'vitest';
import { RECORD_LEVELS } from '../../../src/model/levels.ts';
import type { Id, State } from '../../../src/model/organization.ts';
import { resourceKey } from '../../../src/model/resources.ts';
import type { AccessChange, Phase } from '../../../src/planning/plan.ts';
import type { Planned } from '../psyctl.ts';
import { bareModel, type Comparable } from '../witness.ts';
import { type Accesses, sorted } from './stand.ts';

/** The ids the API uses for what a plan created. */
export type Created = ReadonlyMap<Id, Id>;

/** What can be compared of each access, of those a plan speaks of. */
export type Comparison = (accesses: Accesses) => Accesses;

/**
 * What the access of everybody to everything should be in a phase: as it was, but for the changes predicted. Ways in
 * that the actor can't know of are taken out of both sides by `comparable`.
 */
export function foretold(before: Accesses, planned: Planned, phase: Phase, created: Created): Accesses {
  const { plan, snapshot } = planned;
  const after = new Map([...before].map(([key, access]) => [key, renamed(access, planned)]));
  for (const change of plan.accessChanges) {
    if (change.phase !== phase || change.resource.type === 'organization') continue;
    const key = keyOf(change, created);
    const was = before.get(key);
    const unseen = hiddenFrom(snapshot.state, change, was);
    if (was && isDetailed(planned, change)) {
      const known = isUnmarked(planned, change.resource.id) ? withoutRoles : (access: Comparable) => access;
      expect(known(withUnseen(bareModel(change.before, snapshot.state), unseen))).toEqual(known(was));
    }
    const is = renamed(withUnseen(bareModel(change.after, snapshot.state), unseen), planned);
    if (is.level === 'none') after.delete(key);
    else after.set(key, is);
  }
  return sorted(after);
}

/** O7: a way in through a team tells the name it then has. */
function renamed({ level, paths }: Comparable, { plan, snapshot }: Planned): Comparable {
  const names = new Map(
    plan.steps.flatMap(({ intent, status }) =>
      intent.action === 'team.rename' && status === 'change'
        ? [[snapshot.state.teams.get(intent.team)?.name, intent.name] as const]
        : [],
    ),
  );
  const told = (path: string) => {
    const [kind, of, via, ...rest] = JSON.parse(path) as string[];
    return JSON.stringify([kind, of, names.get(via) ?? via ?? null, ...rest]);
  };
  return names.size === 0 ? { level, paths } : { level, paths: paths.map(told).sort() };
}

/** Whether the actor sees all there is to see of a resource, and not only what people reach of it (O11). */
const isDetailed = ({ snapshot }: Planned, { resource }: Pick<AccessChange, 'resource'>): boolean =>
  resource.id.startsWith('new:') || snapshot.state.records.has(resource.id) || snapshot.state.spaces.has(resource.id);

/** A2: whether the actor doesn't know if a record is confidential, and so if roles open it. */
const isUnmarked = ({ snapshot }: Planned, record: Id): boolean =>
  snapshot.state.records.get(record)?.confidential === null;

const BY_ROLE = /^\["(coordinator|manager)"/;
const withoutRoles = (access: Comparable): Comparable => withoutWays(access, (path) => BY_ROLE.test(path));

const keyOf = ({ member, resource }: AccessChange, created: Created): string => {
  const id = created.get(resource.id) ?? resource.id;
  return `${created.get(member) ?? member} ${resourceKey({ ...resource, id })}`;
};

/** T17: the way in of a recipient whom the actor can't see, and so doesn't speak of. */
const hiddenFrom = (state: State, { resource }: AccessChange, was: Comparable | undefined): readonly string[] =>
  state.records.get(resource.id)?.transfer?.to === null
    ? (was?.paths.filter((path) => path.startsWith('["recipient"')) ?? [])
    : [];

const withUnseen = ({ level, paths }: Comparable, unseen: readonly string[]): Comparable => ({
  level: level === 'none' && unseen.length > 0 ? 'metadata' : level,
  paths: [...paths, ...unseen].sort(),
});

/**
 * What of all access a plan can be held to: of members whose role opens or closes what the actor can't list, nothing
 * that a role gives; on resources known from what people reach alone (O11), nothing that doesn't work now; of what is
 * unknown, nothing.
 */
export function comparable(planned: Planned, phase: Phase, created: Created): Comparison {
  const { accessChanges } = planned.plan;
  const byRole = new Set([
    ...accessChanges.filter(({ resource }) => resource.type === 'organization').map(({ member }) => member),
    ...planned.plan.steps.filter(({ action }) => CHANGES_ROLES.has(action)).map(({ target }) => target.id),
  ]);
  const unknown = new Set(
    accessChanges
      .filter((change) => change.phase === phase && change.change === 'unknown')
      .map((change) => keyOf(change, created)),
  );
  const known = new Set([...planned.snapshot.state.records.keys(), ...planned.snapshot.state.spaces.keys()]);
  const touched = new Set(planned.snapshot.state.reach.members.keys());
  // A2, A3: of records the actor can't see into, nothing is foretold.
  const { hidden } = planned.plan;
  const unseen = new Set(hidden.map(({ record }) => record));
  const isHidden = (id: Id) => unseen.has(id) || (unseen.has(null) && !known.has(id));
  return (accesses) =>
    sorted(
      [...accesses].flatMap(([key, access]): [string, Comparable][] => {
        if (unknown.has(key)) return [];
        const [member = '', resource = ''] = key.split(' ');
        const id = resource.slice(resource.indexOf(':') + 1);
        if (resource.startsWith('record:') && isHidden(id)) return [];
        const told = withoutWays(
          access,
          (path) =>
            ((byRole.has(member) || isUnmarked(planned, id)) && BY_ROLE.test(path)) ||
            (touched.has(member) && !known.has(id) && !path.includes('"active"')),
        );
        return told.level === 'none' ? [] : [[key, told]];
      }),
    );
}

/** What may open or close records by a role: `roles.ts` holds the numbers predicted against the sandbox. */
const CHANGES_ROLES: ReadonlySet<string> = new Set(['member.set-roles', 'member.assign-schools']);

const SPACE_LEVELS = ['none', 'member', 'read', 'write', 'full'];

function withoutWays({ level, paths }: Comparable, drop: (path: string) => boolean): Comparable {
  const kept = paths.filter((path) => !drop(path));
  if (kept.length === paths.length) return { level, paths };
  const ranks: readonly string[] = [...RECORD_LEVELS, ...SPACE_LEVELS];
  const working = kept.map((path) => JSON.parse(path)).filter((path) => path[3] === 'active');
  const levels = working.map((path) => path[1] as string).sort((a, b) => ranks.indexOf(a) - ranks.indexOf(b));
  return { level: levels.at(-1) ?? 'none', paths: kept };
}
