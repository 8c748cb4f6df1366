import { Failure } from '../../failures/failure.ts';
import type { ShareLevel } from '../../model/levels.ts';
import type { SpaceFor, WantedMember } from '../../model/manifest.ts';
import type { Space } from '../../model/organization.ts';
import type {
  GranteeReference,
  MemberReference,
  Place,
  RecordReference,
  TeamReference,
} from '../../model/references.ts';
import type { GranteeAtLevel } from '../words.ts';

/** What a manifest says, entry by entry, whatever it was written in; not yet compared with each other. */
export interface Entries {
  readonly members: readonly MemberEntry[];
  readonly teams: readonly TeamEntry[];
  readonly spaces: readonly SpaceEntry[];
  readonly shares: readonly ShareEntry[];
}

/** A member, and the teams they are to be in. */
export interface MemberEntry extends WantedMember {
  readonly teams: readonly TeamReference[];
}

/** A team, or a part of it: a row of a file names one member. */
export interface TeamEntry {
  readonly place: Place;
  readonly name: string;
  readonly members: readonly MemberReference[];
}

/** A space, or one for each profile of a school. */
export interface SpaceEntry {
  readonly place: Place;
  readonly kind: Space['kind'];
  readonly for: SpaceFor;
  readonly name: string | null;
  readonly record: RecordReference | null;
  readonly share: readonly GranteeAtLevel[];
}

/** A share of one record with one grantee. */
export interface ShareEntry {
  readonly place: Place;
  readonly record: RecordReference;
  readonly grantee: GranteeReference;
  readonly level: ShareLevel;
  readonly requireApproval: boolean | null;
}

/** What keeps an entry from being a space of its kind (C1, C2): each with its place. */
export const faultsOf = (entry: SpaceEntry): Failure[] => [
  ...faultsOfWhole(entry),
  ...entry.share.flatMap((shared) => faultsOfLevel(entry.kind, shared)),
];

function faultsOfWhole({ kind, for: whom, name, record, place }: SpaceEntry): Failure[] {
  const failures: Failure[] = [];
  if (whom.type === 'none' && (kind === 'multi' || name === null)) {
    failures.push(new Failure('manifest-space-nameless', { kind }, { ...place, rule: kind === 'multi' ? 'C2' : 'C1' }));
  }
  if (kind === 'collaborative') return failures;
  if (name !== null) failures.push(new Failure('manifest-name-extra', {}, { ...place, rule: 'C2' }));
  if (record !== null) failures.push(new Failure('manifest-record-extra', {}, { ...record.place, rule: 'C2' }));
  return failures;
}

function faultsOfLevel(kind: Space['kind'], { grantee, level }: GranteeAtLevel): Failure[] {
  const written = { grantee: nameOf(grantee) };
  if (kind === 'multi' && level === null) {
    return [new Failure('manifest-level-missing', written, { ...grantee.place, rule: 'C2' })];
  }
  if (kind === 'multi' || level === null) return [];
  return [new Failure('manifest-level-extra', written, { ...grantee.place, rule: 'C1' })];
}

/** A grantee as it is written: an e-mail, or `team:NAME`. */
export const nameOf = ({ type, text }: GranteeReference): string => (type === 'team' ? `team:${text}` : text);
