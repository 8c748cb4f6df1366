import type { Reader } from '../api/index.ts';
import { listRecords } from '../contract/records.ts';
import { listSpaces } from '../contract/spaces.ts';
import type { Id } from '../model/organization.ts';
import { type Resource, resourceKey } from '../model/resources.ts';
import { type Asker, actAsOf } from './asker.ts';
import { all } from './take.ts';

/** Whose some records and spaces are, by `resourceKey`: their owners and creators, as far as whoever asks may know (A1). */
export async function whose(reader: Reader, asker: Asker, resources: readonly Resource[]): Promise<Map<string, Id>> {
  const ids = (type: Resource['type']) => resources.flatMap((one) => (one.type === type ? one.id : []));
  const as = actAsOf(asker);
  const [records, spaces] = await Promise.all([
    all(reader.listByFilter(listRecords, 'id', ids('record'), as)),
    all(reader.listByFilter(listSpaces, 'id', ids('space'), as)),
  ]);
  return new Map([
    ...records.flatMap(({ id, owner }) => (owner ? [[resourceKey({ type: 'record', id }), owner.id] as const] : [])),
    ...spaces.map(({ id, creator }) => [resourceKey({ type: 'space', id }), creator.id] as const),
  ]);
}
