import type { Manifest } from '../../model/manifest.ts';
import { sharesOf, spacesOf } from './access.ts';
import { Collector } from './collector.ts';
import { combine } from './combine.ts';
import { failuresOf } from './issues.ts';
import { memberOf, teamOf } from './people.ts';
import { DefaultsEntry, ManifestFile, MemberEntry, MemberText, ShareEntry, SpaceEntry, TeamEntry } from './schema.ts';
import { readYaml } from './yaml.ts';

/**
 * Reads a manifest written in YAML, or in JSON.
 * @throws Failure or Failures: all that is wrong, each with its line and column: what can't be read, unknown and missing
 *   keys, values that mean nothing, what contradicts itself. A text that is none for want of quotes, as a school's code,
 *   is told so.
 */
export function readManifest(bytes: Uint8Array, file: string): Manifest {
  const source = readYaml(bytes, file);
  const checked = ManifestFile.safeParse(source.data);
  const collector = new Collector(source, checked.success ? [] : failuresOf(checked.error.issues, source));
  const defaults = collector.fitting(DefaultsEntry, 'defaults')[0]?.item ?? {};
  const entries = {
    members: collector
      .fitting(MemberText.or(MemberEntry), 'members')
      .flatMap((member) => memberOf(member, defaults, collector)),
    teams: collector.fitting(TeamEntry, 'teams').flatMap((team) => teamOf(team, collector)),
    spaces: collector.fitting(SpaceEntry, 'spaces').flatMap((space) => spacesOf(space, collector)),
    shares: collector.fitting(ShareEntry, 'shares').flatMap((share) => sharesOf(share, collector)),
  };
  return combine(entries, collector.failures);
}
