import { describe, expect, test } from 'vitest';
import { type ManifestFiles, manifestFiles, type Section } from '../../../src/input/manifest/files.ts';
import { readFolder } from '../../../src/input/manifest/folder.ts';
import { readManifest } from '../../../src/input/manifest/read.ts';
import type { Manifest } from '../../../src/model/manifest.ts';
import { encode } from '../csv/writer.ts';
import { failuresOf } from '../failing.ts';

const NAMES = ['members.csv', 'teams.csv', 'spaces.csv', 'shares.csv'];
const HEADERS: ManifestFiles<string> = {
  members: 'email;role;school;team',
  teams: 'name;member',
  spaces: 'for;kind;name;share',
  shares: 'record;with;access;require-approval',
};

/** A folder of four lists: those given, and a header alone for the others. */
function folder(lists: { [S in Section]?: string }) {
  const file = (section: Section) => ({
    file: `${section}.csv`,
    bytes: new TextEncoder().encode(lists[section] ?? HEADERS[section]),
  });
  return {
    members: file('members'),
    teams: file('teams'),
    spaces: file('spaces'),
    shares: file('shares'),
  };
}
const read = (lists: { [S in Section]?: string }) => readFolder(folder(lists)).manifest;
const told = (lists: { [S in Section]?: string }) =>
  failuresOf(() => read(lists)).map(({ file, row, column, code }) => `${file}:${row}:${column} ${code}`);

/** A manifest without its places. */
const bare = (manifest: Manifest): unknown =>
  JSON.parse(JSON.stringify(manifest, (key, value) => (key === 'place' ? undefined : value)));

describe('a folder', () => {
  const lists = {
    members:
      'Courriel;Rôle;École;Équipe\nalice@example.org;intervenante;010;\nbob@example.org;coordonnateur,practitioner;010|004;Nord\n',
    teams: 'Nom;Membre\nNord;alice@example.org\néquipe:Nord;zoe@example.org\nSud;\n',
    spaces:
      'Profil;Type;Nom;Partage\nécole:010;;;team:Nord=écriture|bob@example.org=read\nP-1|P-2;collaboratif;Return;team:Nord\n;collaborative;Protocol;\n',
    shares: 'Dossier;Avec;Accès;Approbation\nR-1|R-2;team:Nord;lecture;\nR-1;bob@example.org;complet;oui\n',
  };

  test('means the same as a manifest in YAML', () => {
    const yaml = `
members:
  - {email: alice@example.org, roles: practitioner, schools: "010"}
  - {email: bob@example.org, roles: [coordinator, practitioner], schools: ["010", "004"], teams: Nord}
teams:
  - {name: Nord, members: [alice@example.org, zoe@example.org]}
  - {name: Sud}
spaces:
  - {for: {school: "010"}, share: [team:Nord=write, bob@example.org=read]}
  - {for: [P-1, P-2], kind: collaborative, name: Return, share: team:Nord}
  - {kind: collaborative, name: Protocol}
shares:
  - {record: [R-1, R-2], with: team:Nord, access: read}
  - {record: R-1, with: bob@example.org, access: full, requireApproval: true}
`;
    expect(bare(read(lists))).toEqual(bare(readManifest(new TextEncoder().encode(yaml), 'school.yaml')));
  });

  test('knows the file, row and column of each entry', () => {
    const { members, teams, spaces, shares } = read(lists);
    expect(members[1]?.place).toEqual({ file: 'members.csv', row: 3, column: 'Courriel' });
    expect(members[1]?.schools?.[0]?.place).toEqual({ file: 'members.csv', row: 3, column: 'École' });
    expect(teams[0]?.members.map(({ place }) => `${place.file} ${place.row}`)).toEqual([
      'teams.csv 2',
      'teams.csv 3',
      'members.csv 3',
    ]);
    expect(spaces[0]?.share[0]?.place).toEqual({ file: 'spaces.csv', row: 2, column: 'Partage' });
    expect(shares[2]?.place).toEqual({ file: 'shares.csv', row: 3, column: 'Dossier' });
  });

  test('may hold headers alone, and says how each list was written', () => {
    const files = { ...folder({}), teams: { file: 'équipes.csv', bytes: encode('Nom\tMembre\r\n', 'utf-16le', true) } };
    const { manifest, tables } = readFolder(files);
    expect(manifest).toEqual({ members: [], teams: [], spaces: [], shares: [] });
    expect(tables.map(({ file, rows }) => [file, rows])).toEqual([
      ['members.csv', 0],
      ['équipes.csv', 0],
      ['spaces.csv', 0],
      ['shares.csv', 0],
    ]);
    expect(tables[1]?.recognised).toEqual({ encoding: 'utf-16le', delimiter: '\t', lineEnds: 'crlf' });
  });

  test('names a team in the column name or team, one of which it has', () => {
    const names = (teams: string) => read({ teams }).teams.map(({ team }) => team.text);
    expect(names('team;member\nNorth;zoe@example.org\n')).toEqual(['North']);
    expect(names('Équipe;Membre\nNord;zoe@example.org\n')).toEqual(['Nord']);
    expect(told({ teams: 'member\nzoe@example.org\n' })).toEqual(['teams.csv:1:undefined csv-missing-column']);
  });

  test('leaves schools unsaid where the cell is empty', () => {
    expect(read({ members: 'email,role,school\na@example.org,manager,\n' }).members[0]?.schools).toBeNull();
  });
});

describe('what it can’t be', () => {
  test('all that is wrong in all four lists is told together', () => {
    const wrong = {
      members: 'email;role\nalice;Practitioner\nb@example.org;\n',
      teams: 'name;membre;school\nNord;;\n',
      spaces: 'for;share\nP-1;team:Nord\nP-1;team:Nord=edit\n',
      shares: 'record;with;access\nR-1;;edit\n',
    };
    expect(told(wrong)).toEqual([
      'members.csv:2:email bad-email',
      'members.csv:2:role bad-value',
      'members.csv:3:role csv-empty-cell',
      'teams.csv:1:school csv-unknown-column',
      'spaces.csv:2:share manifest-level-missing',
      'spaces.csv:3:share bad-value',
      'shares.csv:2:with csv-empty-cell',
      'shares.csv:2:access bad-value',
    ]);
  });

  test('S1: rows that contradict each other', () => {
    const found = failuresOf(() =>
      read({
        members: 'email;role\na@example.org;manager\nA@example.org;practitioner\n',
        spaces: 'for;share\nP-1;team:Nord=read\nP-2|P-1;team:Nord=full\n',
      }),
    );
    expect(found.map(({ file, details }) => [file, details])).toEqual([
      ['members.csv', { rows: [2, 3], target: 'A@example.org', subject: '' }],
      ['spaces.csv', { rows: [2, 3], target: 'multi:P-1', subject: 'team:Nord' }],
    ]);
  });

  test('an empty file has no header', () => {
    expect(told({ teams: '' })).toEqual(['teams.csv:undefined:undefined csv-empty']);
  });
});

describe('its files', () => {
  test('are called in English or in French, in any case, accents optional', () => {
    expect(manifestFiles('f', [...NAMES, 'notes.txt', 'invitations.csv'])).toEqual({
      members: 'members.csv',
      teams: 'teams.csv',
      spaces: 'spaces.csv',
      shares: 'shares.csv',
    });
    const french = ['Membres.CSV', 'e\u0301quipes.csv', 'espaces.csv', 'Partages.csv'];
    expect(Object.values(manifestFiles('f', french))).toEqual(french);
    expect(manifestFiles('f', ['members.csv', 'equipes.csv', 'espaces.csv', 'shares.csv']).teams).toBe('equipes.csv');
  });

  test('are all there: every one that is missing is told, with what is there', () => {
    expect(failuresOf(() => manifestFiles('f', ['members.csv', 'espace.csv', 'x.txt', 'shares.csv']))).toMatchObject([
      {
        code: 'manifest-file-missing',
        details: {
          folder: 'f',
          names: ['teams.csv', 'équipes.csv'],
          found: ['espace.csv', 'members.csv', 'shares.csv'],
        },
      },
      { code: 'manifest-file-missing', details: { names: ['spaces.csv', 'espaces.csv'] } },
    ]);
    expect(failuresOf(() => manifestFiles('f', [])).map(({ details }) => (details as { found: [] }).found)).toEqual([
      [],
      [],
      [],
      [],
    ]);
  });

  test('are there once', () => {
    expect(failuresOf(() => manifestFiles('f', [...NAMES, 'membres.csv']))).toEqual([
      {
        code: 'manifest-file-twice',
        details: { folder: 'f', names: ['members.csv', 'membres.csv'] },
        file: 'f',
        row: undefined,
        column: undefined,
      },
    ]);
  });
});
