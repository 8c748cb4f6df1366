import type { Reader } from '../../api/index.ts';
import type { Member } from '../../contract/members.ts';
import { getOrganization } from '../../contract/organization.ts';
import { type Access, accessToRecord, NO_ACCESS } from '../../model/access.ts';
import type { Id, ServiceRecord, State } from '../../model/organization.ts';
import type { Asker } from '../asker.ts';
import { readSnapshot } from '../snapshot.ts';
import type { AskedResource } from './asked.ts';

/** A record seen so well that everybody's ways into it follow from it, those that don't work included. */
export interface SeenWell {
  readonly record: ServiceRecord;
  readonly state: State;
}

/** Reads who is in the teams a record is shared with; null where too little of the record is seen (A2). */
export async function seeWell(
  reader: Reader,
  asker: Asker,
  { record: wire, self }: AskedResource,
  members: readonly Member[],
): Promise<SeenWell | null> {
  if (!wire?.shares) return null;
  const { body: organization } = await reader.read(getOrganization, {});
  const names = { intents: [], records: [{ wire, actor: self }], members, teams: [], transfers: [] };
  const { snapshot } = await readSnapshot(reader, asker, names, organization);
  const record = snapshot.state.records.get(wire.id);
  return record ? { record, state: snapshot.state } : null;
}

/** Everyone with a way in, working or not; ways through teams carry the teams' names, as the API's do. */
export function everyWay({ record, state }: SeenWell): Map<Id, Access> {
  const named = (access: Access): Access => ({
    ...access,
    paths: access.paths.map((path) => ({ ...path, via: path.via && (state.teams.get(path.via)?.name ?? path.via) })),
  });
  return new Map([...accessToRecord(record, state)].map(([id, access]) => [id, named(access)]));
}

/** O12: what a member would reach if they were active. */
export function wereActive({ record, state }: SeenWell, id: Id): Access {
  const member = state.members.get(id);
  if (!member) return NO_ACCESS;
  const members = new Map([...state.members, [id, { ...member, status: 'active' as const }]]);
  return accessToRecord(record, { ...state, members }).get(id) ?? NO_ACCESS;
}
