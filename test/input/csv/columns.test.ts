import { describe, expect, test } from 'vitest';
import { COLUMNS, columnOf, headerOf, languageOf, nearestHeaders } from '../../../src/input/csv/columns.ts';

// Written out as the documentation lists them, not derived from the code.
const DOCUMENTED =
  'record/dossier, with/avec, access/accès, require-approval/approbation, from/de, to/à, include/inclure, ' +
  'keep-copy/copie, for/profil, kind/type, name/nom, share/partage, space/espace, team/équipe, member/membre, ' +
  'email/courriel, role/rôle, school/école';
const PAIRS = DOCUMENTED.split(', ').map((pair) => pair.split('/') as [string, string]);

describe('columns', () => {
  test('are those documented, no more', () => {
    expect(COLUMNS).toEqual(PAIRS.map(([english]) => english));
  });

  test.each(PAIRS)('%s and %s are the same, however they are written', (english, french) => {
    for (const name of [english, french]) {
      const bare = name.normalize('NFD').replace(/\p{M}/gu, '');
      const ways = [name, name.toUpperCase(), ` ${name}\u00a0`, name.normalize('NFD'), name.normalize('NFC'), bare];
      expect(ways.map(columnOf)).toEqual(ways.map(() => english));
    }
  });

  test.each(['require_approval', 'Require Approval', 'REQUIRE-APPROVAL', '--require-approval'])('%s', (header) => {
    expect(columnOf(header)).toBe('require-approval');
  });

  test.each(['', 'records', 'œil', 'wit h!', 'constructor', '__proto__'])('%j is none', (header) => {
    expect(columnOf(header)).toBeUndefined();
  });

  test('a header is French when one of its names is French only', () => {
    expect(languageOf(['record', 'with'])).toBe('en');
    expect(languageOf(['role', 'email'])).toBe('en');
    expect(languageOf(['record', 'avec'])).toBe('fr');
    expect(headerOf('access', 'fr')).toBe('accès');
    expect(headerOf('access', 'en')).toBe('access');
  });
});

describe('the nearest names', () => {
  test.each([
    ['acess', ['access']],
    ['wiht', ['with']],
    ['Dosier', ['dossier']],
    ['accés', ['accès']],
    ['xyzzy', []],
    ['', []],
  ])('of %j', (header, expected) => {
    expect(nearestHeaders(header, ['record', 'with', 'access'], 'en')).toEqual(expected);
  });

  test('are in the language of the file where both are as near', () => {
    expect(nearestHeaders('rol', ['role'], 'fr')).toEqual(['rôle']);
    expect(nearestHeaders('rol', ['role'], 'en')).toEqual(['role']);
  });

  test('are among those allowed, at most three, the nearest first', () => {
    expect(nearestHeaders('acess', ['record'], 'en')).toEqual([]);
    expect(nearestHeaders('nome', ['role', 'name'], 'en')).toEqual(['name', 'role']);
    expect(nearestHeaders('core', COLUMNS, 'en')).toEqual(['copie', 'role', 'école']); // record and courriel are farther
  });
});
