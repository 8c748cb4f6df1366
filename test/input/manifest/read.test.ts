import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { readManifest } from '../../../src/input/manifest/read.ts';
import { failuresOf } from '../failing.ts';

const file = 'school.yaml';
const read = (text: string) => readManifest(new TextEncoder().encode(text), file);
const fails = (text: string) => failuresOf(() => read(text));
/** What is wrong, with line and column. */
const told = (text: string) => fails(text).map(({ row, column, code }) => `${row}:${column} ${code}`);

describe('a manifest', () => {
  const school = `# yaml-language-server: $schema=../schemas/onboarding.schema.json
defaults: {roles: practitioner, schools: "010"}
members:
  - alice@example.org
  - {email: bob@example.org, roles: [coordonnatrice, practitioner], schools: ["010", "004"], teams: North}
teams:
  - {name: North, members: [alice@example.org, zoe@example.org]}
spaces:
  - for: {school: "010"}
    share: [team:North=write, {with: [bob@example.org, team:South], access: lecture}]
  - {for: [P-1, P-2], kind: collaborative, name: Return to class, share: team:North}
shares:
  - {record: [R-1, R-2], with: team:North, access: read}
  - {record: R-1, with: bob@example.org, access: full, requireApproval: true}
`;
  const manifest = read(school);

  test('says who is to be a member, with the defaults for what they leave unsaid', () => {
    expect(
      manifest.members.map(({ email, roles, schools }) => [email, roles, schools?.map(({ code }) => code)]),
    ).toEqual([
      ['alice@example.org', ['practitioner'], ['010']],
      ['bob@example.org', ['coordinator', 'practitioner'], ['010', '004']],
    ]);
    expect(manifest.members.map(({ place }) => place)).toEqual([
      { file, row: 4, column: 5 },
      { file, row: 5, column: 5 },
    ]);
  });

  test('brings together who is listed in a team and who says it; who isn’t wanted by it has to exist', () => {
    const [north] = manifest.teams;
    expect([north?.team.text, north?.team.orNew]).toEqual(['North', true]);
    expect(north?.members.map(({ text, orNew, place }) => [text, orNew, place.row, place.column])).toEqual([
      ['alice@example.org', true, 7, 29],
      ['zoe@example.org', undefined, 7, 48],
      ['bob@example.org', true, 5, 101],
    ]);
  });

  test('a team that only its members name has to exist', () => {
    const { teams } = read('members: [{email: a@example.org, roles: practitioner, teams: [Noth]}]');
    expect(teams.map(({ team }) => [team.text, team.orNew])).toEqual([['Noth', undefined]]);
  });

  test('C2: has a multi-space for each profile of a school, shared at levels', () => {
    const [all] = manifest.spaces;
    expect(all).toMatchObject({ kind: 'multi', name: null, for: { type: 'school', school: { code: '010' } } });
    expect(all?.share.map(({ grantee, level }) => [grantee.type, grantee.text, level, grantee.orNew])).toEqual([
      ['team', 'North', 'write', true],
      ['member', 'bob@example.org', 'read', true],
      ['team', 'South', 'read', undefined],
    ]);
  });

  test('C1: a collaborative space may be created from a record; C2: a multi-space may not', () => {
    const from = (kind: string) => `spaces: [{kind: ${kind}, for: P-1, name: Class, record: R-1}]`;
    expect(read(from('collaborative')).spaces[0]?.record).toMatchObject({ text: 'R-1', place: { row: 1, column: 63 } });
    expect(fails(from('multi')).map(({ code, row, column }) => [code, row, column])).toEqual([
      ['manifest-name-extra', 1, expect.any(Number)],
      ['manifest-record-extra', 1, 55],
    ]);
  });

  test('C1: has a collaborative space for each of some profiles, shared without levels', () => {
    const two = manifest.spaces.slice(1);
    expect(
      two.map((space) => [space.kind, space.for.type === 'profile' && space.for.profile.text, space.name]),
    ).toEqual([
      ['collaborative', 'P-1', 'Return to class'],
      ['collaborative', 'P-2', 'Return to class'],
    ]);
    expect(two.map(({ share }) => share.map(({ level }) => level))).toEqual([[null], [null]]);
    expect(two.map(({ place }) => place.column)).toEqual([12, 17]);
  });

  test('has shares of records', () => {
    const plain = manifest.shares.map(({ record, grantee, level, requireApproval }) =>
      [record.text, grantee.text, level, requireApproval].join(' '),
    );
    expect(plain).toEqual(['R-1 North read ', 'R-2 North read ', 'R-1 bob@example.org full true']);
  });

  test('leaves schools unsaid where nothing says them', () => {
    const { members } = read(
      'members: [{email: a@example.org, roles: manager}, {email: b@example.org, roles: manager, schools: []}]',
    );
    expect(members.map(({ schools }) => schools)).toEqual([null, []]);
  });

  test('may be JSON, may use anchors, may say things twice', () => {
    expect(read('{"members": [{"email": "a@example.org", "roles": "manager"}]}').members).toHaveLength(1);
    const twice = read(`
members:
  - &a {email: a@example.org, roles: [manager, practitioner]}
  - *a
  - {email: A@example.org, roles: [practitioner, manager], schools: ["010"]}
spaces:
  - {for: P-1, share: [a@example.org=read]}
  - {for: P-1, share: [A@example.org=read, team:North=full]}
shares:
  - {record: R-1, with: [team:North, team:North], access: read}
`);
    expect(twice.members.map(({ schools }) => schools?.map(({ code }) => code))).toEqual([['010']]);
    expect(twice.spaces.map(({ share }) => share.length)).toEqual([2]);
    expect(twice.shares).toHaveLength(1);
  });

  test('gives back whatever was written', () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9]{0,6}$/).map((local) => `${local}@example.org`);
    const code = fc.stringMatching(/^[0-9]{3}$/);
    const roles = fc.subarray(['practitioner', 'coordinator', 'administrator', 'manager'], { minLength: 1 });
    const member = fc.record({ email: name, roles, schools: fc.uniqueArray(code, { maxLength: 3 }) });
    fc.assert(
      fc.property(fc.uniqueArray(member, { selector: ({ email }) => email }), (members) => {
        const back = read(stringify({ members })).members.map(({ email, roles: are, schools }) => ({
          email,
          roles: are,
          schools: schools?.map((school) => school.code),
        }));
        expect(back).toEqual(members);
      }),
    );
  });
});

describe('what it can’t say, with line and column', () => {
  test('a school’s code without quotes', () => {
    expect(fails('members:\n  - {email: a@example.org, roles: manager, schools: [010, "004"]}')).toEqual([
      { code: 'manifest-not-text', details: { text: '010' }, file, row: 2, column: 54 },
    ]);
    expect(told('spaces: {for: {school: 010}}')).toEqual(['1:24 manifest-not-text']);
    expect(told('defaults: {schools: 010}')).toEqual(['1:21 manifest-not-text']);
    expect(told('spaces: {for: 123}')).toEqual(['1:15 manifest-not-text']);
  });

  test('a key that means nothing, with the nearest', () => {
    expect(fails('memebrs: []')).toEqual([
      {
        code: 'manifest-unknown-key',
        details: {
          key: 'memebrs',
          nearest: ['members'],
          allowed: ['defaults', 'members', 'teams', 'spaces', 'shares'],
        },
        file,
        row: 1,
        column: 1,
      },
    ]);
    const nearest = (text: string) =>
      fails(text).map(({ row, column, details }) => [row, column, (details as { nearest: string[] }).nearest]);
    expect(nearest('members:\n  - {email: a@example.org, roles: manager, shcools: "010"}')).toEqual([
      [2, 44, ['schools']],
    ]);
    expect(nearest('spaces:\n  for: P-1\n  share:\n    - {with: team:N, acess: read}')).toEqual([[4, 22, ['access']]]);
    expect(nearest('spaces: {for: {scool: "010"}}')).toContainEqual([1, 16, ['school']]);
    expect(nearest('shares: [{record: R-1, with: a, access: read, require-approval: true}]')).toEqual([
      [1, 47, ['requireApproval']],
    ]);
  });

  test('a key that is missing, a value of another shape', () => {
    expect(fails('members:\n  - {roles: manager}\nshares:\n  - {record: R-1}')).toMatchObject([
      { code: 'manifest-missing-key', details: { key: 'email' }, row: 2 },
      { code: 'manifest-missing-key', details: { key: 'with' }, row: 4 },
      { code: 'manifest-missing-key', details: { key: 'access' }, row: 4 },
    ]);
    expect(fails('members: [a@example.org]')).toMatchObject([
      { code: 'manifest-missing-key', details: { key: 'roles' } },
    ]);
    expect(fails('members:\n  alice: 1')).toMatchObject([
      { code: 'manifest-shape', details: { name: 'members', expected: ['list'] }, row: 2, column: 3 },
    ]);
    expect(fails('teams: [{name: }, {name: North, members: {a: 1}}]')).toMatchObject([
      { code: 'manifest-shape', details: { name: 'name', expected: ['text'] } },
      { code: 'manifest-shape', details: { name: 'members', expected: ['text', 'list'] } },
    ]);
    expect(fails('shares: [{record: R-1, with: a, access: read, requireApproval: maybe}]')).toMatchObject([
      { code: 'manifest-shape', details: { expected: ['yes-or-no'] } },
    ]);
    for (const text of ['', '# nothing', 'a text', '[]', '12']) {
      expect([text, fails(text)]).toMatchObject([
        text,
        [{ code: 'manifest-shape', details: { expected: ['mapping'] } }],
      ]);
    }
  });

  test('roles, levels, kinds, e-mails that are none, all together, in the order of the lines', () => {
    const text = `
members:
  - {email: alice, roles: [practitioner, teacher]}
  - {email: b@example.org, roles: Practitioner}
teams:
  - {name: "team:"}
spaces:
  - {for: P-1, kind: shared, share: [a@example.org=edit]}
  - {for: P-2, share: [{with: a@example.org, access: owner}, {with: "team:", access: read}]}
shares:
  - {record: R-1, with: a@example.org, access: edit}
`;
    expect(told(text)).toEqual([
      '3:13 bad-email',
      '3:42 bad-value',
      '4:35 bad-value',
      '6:12 bad-value',
      '8:22 bad-value',
      '8:38 bad-value',
      '9:54 bad-value',
      '9:69 bad-value',
      '11:48 bad-value',
    ]);
  });

  test('what is wrong of every kind is told together', () => {
    const text = `
members:
  - {email: a@example.org, roles: manager, schools: [010]}
  - {email: b@example.org, roles: manager, team: North}
  - {email: c, roles: manager}
spaces:
  - {for: P-1, share: [team:North]}
`;
    expect(told(text)).toEqual([
      '3:54 manifest-not-text',
      '4:44 manifest-unknown-key',
      '5:13 bad-email',
      '7:24 manifest-level-missing',
    ]);
  });

  test('C1, C2: a level on a collaborative space, none on a multi-space, a name on it, a space for nothing', () => {
    const text = `
spaces:
  - {for: P-1, share: [team:North]}
  - {for: P-1, kind: collaborative, share: [team:North=read, {with: a@example.org, access: read}]}
  - {for: P-2, name: A name}
  - {share: [team:North=read]}
  - {kind: collaborative}
`;
    expect(told(text)).toEqual([
      '3:24 manifest-level-missing',
      '4:45 manifest-level-extra',
      '4:69 manifest-level-extra',
      '5:11 manifest-name-extra',
      '6:5 manifest-space-nameless',
      '7:5 manifest-space-nameless',
    ]);
  });

  test('S1: what contradicts itself names both lines', () => {
    const text = `
members:
  - {email: a@example.org, roles: practitioner}
  - {email: A@example.org, roles: coordinator}
  - {email: b@example.org, roles: manager, schools: ["010"]}
  - {email: b@example.org, roles: manager, schools: ["004"]}
spaces:
  - {for: P-1, share: [team:North=read]}
  - {for: P-1, share: [équipe:North=write]}
  - {for: {school: "010"}, share: [a@example.org=read, a@example.org=full]}
shares:
  - {record: R-1, with: team:North, access: read}
  - {record: R-1, with: team:North, access: full}
  - {record: R-2, with: a@example.org, access: write}
  - {record: R-2, with: a@example.org, access: write, requireApproval: true}
`;
    expect(fails(text).map(({ code, details, row }) => [code, row, details])).toEqual([
      ['contradiction', 4, { rows: [3, 4], target: 'A@example.org', subject: '' }],
      ['contradiction', 6, { rows: [5, 6], target: 'b@example.org', subject: '' }],
      ['contradiction', 9, { rows: [8, 9], target: 'multi:P-1', subject: 'team:North' }],
      ['contradiction', 10, { rows: [10, 10], target: 'multi:school:010', subject: 'a@example.org' }],
      ['contradiction', 13, { rows: [12, 13], target: 'R-1', subject: 'team:North' }],
      ['contradiction', 15, { rows: [14, 15], target: 'R-2', subject: 'a@example.org' }],
    ]);
  });

  test('no YAML: every mistake with its place', () => {
    expect(told('members:\n  - {email: a@example.org')).toContain('2:26 yaml-syntax');
    expect(told('members: []\nmembers: []')).toEqual(['2:1 yaml-syntax']);
    expect(fails('members: *nobody')).toMatchObject([{ code: 'yaml-syntax', file }]);
    expect(failuresOf(() => readManifest(new Uint8Array([0x50, 0x4b, 3, 4]), file))).toMatchObject([
      { code: 'csv-workbook', file },
    ]);
  });
});
