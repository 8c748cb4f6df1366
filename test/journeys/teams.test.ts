import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ended, type Journey, type Json, journeyIn } from '../support/cli.ts';
import { changesOf, errorOf, jsonOf, levelsOn, stepsOf } from '../support/seen.ts';
import { address, record, town } from '../support/town.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await journeyIn(
    town(
      [
        record('R-1', { 'team:North': 'write', bob: 'read', eve: 'read' }),
        record('R-2', { 'team:North': 'read' }, { confidential: true }),
        record('R-3', { 'team:South': 'read' }),
      ],
      {
        teams: [
          { name: 'North', members: ['dan', 'eve', 'ivy'].map(address) },
          { name: 'South', members: ['fay', 'gus'].map(address) },
        ],
        spaces: [
          {
            id: 'S-1',
            name: 'Sam',
            kind: 'collaborative',
            creator: address('alice'),
            members: [{ with: 'team:North' }],
          },
        ],
      },
    ),
  );
});
afterAll(() => journey.close());

const psyctl = (...args: string[]): Promise<Ended> => journey.psyctl('team', ...args, '--yes', '-o', 'json');
/** A preview's words, however its lines are broken. */
const preview = async (...args: string[]) =>
  (await journey.psyctl('team', ...args, '--dry-run')).out.replaceAll(/\s+/g, ' ');
const outbox = async () => (await journey.outbox()).length;

describe('team add and remove', () => {
  it('O7, O11: whoever joins gains what the team was given at once, confidential records and spaces too', async () => {
    const ended = await psyctl('add', 'North', address('bob'), address('gus'));
    expect([ended.exit, ...changesOf(ended)]).toEqual([
      0,
      'bob: read → write, raised (rows 1)',
      'gus: none → write, gained (rows 2)',
      'bob: none → read, gained (rows 1)',
      'gus: none → read, gained (rows 2)',
      'bob: none → member, gained (rows 1)',
      'gus: none → member, gained (rows 2)',
    ]);
    expect(jsonOf(ended).accessChanges[0]).toMatchObject({ resource: 'record:R-1' });
    expect(ended.out).not.toContain('Title of');
    expect(jsonOf(ended).run.verification).toEqual({ checked: 6, unverifiable: 0, mismatches: [] });
    expect(await levelsOn(journey, 'R-2')).toMatchObject({ bob: 'read', gus: 'read' });
  });

  it('O7, S7, N5: whoever leaves loses what only the team gave; nobody is written to', async () => {
    expect(await preview('remove', 'North', address('bob'))).toContain(
      'leaves North; loses 1 record, 1 space; lowered on 1',
    );
    const ended = await psyctl('remove', 'North', address('bob'), address('gus'), '--max-losses', '100%');
    expect(ended.exit).toBe(0);
    expect(changesOf(ended)).toContain('bob: write → read, lowered (rows 1)');
    expect(await levelsOn(journey, 'R-1')).toMatchObject({ bob: 'read', dan: 'write' });
    expect(await outbox()).toBe(0);
  });

  it('O12, S8: who is invited or inactive has nothing until they are active', async () => {
    const ended = await psyctl('add', 'South', address('otto'));
    expect(changesOf(ended)).toEqual(['otto: none → none, path-only (rows 1)']);
    expect(await preview('remove', 'South', address('otto'))).toContain(
      'inactive: would have had 1 record once active, and no longer will',
    );
  });

  it('O7: by administrators alone, who are named to the others', async () => {
    const ended = await psyctl('add', 'North', address('bob'), '--as', address('cleo'));
    expect([ended.exit, ...stepsOf(ended)]).toEqual([3, '1 O7 refused']);
    expect(jsonOf(ended).steps[0].refusal.hint).toBe('Ada Test can');
  });

  it('--max-losses: five people losing all access wait for consent', async () => {
    const add = await psyctl('create', 'Crew', '--member', ...['bob', 'dan', 'eve', 'fay', 'gus'].map(address));
    expect([add.exit, stepsOf(add)]).toEqual([
      0,
      ['1 change', '2 change', '3 change', '4 change', '5 change', '6 change'],
    ]);
    await journey.psyctl('record', 'share', 'R-3', '--with', 'team:Crew', '--access', 'full', '--as', 'owner', '--yes');
    await journey.psyctl('record', 'share', 'R-2', '--with', 'team:Crew', '--access', 'full', '--as', 'owner', '--yes');
    const ended = await psyctl('delete', 'Crew');
    expect([ended.exit, errorOf(ended).code]).toEqual([6, 'too-many-losses']);
    const allowed = await psyctl('delete', 'Crew', '--max-losses', '6');
    expect([allowed.exit, jsonOf(allowed).run.verification.mismatches]).toEqual([0, []]);
  });
});

describe('team create, rename and delete', () => {
  it('O7: creating is done once; of a file, with a row for each team and member', async () => {
    const input = `Équipe;Membre\nÉquipe É;${address('bob')}\nÉquipe É;${address('dan')}\nEast;${address('dan')}\n`;
    const again = () => journey.psyctlWith({ input }, 'team', 'create', '--csv', '-', '--yes', '--quiet', '-o', 'json');
    const first = await again();
    expect([first.exit, jsonOf(first).run.totals.done]).toEqual([0, 5]);
    const teams = jsonOf(await journey.psyctl('team', 'list', '-o', 'json')) as Json[];
    expect(teams.find((team) => team.name === 'Équipe É')?.members).toHaveLength(2);
    const second = await again();
    expect([second.exit, jsonOf(second).run, jsonOf(second).summary.steps.change]).toEqual([0, null, 0]);
  });

  it('O7: renaming changes nobody’s access; the way in bears the new name', async () => {
    const ended = await psyctl('rename', 'South', 'Far South');
    expect([ended.exit, changesOf(ended)]).toEqual([0, []]);
    const reached = jsonOf(
      await journey.psyctl('access', 'explain', address('fay'), 'R-3', '--as', 'owner', '-o', 'json'),
    );
    expect(reached.paths).toMatchObject([{ kind: 'team', via: 'Far South' }]);
  });

  it.each([
    [
      'a team that exists in another case',
      ['create', 'north'],
      'team-exists',
      'there is a team “North”, written otherwise',
    ],
    ['a name that is taken', ['rename', 'East', 'North'], 'team-exists', 'there is a team “North” already'],
    ['a team that is not there', ['delete', 'Nroth'], 'unknown-team', 'there is no team “Nroth”'],
    [
      'a member who is not there',
      ['add', 'North', 'bbo@example.org'],
      'unknown-member',
      'there is no member “bbo@example.org”',
    ],
    [
      '--as owner',
      ['delete', 'North', '--as', 'owner'],
      'nothing-is-owned',
      '--as owner acts for the owner of a record or the creator of a space: team.delete is about neither',
    ],
  ])('an error: %s', async (_, args, code, message) => {
    const ended = await psyctl(...args);
    expect([ended.exit, ended.out]).toEqual([2, '']);
    expect(errorOf(ended)).toMatchObject({ code, message });
  });

  it('O7: deleting a team closes what it was given, and says to whom', async () => {
    expect(await preview('delete', 'North')).toContain('North is deleted, with all it was given; 3 members are in it');
    const ended = await psyctl('delete', 'North', '--max-losses', '100%');
    expect([ended.exit, jsonOf(ended).run.verification.mismatches]).toEqual([0, []]);
    expect(changesOf(ended)).toContain('eve: write → read, lowered (rows 1)');
    expect(await levelsOn(journey, 'R-2')).toEqual({ alice: 'owner' });
  });
});
