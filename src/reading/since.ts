import type { Reader } from '../api/index.ts';
import { listAudit } from '../contract/audit.ts';
import { Failure } from '../failures/failure.ts';
import type { Id } from '../model/organization.ts';
import { takeUpTo } from './take.ts';

/** Something that was done: who did it, what, and when (ISO 8601). */
export interface Done {
  readonly who: string;
  readonly action: string;
  readonly at: string;
}

/** Something as the audit has it. */
export interface Audited {
  readonly kind: 'record' | 'space' | 'member' | 'team';
  readonly id: Id;
}

/** How many of the things done to one thing are told. */
const MOST = 3;
/** How many are looked through for them. */
const LOOKED_THROUGH = 50;

/**
 * What was done to something since a moment, newest first, as far as the audit says so to whoever asks (`actAs`); nothing
 * where it doesn't. What `isOwn` knows is left out.
 */
export async function doneSince(
  reader: Reader,
  of: Audited,
  since: string,
  as: { readonly actAs?: Id },
  isOwn: (done: Done) => boolean = () => false,
): Promise<Done[]> {
  try {
    const query = { [of.kind]: [of.id], since: new Date(since).toISOString() };
    const entries = await takeUpTo(LOOKED_THROUGH, reader.list(listAudit, { query, ...as }));
    const done = entries.map(({ actor, action, at }) => ({ who: actor.email, action, at }));
    return done.filter((one) => !isOwn(one)).slice(0, MOST);
  } catch (error) {
    if (error instanceof Failure && ['forbidden', 'not-found', 'refused', 'act-as-refused'].includes(error.code))
      return [];
    throw error;
  }
}
