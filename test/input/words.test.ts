import { describe, expect, test } from 'vitest';
import { COLUMNS, type Column } from '../../src/input/csv/columns.ts';
import { readTable } from '../../src/input/csv/table.ts';
import { rowFromFlags } from '../../src/input/row.ts';
import { type RowWords, wordsOf } from '../../src/input/words.ts';
import { failuresOf } from './failing.ts';

/** The words of the first row of a file. */
function words(header: string, cells: string): RowWords {
  const options = { file: 'f.csv', columns: { allowed: COLUMNS, required: [] } };
  const [row] = readTable(new TextEncoder().encode(`${header}\n${cells}\n`), options).rows;
  if (!row) throw new Error('no row');
  return wordsOf(row);
}
const at = (column: string) => ({ file: 'f.csv', row: 2, column });

describe('what a row names', () => {
  test('members, and one member', () => {
    const row = words('Membre;À', 'bob@example.org|m-1;zoe@example.org');
    expect(row.members('member')).toEqual([
      { ref: 'member', text: 'bob@example.org', place: at('Membre') },
      { ref: 'member', text: 'm-1', place: at('Membre') },
    ]);
    expect(row.member('to')).toEqual({ ref: 'member', text: 'zoe@example.org', place: at('À') });
    expect(failuresOf(() => row.member('member'))).toMatchObject([{ code: 'bad-value', ...at('Membre') }]);
  });

  test('records and transfers, of the same column', () => {
    const row = words('record;to', 'R-1|R-2;bob@example.org');
    expect(row.records().map(({ ref, text }) => [ref, text])).toEqual([
      ['record', 'R-1'],
      ['record', 'R-2'],
    ]);
    expect(row.transfers()).toEqual([
      { ref: 'transfer', text: 'R-1', place: at('record') },
      { ref: 'transfer', text: 'R-2', place: at('record') },
    ]);
    expect(words('to', 'x').optionalRecord()).toBeNull();
  });

  test('spaces by id or profile, profiles by key', () => {
    const row = words('espace;profil', 's-1|Space: s-2|Multi:P-1;P-1|0123');
    expect(row.spaces('space').map(({ ref, text }) => [ref, text])).toEqual([
      ['space', 's-1'],
      ['space', 's-2'],
      ['space', 'multi:P-1'],
    ]);
    expect(row.profiles('for').map(({ ref, text }) => [ref, text])).toEqual([
      ['profile', 'P-1'],
      ['profile', '0123'],
    ]);
  });

  test('teams, with or without their prefix', () => {
    const row = words('team;name', 'team:North|équipe: Sud|Crisis;North');
    expect(row.teams('team').map(({ ref, text }) => [ref, text])).toEqual([
      ['team', 'North'],
      ['team', 'Sud'],
      ['team', 'Crisis'],
    ]);
    expect(row.team('name').text).toBe('North');
    expect(failuresOf(() => words('team;name', 'team:;x').teams('team'))).toMatchObject([
      { code: 'bad-value', ...at('team') },
    ]);
  });

  test('grantees with a level, split at the last “=”, or without', () => {
    const row = words('share;kind', 'team:A=B=écriture|bob@example.org;multi');
    const place = at('share');
    expect(row.granteeLevels('share')).toEqual([
      { grantee: { ref: 'grantee', type: 'team', text: 'A=B', place }, level: 'write' },
      { grantee: { ref: 'grantee', type: 'member', text: 'bob@example.org', place }, level: null },
    ]);
    expect(failuresOf(() => words('share;kind', 'bob@example.org=edit;multi').granteeLevels('share'))).toEqual([
      { code: 'bad-value', details: { name: 'share', value: 'edit', allowed: ['read', 'write', 'full'] }, ...place },
    ]);
  });
});

describe('what a row says', () => {
  test('roles and inclusions, by bars or commas, in English or French, each once', () => {
    const row = words('Rôle;Inclure', 'intervenante, coordinator|practitioner;confidentiel,Données brutes');
    expect(row.roles('role')).toEqual(['practitioner', 'coordinator']);
    expect(row.inclusions('include')).toEqual(['confidential', 'raw-data']);
  });

  test('O9: an English role is lower case', () => {
    expect(failuresOf(() => words('role;email', 'Practitioner;x').roles('role'))).toMatchObject([
      { code: 'bad-value', ...at('role') },
    ]);
  });

  test('schools keep their zeros; e-mails are addresses', () => {
    const row = words('école;courriel', '010|004|010;bob@example.org | zoe@');
    expect(row.schools('school')).toEqual(['010', '004']);
    expect(failuresOf(() => row.emails('email'))).toEqual([
      { code: 'bad-email', details: { text: 'zoe@' }, ...at('courriel') },
    ]);
  });

  test('a kind, a level, a text, an answer', () => {
    const row = words('type;accès;nom;copie', 'Collaboratif;complet;Moving up;oui');
    expect(row.kind('kind')).toBe('collaborative');
    expect(row.level('access')).toBe('full');
    expect(row.text('name')).toBe('Moving up');
    expect(row.answer('keep-copy')).toBe(true);
    expect(row.place('name')).toEqual(at('nom'));
  });

  test('nothing, where that may be', () => {
    const row = words('record;with;role', 'R-1;;');
    expect([
      row.optionalMembers('with'),
      row.optionalTeams('with'),
      row.optionalProfiles('for'),
      row.granteeLevels('share'),
      row.optionalRoles('role'),
      row.optionalSchools('school'),
      row.inclusions('include'),
    ]).toEqual([[], [], [], [], [], [], []]);
    expect([
      row.optionalMember('with'),
      row.optionalLevel('access'),
      row.optionalKind('kind'),
      row.optionalText('name'),
      row.answer('keep-copy'),
    ]).toEqual([null, null, null, null, null]);
  });

  const needed: [string, (row: RowWords) => unknown][] = [
    ['members', (row) => row.members('with')],
    ['member', (row) => row.member('with')],
    ['teams', (row) => row.teams('with')],
    ['team', (row) => row.team('with')],
    ['spaces', (row) => row.spaces('with')],
    ['profiles', (row) => row.profiles('with')],
    ['emails', (row) => row.emails('with')],
    ['roles', (row) => row.roles('with')],
    ['schools', (row) => row.schools('with')],
    ['kind', (row) => row.kind('with')],
    ['text', (row) => row.text('with')],
  ];
  test.each(needed)('nothing, where %s are needed', (_, take) => {
    expect(failuresOf(() => take(words('record;with', 'R-1;')))).toMatchObject([
      { code: 'csv-empty-cell', ...at('with') },
    ]);
  });
});

describe('what only flags say', () => {
  test('is known by the flag, and is no column', () => {
    const row = wordsOf(rowFromFlags({ add: ['practitioner,coordinator'], remove: ['010'], another: true }));
    expect(row.roles('add')).toEqual(['practitioner', 'coordinator']);
    expect(row.schools('remove')).toEqual(['010']);
    expect(row.answer('another')).toBe(true);
    expect(failuresOf(() => row.roles('remove'))).toMatchObject([{ code: 'bad-value', column: '--remove' }]);
    const allowed: Column[] = [...COLUMNS];
    expect(allowed).not.toContain('add');
  });
});
