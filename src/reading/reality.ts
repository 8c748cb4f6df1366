import type { Reader } from '../api/index.ts';
import type { Organization } from '../contract/organization.ts';
import type { Intent, ResolvedIntent } from '../model/intents/index.ts';
import type { LeftOut } from '../model/left-out.ts';
import type { Asker } from './asker.ts';
import { expand } from './expand.ts';
import { resolve } from './resolve.ts';
import { type Reality, readSnapshot } from './snapshot.ts';

/** What is known of an organization before anything of it is read. */
export type OrganizationRead = Organization;

/** What a plan is made from: what is wanted, of what was found, and what things are called. */
export interface Ground extends Reality {
  readonly intents: readonly ResolvedIntent[];
  /** What a change of everything somebody has can't take. */
  readonly leftOut: readonly LeftOut[];
}

/**
 * Finds out what the names in some intents stand for, and reads just what a plan of them rests on.
 * Throws the failures of all unknown and ambiguous names together.
 */
export async function readGround(
  reader: Reader,
  asker: Asker,
  intents: readonly Intent[],
  organization: Organization,
): Promise<Ground> {
  const { intents: planned, leftOut, records } = await expand(reader, asker, intents);
  const names = await resolve(reader, asker, planned);
  const { snapshot, directory } = await readSnapshot(reader, asker, names, organization);
  const known = new Map([...records, ...directory.records]);
  return { snapshot, directory: { ...directory, records: known }, intents: names.intents, leftOut };
}
