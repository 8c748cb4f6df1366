import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readInvitationFile } from '../../src/input/invitations.ts';
import { wordsOf } from '../../src/input/words.ts';
import { encode } from './csv/writer.ts';
import { failuresOf } from './failing.ts';

const file = 'psylio.csv';
const read = (text: string) => readInvitationFile(new TextEncoder().encode(text), file);
const fails = (text: string) => failuresOf(() => read(text));

describe('Psylio’s own invitation file', () => {
  test('O9: an e-mail and its roles, without a header', () => {
    const own = read('bob@example.org;practitioner,coordinator\r\n\r\nzoe@example.org;administrator;\r\n');
    expect(own?.rows.map(({ where, email, roles }) => [where.row, email, roles])).toEqual([
      [1, 'bob@example.org', ['practitioner', 'coordinator']],
      [3, 'zoe@example.org', ['administrator']],
    ]);
    expect(own?.recognised).toEqual({ encoding: 'utf-8', delimiter: ';', lineEnds: 'crlf' });
  });

  test('O9: its rows are read as those of any other file', () => {
    const [words] = read('bob@example.org;practitioner,coordinator')?.rows.map(wordsOf) ?? [];
    expect(words?.line).toBe(1);
    expect(words?.emails('email')).toEqual(['bob@example.org']);
    expect(words?.roles('role')).toEqual(['practitioner', 'coordinator']);
    expect(words?.optionalTeams('team')).toEqual([]);
    expect(words?.place('role')).toEqual({ file, row: 1, column: 'role' });
  });

  test('in whatever encoding', () => {
    const bytes = encode('bob@example.org;practitioner\n', 'utf-16le', true);
    expect(readInvitationFile(bytes, file)?.recognised.encoding).toBe('utf-16le');
  });

  test.each(['', ' \n', 'email;role\nbob@example.org;practitioner', 'courriel\nbob@example.org'])(
    '%j is none',
    (text) => {
      expect(read(text)).toBeNull();
    },
  );

  test('gives back whatever was written', () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9.-]{0,9}$/).map((local) => `${local}@example.org`);
    const roles = fc.subarray(['practitioner', 'administrator', 'coordinator'], { minLength: 1 });
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(name, roles), { selector: ([email]) => email, minLength: 1 }), (people) => {
        const text = people.map(([email, own]) => `${email};${own.join(',')}\n`).join('');
        expect(read(text)?.rows.map((row) => [row.email, row.roles])).toEqual(people);
      }),
    );
  });
});

describe('what it can’t be', () => {
  test.each([
    ['bob@example.org,practitioner', ','],
    ['bob@example.org\tpractitioner', '\t'],
    ['bob@example.org', null],
  ])('O9: %j has another delimiter, which is said once', (text, delimiter) => {
    expect(fails(`${text}\n${text}`)).toEqual([
      { code: 'invitations-delimiter', details: { delimiter }, file, row: 1, column: undefined },
    ]);
  });

  test('O9: roles spelled with a capital or with spaces, unknown ones, and a third column, all together', () => {
    const text = [
      'a@example.org;Practitioner',
      'b@example.org;practitioner, coordinator',
      'c@example.org;teacher',
      'd@example.org;practitioner;North',
      'nobody;manager',
      'e@example.org;',
      'f@example.org;practitioner',
    ].join('\n');
    expect(fails(text).map(({ row, column, code, details }) => [row, column, code, details])).toEqual([
      [1, 'role', 'invitations-role', { text: 'Practitioner', spelled: 'practitioner' }],
      [2, 'role', 'invitations-role', { text: ' coordinator', spelled: 'coordinator' }],
      [
        3,
        'role',
        'bad-value',
        { name: 'role', value: 'teacher', allowed: ['practitioner', 'administrator', 'coordinator'] },
      ],
      [4, undefined, 'invitations-row', { found: 3 }],
      [5, 'email', 'bad-email', { text: 'nobody' }],
      [5, 'role', 'bad-value', expect.objectContaining({ value: 'manager' })],
      [6, undefined, 'invitations-row', { found: 1 }],
    ]);
  });

  test('O1: one address with other roles contradicts itself, whatever its case; with the same it repeats itself', () => {
    expect(fails('Bob@example.org;practitioner\n\nbob@example.org;coordinator')).toEqual([
      {
        code: 'contradiction',
        details: { rows: [1, 3], target: 'bob@example.org', subject: '' },
        file,
        row: 3,
        column: undefined,
      },
    ]);
    expect(read('Bob@example.org;practitioner\nbob@example.org;practitioner')?.rows).toHaveLength(2);
  });

  test('a role in the file and by a flag too', () => {
    const bytes = new TextEncoder().encode('bob@example.org;practitioner');
    expect(failuresOf(() => readInvitationFile(bytes, file, ['role']))).toMatchObject([
      { code: 'csv-column-and-flag' },
    ]);
    expect(readInvitationFile(bytes, file, ['team'])?.rows).toHaveLength(1);
  });
});
