import { describe, expect, it } from 'vitest';
import { Record } from '../../src/contract/records.ts';
import { atLeast, compareLevels, highest, RECORD_LEVELS, SHARE_LEVELS } from '../../src/model/levels.ts';
import { organization } from '../support/organization.ts';

const record = organization().record('R-1', { owner: 'alice' });

describe('levels', () => {
  it('S1: read < write < full', () => {
    expect(SHARE_LEVELS).toEqual(['read', 'write', 'full']);
    expect(atLeast('write', 'read') && atLeast('full', 'write')).toBe(true);
    expect(atLeast('read', 'write') || atLeast('write', 'full')).toBe(false);
  });

  it('S1: a member or a team is given one level, and has just that', () => {
    for (const level of SHARE_LEVELS) {
      const shared = record.team('North', 'dan').share('bob', level).share('team:North', level);
      expect(shared.levels('R-1')).toEqual({ alice: 'owner', bob: level, dan: level });
    }
  });

  it('S3: of what a level allows, only the order of levels is modelled: the rest is content', () => {
    expect(RECORD_LEVELS).toEqual(['none', 'metadata', 'read', 'write', 'full', 'owner']);
    const sorted = [...RECORD_LEVELS].reverse().sort(compareLevels);
    expect(sorted).toEqual([...RECORD_LEVELS]);
    expect(Object.keys(Record.shape)).not.toContain('notes');
  });

  it('S4: approval is part of a way in, and takes nothing from its level', () => {
    const shared = record.share('bob', 'write', true);
    expect(shared.ways('bob', 'R-1')).toEqual(['share write with approval']);
    expect(shared.levelOf('bob', 'R-1')).toBe('write');
  });
});

describe('S7: effective access is the highest of all ways in', () => {
  const many = record
    .team('North', 'bob')
    .team('South', 'bob')
    .share('team:South', 'write')
    .share('bob', 'read')
    .share('team:North', 'full');

  it('S7: the highest counts, whichever it is, and all are listed in one order', () => {
    expect(many.levelOf('bob', 'R-1')).toBe('full');
    expect(many.ways('bob', 'R-1')).toEqual(['share read', 'team:North full', 'team:South write']);
  });

  it('S7: taking the highest away leaves the next', () => {
    expect(many.team('North').levelOf('bob', 'R-1')).toBe('write');
    expect(many.team('North').team('South').levelOf('bob', 'R-1')).toBe('read');
    expect(many.team('North').team('South').but({ shares: [] }).levelOf('bob', 'R-1')).toBe('none');
  });

  it('S7: ownership, roles, receiving and a copy are ways like the others', () => {
    const all = many
      .member('bob', { roles: ['practitioner', 'coordinator'] })
      .transfer('coordinator', 'bob')
      .copy('bob');
    expect(all.ways('bob', 'R-1')).toEqual([
      'share read',
      'team:North full',
      'team:South write',
      'coordinator metadata',
      'recipient metadata',
      'archived-copy read',
    ]);
    expect(many.but({ owner: 'bob' }).levelOf('bob', 'R-1')).toBe('owner');
  });

  it('S7: of no ways the highest is none', () => {
    expect(highest([])).toBe('none');
    expect(highest(['metadata', 'owner', 'read'])).toBe('owner');
  });
});

describe('S8: a team may hold people who are not active', () => {
  it('S8: they have nothing until they are, and the others of the team have theirs', () => {
    const shared = record
      .team('North', 'bob', 'ivy', 'otto')
      .share('team:North', 'write')
      .member('ivy', { status: 'invited' })
      .member('otto', { status: 'inactive' });
    expect(shared.levels('R-1')).toEqual({ alice: 'owner', bob: 'write' });
    expect(shared.member('ivy', { status: 'active' }).levelOf('ivy', 'R-1')).toBe('write');
  });
});
