import type * as z from 'zod';
import type { SpaceFor } from '../../model/manifest.ts';
import type { GranteeReference, Place } from '../../model/references.ts';
import { granteeWithLevel, parseGrantee } from '../references.ts';
import { parseKind, parseLevel } from '../values.ts';
import type { GranteeAtLevel } from '../words.ts';
import { type At, type Collector, spread } from './collector.ts';
import type { ShareEntry, SpaceEntry } from './entries.ts';
import { schoolAt } from './people.ts';
import type * as schema from './schema.ts';
import type { Path } from './yaml.ts';

type Space = z.infer<typeof schema.SpaceEntry>;

/** The spaces an entry of a manifest is about: one for each profile it names, or those of a school. */
export function spacesOf({ item, path }: At<Space>, collector: Collector): SpaceEntry[] {
  const place = collector.place(path);
  const { kind: written = 'multi', name = null } = item;
  const kind = collector.attempt(() => parseKind(written, 'kind', collector.place([...path, 'kind'])));
  const share = spread(item.share, [...path, 'share']).flatMap((one) => granteesOf(one, collector));
  const record = recordsOf(item.record, [...path, 'record'], collector)[0] ?? null;
  if (kind === null) return [];
  return profilesOf(item.for, [...path, 'for'], collector).map((whom) => ({
    place: whom.type === 'profile' ? whom.profile.place : place,
    kind,
    for: whom,
    name,
    record,
    share,
  }));
}

function profilesOf(written: Space['for'], path: Path, collector: Collector): SpaceFor[] {
  if (written === undefined) return [{ type: 'none' }];
  if (typeof written === 'object' && !Array.isArray(written)) {
    return [{ type: 'school', school: schoolAt(written.school, collector.place([...path, 'school'])) }];
  }
  return collector.each(written, path, (text, place) => ({
    type: 'profile' as const,
    profile: { ref: 'profile' as const, text, place },
  }));
}

function granteesOf({ item, path }: At<string | z.infer<typeof schema.GranteeEntry>>, collector: Collector) {
  if (typeof item === 'string') {
    return collector.each(item, path, (text, place): GranteeAtLevel => {
      const { grantee, level } = granteeWithLevel(text, place);
      return { grantee: { ref: 'grantee', ...grantee, place }, level: level ?? null };
    });
  }
  const level = levelOf(item.access, path, collector);
  const grantees = collector.each(item.with, [...path, 'with'], granteeAt);
  // A level that means nothing is told as such, not as missing.
  return item.access !== undefined && level === null ? [] : grantees.map((grantee) => ({ grantee, level }));
}

/** The shares an entry of a manifest is about: each of its records with each of its grantees. */
export function sharesOf({ item, path }: At<z.infer<typeof schema.ShareEntry>>, collector: Collector): ShareEntry[] {
  const place = collector.place(path);
  const level = levelOf(item.access, path, collector);
  const records = recordsOf(item.record, [...path, 'record'], collector);
  const grantees = collector.each(item.with, [...path, 'with'], granteeAt);
  if (level === null) return [];
  const requireApproval = item.requireApproval ?? null;
  return records.flatMap((record) => grantees.map((grantee) => ({ place, record, grantee, level, requireApproval })));
}

const recordsOf = (written: string | string[] | undefined, path: Path, collector: Collector) =>
  collector.each(written, path, (text, place) => ({ ref: 'record' as const, text, place }));

const levelOf = (text: string | undefined, path: Path, collector: Collector) =>
  text === undefined ? null : collector.attempt(() => parseLevel(text, 'access', collector.place([...path, 'access'])));

const granteeAt = (text: string, place: Place): GranteeReference => ({
  ref: 'grantee',
  ...parseGrantee(text, place),
  place,
});
