import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ended, type Journey, type Json, journeyIn } from '../support/cli.ts';
import { errorOf, jsonOf } from '../support/seen.ts';
import { address, record, town } from '../support/town.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await journeyIn(
    town(
      [
        record(
          'R-1',
          { bob: 'write', 'team:North': 'read' },
          { profiles: ['P-1'], contents: { confidentialNotes: 1 } },
        ),
        record('R-T4', { bob: 'full', 'team:North': 'read' }),
        record('R-T5', { bob: 'full' }),
        record('R-C', { bob: 'read' }, { confidential: true, profiles: ['P-1'] }),
        record('R-D', { bob: 'full' }, { status: 'deleted' }),
      ],
      {
        transfers: [
          { record: 'R-T4', to: address('gus'), by: address('alice') },
          { record: 'R-T5', to: address('gus'), by: address('cleo') },
        ],
        copies: [{ record: 'R-1', holder: address('fay'), at: '2026-06-20T12:00:00Z' }],
        spaces: [
          {
            id: 'S-1',
            name: 'Room',
            kind: 'collaborative',
            creator: address('alice'),
            members: [{ with: 'team:North' }],
          },
          {
            id: 'S-2',
            name: 'Sam Tremblay',
            kind: 'multi',
            profile: 'P-1',
            creator: address('bob'),
            members: [{ with: address('dan'), access: 'write' }],
          },
        ],
      },
    ),
  );
});
afterAll(() => journey.close());

const ask = (as: string, ...args: string[]): Promise<Ended> =>
  journey.psyctl('access', ...args, '-o', 'json', '--as', as === 'owner' ? as : address(as));
/** Who reaches a resource, as psyctl says it: `bob write: share write`. */
async function who(as: string, resource: string): Promise<string[]> {
  const ended = await ask(as, 'who', resource);
  expect([ended.exit, resource]).toEqual([0, resource]);
  return jsonOf(ended)
    .map(({ member, level, paths }: Json) => {
      const ways = paths.map((path: Json) => [
        path.via ?? path.kind,
        path.level,
        ...(path.state === 'active' ? [] : [path.state]),
      ]);
      return `${member.email.split('@')[0]} ${level}: ${ways.map((way: string[]) => way.join(' ')).join(', ')}`;
    })
    .sort();
}

describe('who reaches what', () => {
  it('O4, S7, T10: every way in: owner, share, team, coordinator, manager, copy; a partly confidential record too', async () => {
    expect(await who('owner', 'R-1')).toEqual([
      'alice owner: owner owner',
      'bob write: share write',
      'cleo metadata: coordinator metadata',
      'dan read: North read',
      'eve read: North read',
      'fay read: archived-copy read',
      'max metadata: manager metadata',
    ]);
  });

  it('O4: of a confidential record coordinators and managers see nothing', async () => {
    expect(await who('owner', 'R-C')).toEqual(['alice owner: owner owner', 'bob read: share read']);
    const ended = await ask('cleo', 'who', 'R-C');
    expect([ended.exit, errorOf(ended).code]).toEqual([2, 'unknown-record']);
  });

  it('O4: what a coordinator is told of confidential records is how many there are', async () => {
    const ended = await journey.psyctlWith(
      { token: 'token-cleo' },
      'record',
      'list',
      '--owner',
      address('alice'),
      '-o',
      'json',
    );
    expect(jsonOf(ended).map((one: Json) => one.number)).toEqual(['R-1', 'R-T4', 'R-T5']);
    expect(ended.err).toMatch(/1 confidential record is left out/);
  });

  it('R4: a deleted record is open to its owner alone', async () => {
    expect(await who('owner', 'R-D')).toEqual(['alice owner: owner owner']);
  });

  it('T3, T4: an owner’s transfer leaves the owner, the recipient’s metadata, and nobody it was shared with', async () => {
    expect(await who('owner', 'R-T4')).toEqual([
      'alice owner: owner owner',
      'cleo metadata: coordinator metadata',
      'gus metadata: recipient metadata',
    ]);
  });

  it('T3, T5: a coordinator’s cuts nobody off', async () => {
    expect(await who('owner', 'R-T5')).toEqual([
      'alice owner: owner owner',
      'bob full: share full',
      'cleo metadata: coordinator metadata',
      'gus metadata: recipient metadata',
    ]);
  });

  it('T17: who is no party to a transfer sees that there is one, not to whom it goes', async () => {
    const seen = async (as: string) =>
      jsonOf(await journey.psyctl('record', 'show', 'R-T5', '--as', address(as), '-o', 'json')).pendingTransfer;
    expect(await seen('bob')).toEqual({ capacity: 'coordinator' });
    expect((await seen('alice')).to.email).toBe(address('gus'));
    expect((await seen('cleo')).to.email).toBe(address('gus'));
  });

  it('S10, O4: who reads a record sees its shares, a manager doesn’t: unknown, never none', async () => {
    const show = async (as: string) =>
      jsonOf(await journey.psyctl('record', 'show', 'R-1', '--as', address(as), '-o', 'json'));
    expect((await show('bob')).shares).toHaveLength(2);
    const managed = await show('max');
    expect(managed.shares).toBeNull();
    expect(managed.unknown).toContain('shares');
  });
});

describe('spaces', () => {
  it('C1, C8: in a collaborative one is who created it, and who was invited, through a team too', async () => {
    expect(await who('owner', 'S-1')).toEqual([
      'alice member: creator member',
      'dan member: North member',
      'eve member: North member',
    ]);
  });

  it('C2, C3, C8: a multi-space has levels of its own; owning the pupil’s record gives none', async () => {
    expect(await who('owner', 'S-2')).toEqual(['bob full: creator full', 'dan write: share write']);
  });
});

describe('yes, no, and why', () => {
  it('S1, S7: a level is reached or not; the exit code says so', async () => {
    expect((await ask('owner', 'check', address('bob'), 'write', 'R-1')).exit).toBe(0);
    expect((await ask('owner', 'check', address('bob'), 'full', 'R-1')).exit).toBe(11);
    expect((await ask('owner', 'check', address('ivy'), 'read', 'R-1')).exit).toBe(11);
    expect((await ask('max', 'check', address('bob'), 'write', 'R-1')).exit).toBe(12);
  });

  it('S8: who is invited has a way in that doesn’t work yet', async () => {
    const explained = jsonOf(await ask('owner', 'explain', address('ivy'), 'R-1'));
    expect(explained).toMatchObject({ level: 'none', certainty: 'observed' });
    expect(explained.paths).toMatchObject([{ kind: 'team', level: 'read', via: 'North', state: 'inactive' }]);
  });

  it('O11: an administrator learns what a member reaches, confidential records included, never a title', async () => {
    const ended = await journey.psyctl('access', 'of', address('bob'), '-o', 'json', '--titles');
    const reached = jsonOf(ended).map((one: Json) => [one.resource, one.level]);
    expect(Object.fromEntries(reached)).toEqual({
      'record:R-1': 'write',
      'record:R-C': 'read',
      'record:R-T5': 'full',
      'space:S-2': 'full',
    });
    expect(ended.out).not.toMatch(/Title of|Tremblay/);
  });
});
