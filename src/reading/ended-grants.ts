import type { Reader } from '../api/index.ts';
import { listAudit } from '../contract/audit.ts';
import { Failure } from '../failures/failure.ts';
import type { Id } from '../model/organization.ts';
import { takeUpTo } from './take.ts';

/** A deletion is the last thing that is done to a team. */
const NEWEST = 5;

/**
 * How many records and spaces a deleted team had been given, all in all, as the audit counts them for whoever asks (`actAs`);
 * null where it doesn't. It counts also what nobody is told of as long as it doesn't work: shares that a transfer suspends (T4).
 */
export async function endedGrants(reader: Reader, team: Id, as: { readonly actAs?: Id }): Promise<number | null> {
  try {
    const entries = await takeUpTo(NEWEST, reader.list(listAudit, { query: { team: [team] }, ...as }));
    const { records, spaces } = entries.find(({ action }) => action === 'team.delete')?.detail ?? {};
    return typeof records === 'number' && typeof spaces === 'number' ? records + spaces : null;
  } catch (error) {
    if (error instanceof Failure && ['forbidden', 'not-found', 'refused', 'act-as-refused'].includes(error.code))
      return null;
    throw error;
  }
}
