import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ended, type Journey, type Json, journeyIn } from '../support/cli.ts';
import { folderOf, manifestOf, onboarding } from '../support/onboarding.ts';
import { errorOf, jsonOf } from '../support/seen.ts';
import { record, town } from '../support/town.ts';

let journey: Journey;
let before: unknown;
const state = async () => ({ world: await journey.world(), outbox: await journey.outbox() });
beforeAll(async () => {
  journey = await journeyIn(town([record('R-1', { bob: 'read' })]));
  before = await state();
});
afterAll(() => journey.close());

/** Exit 2, one error of just this kind, nothing on standard output, and nothing changed. */
async function expectMistake(ended: Ended, error: object): Promise<void> {
  expect(errorOf(ended)).toMatchObject({ exitCode: 2, ...error });
  expect([ended.exit, ended.out]).toEqual([2, '']);
  expect(ended.err).not.toMatch(/^\s+at /m);
  expect(await state()).toEqual(before);
}

describe('a manifest with a mistake says what it is, its line and column, and what to do', () => {
  it.each<[string, string, object]>([
    [
      'a school’s code without quotes',
      'members:\n  - {email: a@example.org, roles: practitioner, schools: 010}\n',
      { code: 'manifest-not-text', row: 2, column: 58, hint: 'put it in quotes: "010"' },
    ],
    [
      'a key that means nothing',
      'members: []\nteems: []\n',
      { code: 'manifest-unknown-key', row: 2, column: 1, hint: 'did you mean “teams”?' },
    ],
    [
      'somebody in a team who is neither invited nor a member',
      'teams:\n  - name: South\n    members:\n      - alice@example.org\n      - alcie@example.org\n',
      { code: 'unknown-member', row: 5, column: 9, hint: 'did you mean “alice@example.org”?' },
    ],
    [
      'C1: a level in a collaborative space',
      'spaces:\n  - {kind: collaborative, name: Nook, share: [team:North=read]}\n',
      { code: 'manifest-level-extra', rule: 'C1', row: 2, column: 47, hint: 'leave the level out' },
    ],
    [
      'a role in capitals',
      'members:\n  - {email: a@example.org, roles: Practitioner}\n',
      {
        code: 'bad-value',
        message: '“Practitioner” is no value for roles',
        row: 2,
        column: 35,
        hint: 'it can be practitioner, coordinator, administrator or manager',
      },
    ],
    [
      'what is no e-mail address',
      'members:\n  - {email: not-an-address, roles: practitioner}\n',
      { code: 'bad-email', row: 2, column: 13, hint: 'it reads as name@example.org' },
    ],
    [
      'somebody twice, otherwise the second time',
      'members:\n  - {email: a@example.org, roles: practitioner}\n  - {email: A@example.org, roles: manager}\n',
      { code: 'contradiction', message: 'rows 2 and 3 want different things of A@example.org', row: 3, column: 5 },
    ],
    [
      'O8: a school there is not, told once',
      'members:\n  - {email: a@example.org, roles: practitioner, schools: "011"}\n',
      { code: 'unknown-school', row: 2, column: 58, hint: 'did you mean “010”?' },
    ],
    [
      'O8: a school there is not, whose profiles were to have spaces',
      'spaces:\n  - for: {school: "011"}\n    share: team:North=read\n',
      { code: 'unknown-school', row: 2, column: 19, hint: 'did you mean “010”?' },
    ],
    [
      'a profile there is not',
      'spaces:\n  - {for: P-2, share: team:North=read}\n',
      { code: 'unknown-profile', row: 2, column: 11, hint: 'did you mean “P-1”?' },
    ],
    [
      'a record there is not, told once',
      'shares:\n  - {record: R-2, with: [team:North, gus@example.org], access: read}\n',
      { code: 'unknown-record', row: 2, column: 14, hint: 'did you mean “R-1”?' },
    ],
    [
      'a team that only a member names, and there is not',
      'members:\n  - {email: a@example.org, roles: practitioner, teams: Noth}\n',
      { code: 'unknown-team', row: 2, column: 56, hint: 'did you mean “North”?' },
    ],
  ])('%s', async (_, yaml, error) => {
    await expectMistake(await onboarding(journey, yaml, '--yes', '-o', 'json'), error);
  });

  it('with the file’s name, where people read it', async () => {
    const file = manifestOf('shares:\n  - {record: R-2, with: team:North, access: read}\n');
    const ended = await journey.psyctl('onboard', file, '--as', 'owner', '--yes');
    expect([ended.exit, ended.out]).toEqual([2, '']);
    expect(ended.err).toBe(`psyctl: ${file}, line 2, column 14: there is no record “R-2”\n  did you mean “R-1”?\n`);
  });

  it('all of them at once', async () => {
    const yaml = 'teams:\n  - {name: South, members: bbo@example.org}\nspaces:\n  - {for: P-9}\n';
    const ended = await onboarding(journey, yaml, '--prune', '--yes', '-o', 'json');
    expect(ended.exit).toBe(2);
    const { errors } = JSON.parse(ended.err) as Json;
    expect(errors.map(({ row, code }: Json) => `${row} ${code}`)).toEqual(['2 unknown-member', '4 unknown-profile']);
  });
});

describe('a folder of lists', () => {
  const lists = {
    'membres.csv':
      'Courriel;Rôle;École;Équipe\nnew@example.org;intervenante;010;Sud\nbob@example.org;coordonnatrice;;\n',
    'équipes.csv': 'Nom;Membre\nSud;gus@example.org\n',
    'espaces.csv':
      'Profil;Type;Nom;Partage\nécole:010;;;équipe:Sud=écriture|new@example.org=lecture\n;collaboratif;Coin;équipe:North\n',
    'partages.csv': 'Dossier;Avec;Accès;Approbation\nR-1;gus@example.org;écriture;oui\n',
  };
  const yaml = `members:
  - {email: new@example.org, roles: practitioner, schools: "010", teams: Sud}
  - {email: bob@example.org, roles: coordinator}
teams:
  - {name: Sud, members: [gus@example.org]}
spaces:
  - {for: {school: "010"}, share: [team:Sud=write, new@example.org=read]}
  - {kind: collaborative, name: Coin, share: team:North}
shares:
  - {record: R-1, with: gus@example.org, access: write, requireApproval: true}
`;
  const folder = (path: string, ...args: string[]) => journey.psyctl('onboard', path, '--as', 'owner', ...args);

  /** A plan without what differs by how it was written: its id, and its rows. */
  const bare = (ended: Ended): unknown =>
    JSON.parse(JSON.stringify(jsonOf(ended), (key, value) => (['row', 'rows', 'plan'].includes(key) ? 0 : value)));

  it.each([[[]], [['--prune']]])('in French gives the plan a manifest in YAML gives (%j)', async (flags) => {
    const asked = [...flags, '--dry-run', '-o', 'json'];
    const [french, english] = [await folder(folderOf(lists), ...asked), await onboarding(journey, yaml, ...asked)];
    expect([french.exit, english.exit]).toEqual([0, 0]);
    expect(jsonOf(french).summary.steps).toMatchObject({ refused: 0, waiting: 1 });
    expect(bare(french)).toEqual(bare(english));
  });

  it('of which one is missing is told which, and what is there', async () => {
    const { 'partages.csv': _, ...others } = lists;
    await expectMistake(await folder(folderOf(others), '--yes', '-o', 'json', '--quiet'), {
      code: 'manifest-file-missing',
      message: expect.stringContaining('there is no shares.csv or partages.csv'),
      hint: 'a folder holds all four lists; one that is empty has a header alone',
    });
  });

  it('with a mistake says file, row and column', async () => {
    const path = folderOf({
      ...lists,
      'partages.csv': 'Dossier;Avec;Accès\nR-1;gus@example.org;lecture\nR-2;équipe:North;lecture\n',
    });
    const ended = await folder(path, '--yes', '--quiet');
    expect(ended.exit).toBe(2);
    expect(ended.err).toContain('partages.csv, row 3, Dossier: there is no record “R-2”');
  });
});
