import type { ShareLevel } from '../levels.ts';
import type {
  GranteeReference,
  MemberReference,
  NewSpaceReference,
  Place,
  RecordReference,
  TeamReference,
} from '../references.ts';
import type { Wanted } from './wanted.ts';

/** With whom each of a school's spaces is to be shared, and the row that says so. */
interface SharedAlike {
  readonly row: number;
  readonly grantee: GranteeReference;
  readonly level: ShareLevel;
}

/** Have a multi-space for every profile of a school, shared alike; reading makes a change of each. */
export interface SpacesOfSchool extends Wanted {
  readonly action: 'onboard.spaces';
  /** The school's code. */
  readonly school: string;
  readonly share: readonly SharedAlike[];
  /** Whether nobody else is to be in them. */
  readonly prune: boolean;
  readonly place: Place;
}

/** Have nobody in a team but these. */
export interface PruneTeam extends Wanted {
  readonly action: 'onboard.prune-team';
  readonly team: TeamReference;
  readonly keep: readonly MemberReference[];
}

/** Have nobody in a space but these. */
export interface PruneSpace extends Wanted {
  readonly action: 'onboard.prune-space';
  readonly space: NewSpaceReference;
  readonly keep: readonly GranteeReference[];
}

/** Have a record shared with nobody but these. */
export interface PruneRecord extends Wanted {
  readonly action: 'onboard.prune-record';
  readonly record: RecordReference;
  readonly keep: readonly GranteeReference[];
}

/** What the desired state of a school asks of what only reading can find; it makes the changes that are planned. */
export type OnboardingIntent = SpacesOfSchool | PruneTeam | PruneSpace | PruneRecord;
