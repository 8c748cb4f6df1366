import { describe, expect, it } from 'vitest';
import { Contents, Record } from '../../src/contract/records.ts';
import { World } from '../../src/contract/world.ts';
import { organization } from '../support/organization.ts';

const shared = organization()
  .team('North', 'dan')
  .member('cleo', { roles: ['coordinator'] })
  .record('R-1', { owner: 'alice' })
  .share('bob', 'full')
  .share('team:North', 'read');

describe('records', () => {
  it('R1: by default only the owner has access', () => {
    const alone = organization().member('bob').record('R-1', { owner: 'alice' });
    expect(alone.levels('R-1')).toEqual({ alice: 'owner' });
    expect(alone.ways('alice', 'R-1')).toEqual(['owner owner']);
  });

  it('R2: a record holds items of exactly these kinds, and they are counted, never read', () => {
    expect(Object.keys(Contents.shape)).toEqual([
      'progressNotes',
      'draftNotes',
      'documents',
      'confidentialNotes',
      'confidentialDocuments',
      'rawData',
      'invoices',
      'upcomingAppointments',
      'tasks',
      'memos',
    ]);
    expect(Contents.parse({})).toEqual(Object.fromEntries(Object.keys(Contents.shape).map((kind) => [kind, 0])));
    expect(Contents.safeParse({ memos: 'Called her mother' }).success).toBe(false);
  });

  it('R3: partially confidential is derived: it is told of a record, and can’t be set', () => {
    expect(Object.keys(Record.shape)).toContain('partiallyConfidential');
    const world = (more: object) => ({
      organization: { name: 'Test' },
      members: [{ email: 'alice@example.org', roles: ['administrator'] }],
      records: [{ number: 'R-1', owner: 'alice@example.org', ...more }],
    });
    expect(World.safeParse(world({ confidential: true })).success).toBe(true);
    expect(World.safeParse(world({ partiallyConfidential: true })).success).toBe(false);
  });

  it('R4: a deleted record is open to its owner alone', () => {
    const deleted = shared.transfer('coordinator', 'rita').copy('carl').but({ status: 'deleted' });
    expect(deleted.levels('R-1')).toEqual({ alice: 'owner' });
    expect(deleted.ways('bob', 'R-1')).toEqual(['share full inactive']);
    expect(deleted.ways('dan', 'R-1')).toEqual(['team:North read inactive']);
    expect(deleted.ways('cleo', 'R-1')).toEqual(['coordinator metadata inactive']);
    expect(deleted.ways('rita', 'R-1')).toEqual(['recipient metadata inactive']);
    expect(deleted.ways('carl', 'R-1')).toEqual(['archived-copy read inactive']);
  });

  it('R5: shares stay in force on an archived record', () => {
    expect(shared.but({ status: 'archived' }).levels('R-1')).toEqual(shared.levels('R-1'));
  });

  it('R6: reactivating a record brings back just what it was', () => {
    const again = shared.but({ status: 'archived' }).but({ status: 'active' });
    expect(again.state.records.get('R-1')).toEqual(shared.state.records.get('R-1'));
  });
});
