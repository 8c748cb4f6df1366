import type { ShareLevel } from '../levels.ts';
import type { Space } from '../organization.ts';
import type {
  GranteeReference,
  NewSpaceReference,
  ProfileReference,
  RecordReference,
  SpaceReference,
} from '../references.ts';
import type { Wanted } from './wanted.ts';

/** Have a space, made if it isn't there (C1, C2, C6). */
export interface CreateSpace extends Wanted {
  readonly action: 'space.create';
  readonly space: NewSpaceReference;
  readonly kind: Space['kind'];
  readonly profile: ProfileReference | null;
  /** The record it is created from (C1). */
  readonly record: RecordReference | null;
  readonly name: string | null;
  /** A second multi-space for one profile, on purpose (C6). */
  readonly another: boolean;
}

/** Have a member or a team in a space; the level is null in a collaborative one (C1, C2, C4). */
export interface ShareSpace extends Wanted {
  readonly action: 'space.share';
  readonly space: SpaceReference | NewSpaceReference;
  readonly grantee: GranteeReference;
  readonly level: ShareLevel | null;
}

/** Have a member or a team no longer in a space (C4). */
export interface UnshareSpace extends Wanted {
  readonly action: 'space.unshare';
  readonly space: SpaceReference;
  readonly grantee: GranteeReference;
}

/** Leave a space shared with oneself (C4). */
export interface LeaveSpace extends Wanted {
  readonly action: 'space.leave';
  readonly space: SpaceReference;
}

/** What can be wanted of spaces. */
export type SpaceIntent = CreateSpace | ShareSpace | UnshareSpace | LeaveSpace;
