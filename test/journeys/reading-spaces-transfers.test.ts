import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ended, type Journey, type Json, journeyIn } from '../support/cli.ts';
import { errorOf, jsonOf } from '../support/seen.ts';
import { address, record, town } from '../support/town.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await journeyIn(
    town(
      [
        record('R-1', { bob: 'read' }, { profiles: ['P-1'] }),
        record('R-own', { bob: 'full' }, { owner: address('cleo2') }),
        record('R-C', { bob: 'read' }, { confidential: true }),
        record('R-T5', { bob: 'full' }),
      ],
      {
        schools: [
          { code: '010', name: 'École du Ruisseau' },
          { code: '020', name: 'École du Phare' },
        ],
        members: [
          ...town([]).members,
          { email: address('cleo2'), name: 'Cleo Deux', roles: ['practitioner', 'coordinator'], schools: ['010'] },
        ],
        profiles: [
          { key: 'P-1', name: 'Sam Tremblay', school: '010' },
          { key: 'P-2', name: 'Kim Laroche', school: '020' },
        ],
        transfers: [
          { record: 'R-own', to: address('gus'), by: address('cleo2'), include: ['confidential'], keepCopy: true },
          { record: 'R-C', to: address('gus'), by: address('alice') },
          { record: 'R-T5', to: address('gus'), by: address('cleo') },
        ],
        spaces: [
          {
            id: 'S-1',
            name: 'Room',
            kind: 'collaborative',
            record: 'R-1',
            creator: address('alice'),
            members: [{ with: 'team:North' }],
          },
          {
            id: 'S-2',
            name: 'Sam Tremblay',
            kind: 'multi',
            profile: 'P-1',
            creator: address('alice'),
            members: [
              { with: address('dan'), access: 'write' },
              { with: 'team:North', access: 'read' },
            ],
          },
        ],
      },
    ),
  );
});
afterAll(() => journey.close());

const as = (name: string, ...args: string[]): Promise<Ended> =>
  journey.psyctl(...args, '--as', name === 'owner' ? name : address(name));
const jsonAs = async (name: string, ...args: string[]): Promise<Json> => jsonOf(await as(name, ...args, '-o', 'json'));

describe('transfers', () => {
  it('T16: an owner who is a coordinator too has sent it as its owner, and so it is shown', async () => {
    const [shown, listed] = await Promise.all([
      jsonAs('cleo2', 'transfer', 'show', 'R-own'),
      jsonAs('cleo2', 'transfer', 'list', '--record', 'R-own'),
    ]);
    expect(shown).toMatchObject({ capacity: 'owner', include: ['confidential'], keepCopy: true, status: 'pending' });
    expect(listed).toMatchObject([{ id: shown.id, capacity: 'owner', record: { number: 'R-own' } }]);
    expect((await as('gus', 'transfer', 'show', 'R-own')).out).toMatch(/Sent +by its owner, cleo2@example\.org/);
    expect(await jsonAs('owner', 'transfer', 'show', 'R-T5')).toMatchObject({ capacity: 'coordinator' });
  });

  it('T17: a coordinator sees a confidential record’s transfer without number and title, said to be unknown', async () => {
    const listed = await jsonAs('cleo', 'transfer', 'list', '--titles');
    expect(listed.map((one: Json) => one.record.number)).toEqual(['R-own', null, 'R-T5']);
    const { id } = listed[1];
    expect(listed[1]).toMatchObject({ record: { title: null }, unknown: ['record.number', 'record.title'] });
    const shown = await as('cleo', 'transfer', 'show', id, '--titles');
    expect([shown.exit, shown.out.includes('number unknown')]).toEqual([0, true]);
    expect(shown.out).not.toMatch(/R-C|Title of/);
    const table = (await as('cleo', 'transfer', 'list', '-o', 'csv')).out.split('\n');
    expect(table[2]).toMatch(/^unknown,transfer-2,alice@example\.org,gus@example\.org,/);
    const byNumber = await as('cleo', 'transfer', 'show', 'R-C', '-o', 'json');
    expect([byNumber.exit, errorOf(byNumber).code]).toEqual([2, 'unknown-transfer']);
  });

  it('T17: who sees the record and is no party learns that one is pending, not which', async () => {
    expect(await jsonAs('bob', 'transfer', 'list')).toEqual([]);
    const ended = await as('bob', 'transfer', 'show', 'R-T5', '-o', 'json');
    expect([ended.exit, errorOf(ended).code]).toEqual([2, 'unknown-transfer']);
    expect(errorOf(ended).message).toContain('is pending, and whoever you act as is no party to it');
  });

  it('T4, T5: what a pending transfer cuts off depends on who sent it, and is said', async () => {
    expect((await as('owner', 'transfer', 'show', 'R-own')).out).toMatch(/is cut\s+off until/);
    expect((await as('owner', 'transfer', 'show', 'R-T5')).out).toMatch(/keeps their access\s+throughout/);
  });
});

describe('what can be copied from it', () => {
  it('T3: a list keeps e-mails in one piece at 80 columns, and CSV has one line each', async () => {
    const { out } = await as('cleo', 'transfer', 'list');
    expect(out).toMatch(/^transfer-1 {2}R-own {2}pending since /m);
    expect(out).toMatch(/^ {2}cleo2@example\.org to gus@example\.org$/m);
    expect(out).toContain('takes along confidential items; copy kept');
    const [header, first, ...rest] = (await as('cleo', 'transfer', 'list', '-o', 'csv')).out.trimEnd().split('\n');
    expect(header).toBe('record,id,from,to,capacity,include,keepCopy,sentAt,status,endedAt');
    expect(first).toMatch(/^R-own,transfer-1,cleo2@example\.org,gus@example\.org,by its owner,.*Z,pending,$/);
    expect(rest).toHaveLength(2);
  });

  it('T15: whole commands end it, each as who may run it; one of them as it stands', async () => {
    const { out } = await as('owner', 'transfer', 'show', 'R-T5');
    expect(out.match(/psyctl .*/g)).toEqual([
      'psyctl transfer accept transfer-3 --as gus@example.org',
      'psyctl transfer decline transfer-3 --as gus@example.org',
      'psyctl transfer cancel transfer-3 --as cleo@example.org',
      'psyctl transfer reassign transfer-3 --to MEMBER --as COORDINATOR',
    ]);
    const [command = ''] = out.match(/transfer decline .*/) ?? [];
    expect((await journey.psyctl(...command.split(' '), '--dry-run')).exit).toBe(0);
  });
});

describe('spaces', () => {
  it('C1: in a collaborative space one is or is not: there are no levels', async () => {
    const shown = await jsonAs('owner', 'space', 'show', 'S-1');
    expect(shown).toMatchObject({ kind: 'collaborative', record: { number: 'R-1' }, people: 3, unknown: [] });
    expect(shown.members).toMatchObject([{ grantee: { type: 'team', name: 'North' }, access: null }]);
    expect((await as('dan', 'space', 'show', 'S-1')).out).toMatch(
      /In it +alice@example\.org \(creator\)\n +team North/,
    );
  });

  it('C2: a multi-space is around a profile, takes its name from it, and gives levels', async () => {
    const { out } = await as('owner', 'space', 'show', 'multi:P-1', '--titles');
    expect(out).toMatch(/^S-2 Sam Tremblay$/m);
    expect(out).toMatch(/alice@example\.org \(creator\): full\n +dan@example\.org: write\n +team North \(3\): read/);
    expect(out).toContain('Confidential notes in it are visible only to their author.');
    const listed = await as('dan', 'space', 'list', '--kind', 'multi', '-o', 'csv');
    expect(listed.out).toBe('id,kind,profile,creator,people\nS-2,multi-space,P-1,alice@example.org,3\n');
  });

  it('C3: who is in the spaces reaches no record, and who reads the record is in no space', async () => {
    expect((await jsonAs('dan', 'space', 'list')).map((one: Json) => one.id)).toEqual(['S-1', 'S-2']);
    expect(await jsonAs('dan', 'record', 'list')).toEqual([]);
    expect((await jsonAs('bob', 'record', 'list')).map((one: Json) => one.number)).toContain('R-1');
    expect(await jsonAs('bob', 'space', 'list')).toEqual([]);
    // Dan has no way to the record the space was made from: which it is isn't told.
    expect(await jsonAs('dan', 'space', 'show', 'S-1')).toMatchObject({ record: null, unknown: ['record'] });
    expect((await as('dan', 'space', 'show', 'S-1')).out).toContain('Being in it opens no record');
    expect((await as('owner', 'access', 'check', address('bob'), 'read', 'multi:P-1')).exit).toBe(11);
  });
});

describe('profiles', () => {
  it('C6: everybody sees key, school and whether there is a multi-space; a name where they may create', async () => {
    const seen = async (name: string) =>
      (await jsonAs(name, 'profile', 'list', '--titles')).map((one: Json) => [one.key, one.hasMultiSpace, one.name]);
    expect(await seen('cleo')).toEqual([
      ['P-1', true, 'Sam Tremblay'],
      ['P-2', false, 'Kim Laroche'],
    ]);
    expect(await seen('bob')).toEqual([
      ['P-1', true, null],
      ['P-2', false, null],
    ]);
    expect((await as('max', 'profile', 'list')).out).not.toMatch(/Tremblay|Laroche/);
    const without = await jsonAs('bob', 'profile', 'list', '--without-space');
    expect(without.map((one: Json) => one.key)).toEqual(['P-2']);
  });

  it('C6: that there is a multi-space is told to who isn’t in it, and nothing of it', async () => {
    const ended = await as('bob', 'space', 'show', 'multi:P-1', '-o', 'json');
    expect([ended.exit, errorOf(ended).code]).toEqual([2, 'unknown-space']);
    expect(ended.err).not.toMatch(/S-2|Tremblay|alice/);
    const none = await as('bob', 'space', 'show', 'multi:P-2', '-o', 'json');
    expect(errorOf(none).message).toContain('has no multi-space');
  });
});
