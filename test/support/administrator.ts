import { accessTo } from '../../src/model/access.ts';
import type { Grantee, Id, Member, State } from '../../src/model/organization.ts';
import type { Holding, KnownWay, Reach } from '../../src/model/reach.ts';
import { type Resource, recordResource, resourceKey, spaceResource } from '../../src/model/resources.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import type { Plan } from '../../src/planning/plan.ts';
import { plan } from '../../src/planning/planner.ts';
import { type Organization, organization } from './organization.ts';
import { numbered, type Wish } from './planning.ts';
import { snapshotOf } from './snapshot.ts';

/** An organization with Ada, who administers it. */
export const administered = (): Organization => organization().member('ada', { roles: ['administrator'] });

/** What an administrator may know of an organization (O11): no record, no space, but what members and teams reach. */
export function seenByAdministrator({ state }: Organization, told: Partial<Snapshot> = {}): Snapshot {
  const members = new Map([...state.members.keys()].map((id) => [id, holdingsOf(id, state)]));
  const teams = new Map([...state.teams.keys()].map((id) => [id, givenTo(id, state)]));
  const reach: Reach = { members, teams };
  const known = snapshotOf(state, told);
  return {
    ...known,
    seen: new Map(),
    spaces: new Map(),
    state: { ...state, records: new Map(), spaces: new Map(), reach },
  };
}

/** Plans some wishes of Ada's, each a row, on no more than she may know. */
export const planByAda = (so: Organization, ...wishes: Wish[]): Plan => planOn(so, {}, ...wishes);

/** The same, where more is told of what the plan rests on. */
export function planOn(so: Organization, told: Partial<Snapshot>, ...wishes: Wish[]): Plan {
  const intents = numbered(wishes);
  const { state, ...known } = seenByAdministrator(so, told);
  const invited = intents.flatMap((intent) => (intent.action === 'member.invite' ? [intent.member] : []));
  const none: [Id, Map<string, Holding<readonly KnownWay[]>>][] = invited.map((id) => [id, new Map()]);
  const reach = { ...state.reach, members: new Map([...none, ...state.reach.members]) };
  return plan(intents, { ...known, state: { ...state, reach } });
}

const everything = (state: State): Resource[] => [
  ...[...state.records.keys()].map(recordResource),
  ...[...state.spaces.keys()].map(spaceResource),
];

/** Their ways as if they were active; where they would have nothing, nothing is told. */
function holdingsOf(id: Id, state: State): Map<string, Holding<readonly KnownWay[]>> {
  const active: Member = { ...(state.members.get(id) as Member), status: 'active' };
  const asIf: State = { ...state, members: new Map(state.members).set(id, active) };
  const held = everything(state).flatMap((resource) => {
    const access = accessTo(resource, asIf).get(id);
    return access && access.level !== 'none'
      ? [[resourceKey(resource), { resource, ways: access.paths }] as const]
      : [];
  });
  return new Map(held);
}

function givenTo(team: Id, state: State): Map<string, Holding<KnownWay>> {
  const sharesOf = ({ type, id }: Resource): readonly { readonly grantee: Grantee; readonly level: string | null }[] =>
    (type === 'record' ? state.records.get(id)?.shares : state.spaces.get(id)?.shares) ?? [];
  const given = everything(state).flatMap((resource) => {
    const share = sharesOf(resource).find(({ grantee }) => grantee.id === team);
    const cutOff = resource.type === 'record' && state.records.get(resource.id)?.transfer?.capacity === 'owner';
    if (!share || cutOff) return [];
    const level = (share.level ?? 'member') as KnownWay['level'];
    return [[resourceKey(resource), { resource, ways: { kind: 'team', level, via: team, state: 'active' } }] as const];
  });
  return new Map(given as [string, Holding<KnownWay>][]);
}
