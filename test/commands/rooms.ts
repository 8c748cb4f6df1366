import type { WorldInput } from '../../src/contract/world.ts';
import { WORLD } from './asking.ts';

/** The same school service centre with transfers sent in either capacity, spaces of both kinds, and a second profile. */
export const ROOMS: WorldInput = {
  ...WORLD,
  profiles: [
    { key: 'P-001', name: 'Sam Tremblay', school: '010' },
    { key: 'P-002', name: 'Kim Laroche', school: '020' },
    { key: 'P-003', name: 'Lou Bédard', school: '010' },
  ],
  spaces: [
    {
      id: 'S-1',
      name: 'Class',
      kind: 'collaborative',
      record: 'R-1',
      creator: 'alice@example.org',
      members: [{ with: 'team:Psychology North' }, { with: 'eve@example.org' }],
    },
    {
      id: 'S-2',
      name: 'Sam Tremblay',
      kind: 'multi',
      profile: 'P-001',
      creator: 'alice@example.org',
      members: [
        { with: 'bob@example.org', access: 'write' },
        { with: 'ivy@example.org', access: 'read' },
      ],
    },
    { id: 'S-3', name: 'Kim Laroche', kind: 'multi', profile: 'P-002', creator: 'bob@example.org' },
    { id: 'S-4', name: 'Kim Laroche', kind: 'multi', profile: 'P-002', creator: 'dan@example.org' },
  ],
  transfers: [
    { record: 'R-2', to: 'eve@example.org', by: 'alice@example.org', include: ['raw-data'], keepCopy: true },
    { record: 'R-3', to: 'dan@example.org', by: 'alice@example.org' },
    { record: 'R-5', to: 'dan@example.org', by: 'carl@example.org', include: ['confidential', 'raw-data'] },
  ],
};
