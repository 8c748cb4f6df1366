import { describe, expect, it } from 'vitest';
import { AccessLevel, PathKind, PathState } from '../../src/contract/access.ts';
import { Capacity, MemberStatus, RecordStatus, Role, ShareLevel } from '../../src/contract/common.ts';
import { type PathState as ModelState, PATH_KINDS } from '../../src/model/access.ts';
import { type Level, RECORD_LEVELS, SHARE_LEVELS, type SpaceLevel } from '../../src/model/levels.ts';
import type {
  Capacity as ModelCapacity,
  MemberStatus as ModelMemberStatus,
  RecordStatus as ModelRecordStatus,
  Role as ModelRole,
} from '../../src/model/organization.ts';

/** Names that two types have in common, told at run time: a type that lacks one, or has one more, doesn't compile. */
const all = <T extends string>(names: Record<T, true>): string[] => Object.keys(names).sort();
const sorted = (names: readonly string[]): string[] => [...names].sort();

describe('the model and the contract, which may not know each other, call things the same', () => {
  it('levels', () => {
    const space = all<SpaceLevel>({ none: true, member: true, read: true, write: true, full: true });
    const every: readonly Level[] = [...new Set<Level>([...RECORD_LEVELS, ...(space as SpaceLevel[])])];
    expect(sorted(AccessLevel.options)).toEqual(sorted(every));
    expect(ShareLevel.options).toEqual([...SHARE_LEVELS]);
  });

  it('ways in, in the same order, and their states', () => {
    expect(PathKind.options).toEqual([...PATH_KINDS]);
    expect(sorted(PathState.options)).toEqual(all<ModelState>({ active: true, suspended: true, inactive: true }));
  });

  it('statuses, roles and capacities', () => {
    expect(sorted(MemberStatus.options)).toEqual(
      all<ModelMemberStatus>({ invited: true, active: true, inactive: true }),
    );
    expect(sorted(RecordStatus.options)).toEqual(
      all<ModelRecordStatus>({ active: true, archived: true, deleted: true }),
    );
    expect(sorted(Capacity.options)).toEqual(all<ModelCapacity>({ owner: true, coordinator: true }));
    expect(sorted(Role.options)).toEqual(
      all<ModelRole>({ practitioner: true, coordinator: true, administrator: true, manager: true }),
    );
  });
});
