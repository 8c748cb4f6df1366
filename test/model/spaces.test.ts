import { describe, expect, it } from 'vitest';
import { organization } from '../support/organization.ts';

describe('spaces', () => {
  const room = organization().team('North', 'dan', 'eve').space('S-1', 'collaborative', 'alice');
  const multi = organization().team('North', 'dan', 'eve').space('S-2', 'multi', 'alice');

  it('C1: a collaborative space is shared with nobody by default', () => {
    expect(room.member('bob').levels('S-1')).toEqual({ alice: 'member' });
  });

  it('C1: in a collaborative space one is in it or not, as a member or through a team', () => {
    const shared = room.in('bob').in('team:North');
    expect(shared.levels('S-1')).toEqual({ alice: 'member', bob: 'member', dan: 'member', eve: 'member' });
    expect(shared.ways('dan', 'S-1')).toEqual(['team:North member']);
  });

  it('C2: a multi-space gives each member or team a level of their own', () => {
    const shared = multi.in('bob', 'full').in('team:North', 'read').in('dan', 'write');
    expect(shared.levels('S-2')).toEqual({ alice: 'full', bob: 'full', dan: 'write', eve: 'read' });
    expect(shared.ways('dan', 'S-2')).toEqual(['share write', 'team:North read']);
  });

  it('C3: a space gives no access to a record, and a record none to a space', () => {
    const both = room.in('bob').record('R-1', { owner: 'alice' }).share('cleo', 'full');
    expect(both.levels('R-1')).toEqual({ alice: 'owner', cleo: 'full' });
    expect(both.levels('S-1')).toEqual({ alice: 'member', bob: 'member' });
  });

  it('C3: roles that show records show no spaces', () => {
    const roles = multi.member('cleo', { roles: ['coordinator', 'manager', 'administrator'], schools: ['010'] });
    expect(roles.levels('S-2')).toEqual({ alice: 'full' });
  });

  it('C8: the creator has full in a multi-space, is in a collaborative one, and a share is a second way', () => {
    expect(room.ways('alice', 'S-1')).toEqual(['creator member']);
    const twice = multi.in('alice', 'read');
    expect(twice.ways('alice', 'S-2')).toEqual(['creator full', 'share read']);
    expect(twice.levelOf('alice', 'S-2')).toBe('full');
  });

  it('C7: of a space nothing is known but who is in it: no note, whoever wrote it', () => {
    const space = multi.in('bob', 'full').state.spaces.get('S-2');
    expect(Object.keys(space ?? {}).sort()).toEqual(['creator', 'id', 'kind', 'profile', 'shares']);
  });

  it('O5: who is not active is in no space, not even as its creator', () => {
    expect(multi.in('bob', 'full').member('alice', { status: 'inactive' }).levels('S-2')).toEqual({ bob: 'full' });
  });

  it('S7: leaving one team leaves what another gives', () => {
    const twice = multi.team('South', 'dan').in('team:North', 'full').in('team:South', 'read');
    expect(twice.levelOf('dan', 'S-2')).toBe('full');
    expect(twice.team('North', 'eve').levelOf('dan', 'S-2')).toBe('read');
  });
});
