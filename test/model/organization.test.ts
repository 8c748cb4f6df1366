import { describe, expect, it } from 'vitest';
import { MemberStatus, Role } from '../../src/contract/common.ts';
import { organization } from '../support/organization.ts';

const shared = organization()
  .record('R-1', { owner: 'alice', schools: ['010'] })
  .share('bob', 'write');

describe('members', () => {
  it('O1: a member is invited, active or inactive, and has something only while active', () => {
    expect(MemberStatus.options).toEqual(['invited', 'active', 'inactive']);
    expect(shared.levelOf('bob', 'R-1')).toBe('write');
    expect(shared.member('bob', { status: 'inactive' }).levelOf('bob', 'R-1')).toBe('none');
    expect(shared.member('bob', { status: 'invited' }).levelOf('bob', 'R-1')).toBe('none');
  });

  it('O5: a revoked member loses every way at once, and the ways stay where they are', () => {
    const all = shared
      .team('North', 'bob')
      .share('team:North', 'read')
      .member('bob', { roles: ['practitioner', 'coordinator'] });
    const revoked = all.member('bob', { status: 'inactive' });
    expect(revoked.levelOf('bob', 'R-1')).toBe('none');
    expect(revoked.ways('bob', 'R-1')).toEqual([
      'share write inactive',
      'team:North read inactive',
      'coordinator metadata inactive',
    ]);
    expect(revoked.member('bob', { status: 'active' }).accessOf('bob', 'R-1')).toEqual(all.accessOf('bob', 'R-1'));
  });

  it('O5: a revoked owner keeps the record under their name, opens it no more, and others still do', () => {
    const revoked = shared.member('alice', { status: 'inactive' });
    expect(revoked.state.records.get('R-1')?.owner).toBe('alice');
    expect(revoked.ways('alice', 'R-1')).toEqual(['owner owner inactive']);
    expect(revoked.levels('R-1')).toEqual({ bob: 'write' });
  });

  it('O12: who is no longer a practitioner keeps their records', () => {
    expect(shared.member('alice', { roles: ['administrator'] }).levelOf('alice', 'R-1')).toBe('owner');
  });
});

describe('roles', () => {
  it('O2: the roles are those four, and a practitioner’s opens nothing by itself', () => {
    expect(Role.options).toEqual(['practitioner', 'coordinator', 'administrator', 'manager']);
    expect(shared.member('pat').levelOf('pat', 'R-1')).toBe('none');
  });

  it('O4: a coordinator has metadata on every record that is not confidential, and nothing on one that is', () => {
    const coordinated = shared.member('cleo', { roles: ['coordinator'] });
    expect(coordinated.ways('cleo', 'R-1')).toEqual(['coordinator metadata']);
    const confidential = coordinated.but({ confidential: true });
    expect(confidential.ways('cleo', 'R-1')).toEqual([]);
    expect(confidential.levels('R-1')).toEqual({ alice: 'owner', bob: 'write' });
  });

  it('O4: a manager has metadata on the records of the schools they hold, unless confidential', () => {
    const managed = shared.member('max', { roles: ['manager'], schools: ['010', '020'] });
    expect(managed.ways('max', 'R-1')).toEqual(['manager metadata']);
    expect(managed.member('max', { schools: ['020'] }).levelOf('max', 'R-1')).toBe('none');
    expect(managed.but({ confidential: true }).levelOf('max', 'R-1')).toBe('none');
  });

  it('O4: one school of several linked profiles is enough for a manager', () => {
    const both = shared.but({ schools: ['010', '030'] }).member('max', { roles: ['manager'], schools: ['030', '020'] });
    expect(both.ways('max', 'R-1')).toEqual(['manager metadata']);
  });

  it('O4: an administrator’s role opens no record', () => {
    expect(shared.member('ada', { roles: ['administrator'], schools: ['010'] }).ways('ada', 'R-1')).toEqual([]);
  });

  it('O4: roles add to shares and take nothing from them', () => {
    const bob = shared.member('bob', { roles: ['coordinator', 'manager'], schools: ['010'] });
    expect(bob.ways('bob', 'R-1')).toEqual(['share write', 'coordinator metadata', 'manager metadata']);
    expect(bob.levelOf('bob', 'R-1')).toBe('write');
  });

  it('O8: holding a school alone opens nothing: it takes the role of manager', () => {
    expect(shared.member('sam', { schools: ['010'] }).levelOf('sam', 'R-1')).toBe('none');
  });
});

describe('teams', () => {
  const north = organization()
    .team('North', 'bob', 'cleo')
    .record('R-1', { owner: 'alice' })
    .share('team:North', 'write')
    .share('bob', 'read');

  it('O7: who leaves a team loses what only the team gave, and keeps the rest', () => {
    const without = north.team('North');
    expect(north.levels('R-1')).toEqual({ alice: 'owner', bob: 'write', cleo: 'write' });
    expect(without.levels('R-1')).toEqual({ alice: 'owner', bob: 'read' });
  });

  it('O7: who joins a team gains what the team has', () => {
    expect(north.team('North', 'bob', 'cleo', 'dan').ways('dan', 'R-1')).toEqual(['team:North write']);
  });

  it('O7: a deleted team’s grants give nothing', () => {
    expect(north.withoutTeam('North').levels('R-1')).toEqual({ alice: 'owner', bob: 'read' });
  });

  it('O12: team memberships are kept while somebody is inactive or invited, and work once they are active', () => {
    for (const status of ['inactive', 'invited'] as const) {
      const waiting = north.member('cleo', { status });
      expect(waiting.levelOf('cleo', 'R-1')).toBe('none');
      expect(waiting.ways('cleo', 'R-1')).toEqual(['team:North write inactive']);
      expect(waiting.member('cleo', { status: 'active' }).levelOf('cleo', 'R-1')).toBe('write');
    }
  });
});
