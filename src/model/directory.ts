import type { Id, MemberStatus, Space } from './organization.ts';

/**
 * What things are called, beside a plan that knows only ids: read for the screen, never written to a plan file.
 * Titles are null where the actor doesn't see them.
 */
export interface Directory {
  readonly members: ReadonlyMap<Id, { readonly email: string; readonly name: string; readonly status: MemberStatus }>;
  readonly teams: ReadonlyMap<Id, { readonly name: string; readonly size: number }>;
  /** `label` is a space's name, or null where it isn't seen; `profile` the key of its profile. */
  readonly spaces: ReadonlyMap<
    Id,
    { readonly label: string | null; readonly profile: string | null; readonly kind: Space['kind'] }
  >;
  readonly records: ReadonlyMap<Id, { readonly number: string; readonly title: string | null }>;
}
