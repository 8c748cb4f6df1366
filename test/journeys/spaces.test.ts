import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ended, type Journey, journeyIn } from '../support/cli.ts';
import { changesOf, errorOf, jsonOf, levelsOn, messagesAbout, stepsOf } from '../support/seen.ts';
import { address, record, town } from '../support/town.ts';

const members = (told: Readonly<Record<string, 'read' | 'write' | 'full' | null>>) =>
  Object.entries(told).map(([name, access]) => ({ with: address(name), ...(access && { access }) }));

let journey: Journey;
beforeAll(async () => {
  const base = town([
    record('R-1', { bob: 'read' }),
    record('R-2', { gus: 'read' }),
    record('R-O', {}, { owner: address('otto') }),
  ]);
  journey = await journeyIn({
    ...base,
    members: base.members.map((one) => (one.email === address('alice') ? { ...one, schools: ['010'] } : one)),
    schools: [...(base.schools ?? []), { code: '020', name: 'École du Lac' }],
    profiles: [
      { key: 'P-1', name: 'Sam Tremblay', school: '010' },
      { key: 'P-2', name: 'Léa Roy', school: '020' },
      { key: 'P-3', name: 'Max Dubé', school: '010' },
      { key: 'P-4', name: 'Zoé Côté', school: '010' },
      { key: 'P-5', name: 'Guy Huot', school: '010' },
      { key: 'P-6', name: 'Ana Diop', school: '010' },
    ],
    spaces: [
      {
        id: 'S-M',
        kind: 'multi',
        profile: 'P-3',
        creator: address('alice'),
        members: members({ bob: 'full', fay: 'write', 'team:North': 'read' }),
      },
      {
        id: 'S-C',
        name: 'Class',
        kind: 'collaborative',
        creator: address('alice'),
        members: members({ bob: null, 'team:North': null }),
      },
      { id: 'S-N', kind: 'multi', profile: 'P-4', creator: address('fay'), members: members({ dan: 'full' }) },
      {
        id: 'S-8',
        kind: 'multi',
        profile: 'P-5',
        creator: address('alice'),
        members: members({ bob: 'full', alice: 'read' }),
      },
      { id: 'S-O', name: 'Left', kind: 'collaborative', creator: address('otto') },
    ],
  });
});
afterAll(() => journey.close());

const as = (who: string, ...args: string[]): Promise<Ended> =>
  journey.psyctl(...args, '--as', who === 'owner' ? who : address(who), '--yes', '-o', 'json');
const space = (who: string, verb: string, ...args: string[]) =>
  as(
    who,
    'space',
    verb,
    ...args.map((arg) =>
      arg.replace(/(^|=)(bob|carl|dan|eve|fay|gus|alice)(?=$|=)/, (_, sign, name) => sign + address(name)),
    ),
  );
const idOfNew = async (key: string) => {
  const world = await journey.world();
  return world.spaces.filter(({ profile, name }) => profile === key || name === key).at(-1)?.id ?? '';
};

describe('space create', () => {
  it('C2, C8: a multi-space for a profile, shared in the same row; proved by its real id', async () => {
    const ended = await space('alice', 'create', '--for', 'P-1', '--share', 'bob=read', 'team:North=write');
    expect([ended.exit, ...stepsOf(ended)]).toEqual([0, '1 change', '1 change', '1 change']);
    expect(jsonOf(ended).accessChanges[0]).toMatchObject({ resource: 'space:new:P-1', member: address('alice') });
    expect(jsonOf(ended).run.verification).toMatchObject({ unverifiable: 0, mismatches: [] });
    expect(await levelsOn(journey, await idOfNew('P-1'))).toEqual({
      alice: 'full',
      bob: 'read',
      dan: 'write',
      eve: 'write',
    });
    expect(ended.out + ended.err).not.toContain('Tremblay');
  });

  it('C5, N2: everyone added is written to, once', async () => {
    expect(await messagesAbout(journey, await idOfNew('P-1'))).toEqual([
      'bob email space.share',
      'bob notification space.share',
      'dan email space.share',
      'dan notification space.share',
      'eve email space.share',
      'eve notification space.share',
    ]);
  });

  it('C6: again it creates nothing; what it is shared with applies to the one there is', async () => {
    const again = await space('alice', 'create', '--for', 'P-1', '--share', 'bob=read');
    expect([again.exit, ...stepsOf(again)]).toEqual([0, '1 unchanged', '1 unchanged']);
    const more = await space('alice', 'create', '--for', 'P-1', '--share', 'fay=read');
    expect([more.exit, ...stepsOf(more)]).toEqual([0, '1 unchanged', '1 change']);
    const id = await idOfNew('P-1');
    expect(jsonOf(more).steps[0].target).toBe(id);
    expect(await levelsOn(journey, id)).toMatchObject({ fay: 'read' });
  });

  it('C6: one outside one’s view is refused without being named; --another makes a second', async () => {
    const refused = await space('alice', 'create', '--for', 'P-4', '--share', 'bob=read');
    expect([refused.exit, ...stepsOf(refused)]).toEqual([3, '1 C6 refused', '1 C6 refused']);
    expect(refused.out).not.toContain('S-N');
    const second = await space('alice', 'create', '--for', 'P-4', '--another');
    expect([second.exit, ...changesOf(second)]).toEqual([0, 'alice: none → full, gained (rows 1)']);
    expect((await journey.world()).spaces.filter(({ profile }) => profile === 'P-4')).toHaveLength(2);
  });

  it('C6: for profiles of one’s own schools; an administrator or a coordinator for any', async () => {
    const own = await space('alice', 'create', '--for', 'P-2');
    expect([own.exit, ...stepsOf(own)]).toEqual([3, '1 C6 refused']);
    const ada = await journey.psyctl('space', 'create', '--for', 'P-2', '--yes', '-o', 'json');
    expect([ada.exit, ...stepsOf(ada)]).toEqual([0, '1 change']);
  });

  it('C1, C3: a collaborative one from a record: it opens no record, and nobody else is in it', async () => {
    const before = await levelsOn(journey, 'R-1');
    const args = ['--kind', 'collaborative', '--record', 'R-1', '--name', 'Follow-up'];
    const made = await space('bob', 'create', ...args);
    expect([made.exit, ...changesOf(made)]).toEqual([0, 'bob: none → member, gained (rows 1)']);
    expect(await levelsOn(journey, await idOfNew('Follow-up'))).toEqual({ bob: 'member' });
    const again = await space('bob', 'create', ...args, '--share', 'gus');
    expect([again.exit, ...stepsOf(again)]).toEqual([0, '1 unchanged', '1 change']);
    expect(await levelsOn(journey, 'R-1')).toEqual(before);
  });

  it('C1: from a record one only sees by number, it is refused', async () => {
    const refused = await space('cleo', 'create', '--kind', 'collaborative', '--record', 'R-1', '--name', 'Mine');
    expect([refused.exit, ...stepsOf(refused)]).toEqual([3, '1 C1 refused']);
  });

  it('A1: --as owner creates for the record’s owner; without a record it is nobody’s', async () => {
    const args = ['--kind', 'collaborative', '--name', 'Hers'];
    const made = await space('owner', 'create', ...args, '--record', 'R-2');
    expect(changesOf(made)).toEqual(['alice: none → member, gained (rows 1)']);
    const nobody = await space('owner', 'create', ...args);
    expect([nobody.exit, errorOf(nobody).code]).toEqual([2, 'nothing-is-owned']);
    const inactive = await space('owner', 'create', ...args, '--record', 'R-O');
    expect([inactive.exit, ...stepsOf(inactive)]).toEqual([3, '1 A1 refused']);
  });

  it('from a file: many, each with a kind of its own', async () => {
    const input =
      'profil;type;nom;partage\nP-5;;;\nP-6;multi;;bob@example.org=lecture|team:North=complet\n;collaboratif;Deux;bob@example.org\n';
    const ended = await journey.psyctlWith(
      { input },
      'space',
      'create',
      '--csv',
      '-',
      '--as',
      address('alice'),
      '--yes',
      '-o',
      'json',
    );
    expect([ended.exit, ...stepsOf(ended)]).toEqual([
      0,
      '2 unchanged',
      '3 change',
      '3 change',
      '3 change',
      '4 change',
      '4 change',
    ]);
    expect(jsonOf(ended).steps.map(({ target }: { target: string }) => target)).toContain('new:Deux');
    expect(await levelsOn(journey, await idOfNew('Deux'))).toEqual({ alice: 'member', bob: 'member' });
  });

  it.each([
    [['--for', 'P-1', '--share', 'bob'], 'space-level'],
    [['--kind', 'collaborative', '--name', 'X', '--share', 'bob=read'], 'space-level'],
    [['--for', 'P-1', '--share', 'bob=readd'], 'bad-value'],
    [['--for', 'P-11'], 'unknown-profile'],
    [['--kind', 'collaborative'], 'flag-needs'],
    [[], 'flag-needs'],
    [['--for', 'P-1', '--name', 'X'], 'conflicting-flags'],
    [['--for', 'P-1', '--record', 'R-1'], 'conflicting-flags'],
    [['--for', 'P-1', '--kind', 'cosy'], 'bad-value'],
  ])('bad input is told: %j', async (args, code) => {
    const ended = await space('alice', 'create', ...args);
    expect([ended.exit, errorOf(ended).code]).toEqual([2, code]);
  });

  it('an unknown profile is told with the nearest', async () => {
    const ended = await space('alice', 'create', '--for', 'P-11');
    expect(errorOf(ended).hint).toContain('P-1');
  });
});

describe('space share', () => {
  it('C2, C4: a multi-space with a level, by its creator and those with full access', async () => {
    const refused = await space('fay', 'share', 'S-M', '--with', 'gus', '--access', 'read');
    expect([refused.exit, ...stepsOf(refused)]).toEqual([3, '1 C4 refused']);
    const shared = await space('bob', 'share', 'multi:P-3', '--with', 'gus', '--access', 'read');
    expect([shared.exit, ...changesOf(shared)]).toEqual([0, 'gus: none → read, gained (rows 1)']);
    const without = await space('bob', 'share', 'S-M', '--with', 'gus');
    expect([without.exit, ...stepsOf(without)]).toEqual([3, '1 C2 refused']);
  });

  it('C1: in a collaborative space everybody invites, through a team too, with no level', async () => {
    const refused = await space('dan', 'share', 'S-C', '--with', 'fay', '--access', 'read');
    expect([refused.exit, ...stepsOf(refused)]).toEqual([3, '1 C1 refused']);
    const shared = await space('dan', 'share', 'S-C', '--with', 'fay');
    expect([shared.exit, ...changesOf(shared)]).toEqual([0, 'fay: none → member, gained (rows 1)']);
  });

  it('N2: not whoever is in it at that level or above', async () => {
    const shared = await space('dan', 'share', 'S-N', '--with', 'team:North', '--access', 'write');
    expect(shared.exit).toBe(0);
    expect(await messagesAbout(journey, 'S-N')).toEqual(['eve email space.share', 'eve notification space.share']);
  });

  it('A1, A2: with act-as alone a space leads to its creator; --as owner acts for them', async () => {
    const alone = await journey.psyctl(
      'space',
      'share',
      'S-M',
      '--with',
      address('eve'),
      '--access',
      'full',
      '--yes',
      '-o',
      'json',
    );
    expect([alone.exit, ...stepsOf(alone)]).toEqual([3, '1 C4 refused']);
    expect(jsonOf(alone).steps[0].refusal.hint).toContain('--as owner');
    const shared = await space(
      'owner',
      'share',
      'multi:P-3',
      'S-C',
      '--with',
      'eve',
      '--access',
      'full',
      '--skip-refused',
    );
    expect([shared.exit, ...stepsOf(shared)]).toEqual([7, '1 change', '2 C1 refused']);
    const inactive = await space('owner', 'share', 'S-O', '--with', 'eve');
    expect([inactive.exit, ...stepsOf(inactive)]).toEqual([3, '1 A1 refused']);
  });

  it('A2: a space one is not in is unknown', async () => {
    const ended = await space('gus', 'share', 'S-C', '--with', 'eve');
    expect([ended.exit, errorOf(ended).code]).toEqual([2, 'unknown-space']);
  });

  it('a profile with several multi-spaces is told, with their ids', async () => {
    const ended = await space('owner', 'share', 'multi:P-4', '--with', 'eve', '--access', 'read');
    expect([ended.exit, errorOf(ended).code]).toEqual([2, 'ambiguous-space']);
    expect(errorOf(ended).message).toContain('S-N');
  });

  it('two levels for one grantee contradict each other, both rows named', async () => {
    const input = 'space,with,access\nS-M,gus@example.org,read\nS-M,gus@example.org,write\n';
    const ended = await journey.psyctlWith(
      { input },
      'space',
      'share',
      '--csv',
      '-',
      '--as',
      'owner',
      '--quiet',
      '-o',
      'json',
    );
    expect([ended.exit, errorOf(ended).code]).toEqual([2, 'contradiction']);
    expect(errorOf(ended).message).toContain('rows 2 and 3');
  });
});

describe('space unshare, space leave', () => {
  it('C4: from a collaborative space its creator alone removes others; S7: who keeps another way is told', async () => {
    const refused = await space('bob', 'unshare', 'S-C', '--from', 'team:North');
    expect([refused.exit, ...stepsOf(refused)]).toEqual([3, '1 C4 refused']);
    const ended = await space('alice', 'unshare', 'S-C', '--from', 'team:North');
    expect([ended.exit, ...changesOf(ended)]).toContain('dan: member → none, revoked (rows 1)');
  });

  it('C8: the creator can’t be removed; a share they also hold is a second path', async () => {
    const refused = await space('bob', 'unshare', 'S-M', '--from', 'alice');
    expect([refused.exit, ...stepsOf(refused)]).toEqual([3, '1 C8 refused']);
    const second = await space('bob', 'unshare', 'S-8', '--from', 'alice');
    expect([second.exit, ...changesOf(second)]).toEqual([0, 'alice: full → full, path-only (rows 1)']);
    const leaving = await space('alice', 'leave', 'S-8');
    expect([leaving.exit, ...stepsOf(leaving)]).toEqual([3, '1 C8 refused']);
  });

  it('C4: one leaves what one was given; what a team gives is left by leaving the team', async () => {
    const left = await space('fay', 'leave', 'S-M');
    expect([left.exit, ...changesOf(left)]).toEqual([0, 'fay: write → none, revoked (rows 1)']);
    const refused = await space('dan', 'leave', 'S-M');
    expect([refused.exit, ...stepsOf(refused)]).toEqual([3, '1 C4 refused']);
  });
});

describe('a preview', () => {
  it('C3: says that being in a space opens no record; names only where titles are shown', async () => {
    const args = ['space', 'share', 'S-M', '--with', address('eve'), '--access', 'write', '--as', 'owner', '--dry-run'];
    const plain = await journey.psyctl(...args);
    expect(plain.out).toContain('Being in a space opens no record');
    expect(plain.out).toContain('S-M, multi-space for P-3');
    expect(plain.out).not.toContain('Dubé');
    expect((await journey.psyctl(...args, '--titles')).out).toContain('S-M Max Dubé, multi-space for P-3');
    expect((await journey.psyctl(...args, '--titles', '-o', 'json')).out).not.toContain('Dubé');
  });
});
