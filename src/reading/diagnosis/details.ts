import type { Reader } from '../../api/index.ts';
import type { Member } from '../../contract/members.ts';
import { getOrganization } from '../../contract/organization.ts';
import { type Access, accessTo, NO_ACCESS } from '../../model/access.ts';
import type { Id, State } from '../../model/organization.ts';
import { type Resource, recordResource, spaceResource } from '../../model/resources.ts';
import type { Asker } from '../asker.ts';
import { readSnapshot } from '../snapshot.ts';
import type { AskedResource } from './asked.ts';

/** A record or a space seen so well that everybody's ways into it follow from it, those that don't work included. */
export interface SeenWell {
  readonly resource: Resource;
  readonly state: State;
}

/** Reads who is in the teams a resource is shared with; null where too little of it is seen (A2). */
export async function seeWell(
  reader: Reader,
  asker: Asker,
  { record, space, self }: AskedResource,
  members: readonly Member[],
): Promise<SeenWell | null> {
  const records = record?.shares ? [{ wire: record, actor: self }] : [];
  const spaces = space?.members ? [{ wire: space, actor: self }] : [];
  if (records.length + spaces.length === 0) return null;
  const { body: organization } = await reader.read(getOrganization, {});
  const names = {
    intents: [],
    records,
    spaces,
    members,
    teams: [],
    transfers: [],
    newSpaces: [],
    profiles: [],
  };
  const { snapshot } = await readSnapshot(reader, asker, names, organization);
  const { state } = snapshot;
  const [resource] = [...[...state.records.keys()].map(recordResource), ...[...state.spaces.keys()].map(spaceResource)];
  return resource ? { resource, state } : null;
}

/** Everyone with a way in, working or not; ways through teams carry the teams' names, as the API's do. */
export function everyWay({ resource, state }: SeenWell): Map<Id, Access> {
  const named = (access: Access): Access => ({
    ...access,
    paths: access.paths.map((path) => ({ ...path, via: path.via && (state.teams.get(path.via)?.name ?? path.via) })),
  });
  return new Map([...accessTo(resource, state)].map(([id, access]) => [id, named(access)]));
}

/** O12: what a member would reach if they were active. */
export function wereActive({ resource, state }: SeenWell, id: Id): Access {
  const member = state.members.get(id);
  if (!member) return NO_ACCESS;
  const members = new Map([...state.members, [id, { ...member, status: 'active' as const }]]);
  return accessTo(resource, { ...state, members }).get(id) ?? NO_ACCESS;
}
