import { describe, expect, it } from 'vitest';
import { suspendsCollaborators } from '../../src/model/access.ts';
import { organization } from '../support/organization.ts';

const shared = organization()
  .team('North', 'dan')
  .member('cleo', { roles: ['coordinator'] })
  .record('R-1', { owner: 'alice' })
  .share('bob', 'full')
  .share('team:North', 'read');
const sentByOwner = shared.transfer('owner', 'rita');
const sentByCoordinator = shared.transfer('coordinator', 'rita');

describe('while a transfer is pending', () => {
  it('T3: its recipient has metadata, and the owner stays the owner', () => {
    expect(sentByOwner.ways('rita', 'R-1')).toEqual(['recipient metadata']);
    expect(sentByOwner.levelOf('alice', 'R-1')).toBe('owner');
  });

  it('T4: sent by the owner, it cuts off all collaborators, members and teams, full access included', () => {
    expect(sentByOwner.levels('R-1')).toEqual({ alice: 'owner', cleo: 'metadata', rita: 'metadata' });
    expect(sentByOwner.ways('bob', 'R-1')).toEqual(['share full suspended']);
    expect(sentByOwner.ways('dan', 'R-1')).toEqual(['team:North read suspended']);
  });

  it('T4: a collaborator who is to receive it falls to metadata', () => {
    const toBob = shared.transfer('owner', 'bob');
    expect(toBob.ways('bob', 'R-1')).toEqual(['share full suspended', 'recipient metadata']);
    expect(toBob.levelOf('bob', 'R-1')).toBe('metadata');
  });

  it('T4: a collaborator who is a coordinator keeps what the role shows', () => {
    const bob = sentByOwner.member('bob', { roles: ['practitioner', 'coordinator'] });
    expect(bob.levelOf('bob', 'R-1')).toBe('metadata');
  });

  it('T4: once it is over, collaborators have what they had', () => {
    expect(sentByOwner.but({ transfer: null }).levels('R-1')).toEqual(shared.levels('R-1'));
  });

  it('T5: sent by a coordinator, it cuts nobody off', () => {
    expect(sentByCoordinator.levels('R-1')).toEqual({ ...shared.levels('R-1'), rita: 'metadata' });
    expect(sentByCoordinator.ways('bob', 'R-1')).toEqual(['share full']);
  });

  it('T4, T5: only an owner’s transfer suspends', () => {
    expect([
      suspendsCollaborators('owner'),
      suspendsCollaborators('coordinator'),
      suspendsCollaborators(undefined),
    ]).toEqual([true, false, false]);
  });

  it('T15: an inactive recipient has nothing of it', () => {
    const waiting = sentByOwner.member('rita', { status: 'inactive' });
    expect(waiting.ways('rita', 'R-1')).toEqual(['recipient metadata inactive']);
    expect(waiting.levelOf('rita', 'R-1')).toBe('none');
  });

  it('T17: where the recipient is not to be seen, nobody is made out to be it', () => {
    const unseen = shared.transfer('owner', null);
    expect(unseen.levels('R-1')).toEqual({ alice: 'owner', cleo: 'metadata' });
  });
});

describe('archived copies', () => {
  const kept = shared.copy('carl');

  it('T10: a copy counts as read on the record', () => {
    expect(kept.ways('carl', 'R-1')).toEqual(['archived-copy read']);
  });

  it('T10: a transfer suspends shares, not copies', () => {
    expect(kept.share('carl', 'write').transfer('owner', 'rita').ways('carl', 'R-1')).toEqual([
      'share write suspended',
      'archived-copy read',
    ]);
  });

  it('T17: a copy kept for an inactive owner waits for their restoration', () => {
    expect(kept.member('carl', { status: 'inactive' }).levelOf('carl', 'R-1')).toBe('none');
    expect(kept.member('carl', { status: 'active' }).levelOf('carl', 'R-1')).toBe('read');
  });
});
