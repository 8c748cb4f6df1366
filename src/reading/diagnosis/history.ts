import type { Reader } from '../../api/index.ts';
import { listAccess } from '../../contract/access.ts';
import { type AuditEntry, listAudit } from '../../contract/audit.ts';
import { atLeast } from '../../model/levels.ts';
import type { Grantee, Id } from '../../model/organization.ts';
import { all, takeUpTo } from '../take.ts';
import type { AskedResource } from './asked.ts';
import { everyoneOn } from './reach.ts';
import type { Standing } from './standing.ts';

/** What a history is of. */
export type Subject = { readonly resource: AskedResource } | { readonly grantee: Grantee };

/**
 * What was done, newest first, at most `most` entries. Null where the asker may not read it: an empty list would say
 * that nothing was done (A2). Throws `forbidden` where the API says so.
 */
export async function historyOf(
  reader: Reader,
  standing: Standing,
  subject: Subject,
  most: number,
): Promise<AuditEntry[] | null> {
  const question = await questionOf(reader, standing, subject);
  if (!question) return null;
  const entries = await takeUpTo(most, reader.list(listAudit, question));
  return entries.length > 0 || (await mayRead(reader, standing, subject)) ? entries : null;
}

async function questionOf(reader: Reader, standing: Standing, subject: Subject) {
  if ('grantee' in subject) return { query: { [subject.grantee.type]: [subject.grantee.id] }, ...standing.actAs };
  const { type, id, asking } = subject.resource;
  const known = id ?? (await everyoneOn(reader, standing, subject.resource))?.[0]?.resource.id;
  return known === undefined
    ? null
    : { query: { [type]: [known] }, ...(standing.administrator ? standing.actAs : asking) };
}

/** The owner, full access, administrators; of members and teams only administrators read the whole. */
async function mayRead(reader: Reader, { administrator }: Standing, subject: Subject): Promise<boolean> {
  if (administrator) return true;
  if ('grantee' in subject) return false;
  const { type, id, asking, self } = subject.resource;
  const rows = await all(reader.list(listAccess, { query: { [type]: [id as Id], member: [self] }, ...asking }));
  const mine = rows.find((row) => row.member?.id === self);
  // C1: in a collaborative space there are no levels; whoever created it reads what was done there.
  return mine !== undefined && (atLeast(mine.level, 'full') || mine.paths.some(({ kind }) => kind === 'creator'));
}
