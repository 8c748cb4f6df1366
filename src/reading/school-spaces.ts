import type { Reader } from '../api/index.ts';
import { listProfiles } from '../contract/profiles.ts';
import type { PlannedIntent, PruneIntent } from '../model/intents/index.ts';
import type { SpacesOfSchool } from '../model/intents/onboarding.ts';
import type { NewSpaceReference } from '../model/references.ts';
import { type Asker, actAsOf } from './asker.ts';
import { checkSchools } from './schools.ts';
import { all } from './take.ts';

/**
 * A multi-space for every profile of a school, shared as a manifest says: the changes that make each of them (C2, C6).
 * Throws `unknown-school` for a code no school has.
 */
export async function spacesOfSchool(
  reader: Reader,
  asker: Asker,
  { school, share, prune, place, row }: SpacesOfSchool,
): Promise<(PlannedIntent | PruneIntent)[]> {
  await checkSchools(reader, [school], place);
  const profiles = await all(reader.list(listProfiles, { query: { school: [school] }, ...actAsOf(asker) }));
  const wanted = { row, desired: true as const };
  return profiles.flatMap(({ key }): (PlannedIntent | PruneIntent)[] => {
    const space: NewSpaceReference = {
      ref: 'new-space',
      text: key,
      place,
      kind: 'multi',
      profile: key,
      record: null,
      name: null,
      another: false,
    };
    const profile = { ref: 'profile' as const, text: key, place };
    return [
      { ...wanted, action: 'space.create', space, kind: 'multi', profile, record: null, name: null, another: false },
      ...share.map((one) => ({ ...wanted, action: 'space.share' as const, space, ...one })),
      ...(prune
        ? [{ ...wanted, action: 'onboard.prune-space' as const, space, keep: share.map(({ grantee }) => grantee) }]
        : []),
    ];
  });
}
