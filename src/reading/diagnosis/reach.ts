import type { Reader } from '../../api/index.ts';
import { type Access, listAccess } from '../../contract/access.ts';
import type { Id } from '../../model/organization.ts';
import { all } from '../take.ts';
import type { AskedResource } from './asked.ts';
import { activeIds } from './people.ts';
import type { Standing } from './standing.ts';

/** Ways in that let somebody ask who else reaches a resource, and be told of everybody (S10, O4, T10). */
const SEES_EVERYBODY: ReadonlySet<string> = new Set(['owner', 'share', 'team', 'coordinator', 'creator']);

/**
 * Everyone who reaches a resource; null where it can't be known. Asked on behalf of whoever has read or more, else,
 * by an administrator, of all members (O11).
 */
export async function everyoneOn(
  reader: Reader,
  standing: Standing,
  resource: AskedResource,
): Promise<Access[] | null> {
  const told = await toldBy(reader, resource);
  if (told && !hidesRecipient(resource)) return told;
  if (!standing.administrator) return told;
  const rows = await all(
    reader.listByFilter(listAccess, 'member', await activeIds(reader), {
      query: narrowed(resource),
      ...standing.actAs,
    }),
  );
  const about = rows.filter((row) => isAbout(row, resource));
  // Where only the number is known, nobody reaching it may as well mean that there is no such record (A2).
  return resource.id === null && about.length === 0 ? null : about;
}

/** What one member reaches: `row` is null for nothing; null where it can't be known (A2). */
export async function memberOn(
  reader: Reader,
  standing: Standing,
  resource: AskedResource,
  member: Id,
): Promise<{ readonly row: Access | null } | null> {
  const told = await toldBy(reader, resource);
  const row = told?.find((one) => one.member?.id === member) ?? null;
  if (told && (row || !hidesRecipient(resource))) return { row };
  if (!standing.administrator && member !== standing.id) return null;
  const rows = await all(
    reader.list(listAccess, { query: { member: [member], ...narrowed(resource) }, ...standing.actAs }),
  );
  const found = rows.find((one) => isAbout(one, resource)) ?? null;
  return found || resource.id !== null ? { row: found } : null;
}

/** O5, O12: what a member would reach if they were active; null where only an administrator could know. */
export async function memberIfActive(
  reader: Reader,
  { administrator, actAs }: Standing,
  resource: AskedResource,
  member: Id,
): Promise<Access | null> {
  if (!administrator) return null;
  const query = { member: [member], ...narrowed(resource), ifActive: 'true' as const };
  const rows = await all(reader.list(listAccess, { query, ...actAs }));
  return rows.find((one) => isAbout(one, resource)) ?? null;
}

/** Asked by resource; null where the answer would not be the whole of it. */
async function toldBy(reader: Reader, resource: AskedResource): Promise<Access[] | null> {
  if (resource.id === null) return null;
  const rows = await all(reader.list(listAccess, { query: narrowed(resource), ...resource.asking }));
  const mine = rows.find((row) => row.member?.id === resource.self);
  const whole = mine?.paths.some((path) => path.state === 'active' && SEES_EVERYBODY.has(path.kind)) ?? false;
  return whole ? rows : null;
}

/** T17: to whom a transfer was sent is not told to everyone who sees the record. */
export const hidesRecipient = ({ record }: AskedResource): boolean =>
  Boolean(record?.pendingTransfer && record.pendingTransfer.to === undefined);

/** The filter that keeps a question to one resource. */
const narrowed = ({ type, id }: AskedResource): { record?: Id[]; space?: Id[] } =>
  id === null ? {} : { [type]: [id] };

const isAbout = ({ resource: of }: Access, { type, id, name }: AskedResource): boolean =>
  of.type === type && (id === null ? of.number === name || of.id === name : of.id === id);
