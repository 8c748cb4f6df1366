import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { granteeWithLevel, parseGrantee, parseResource, parseSpace } from '../../src/input/references.ts';
import { failuresOf } from './failing.ts';

const at = { file: 'f.csv', row: 4, column: 'Avec' };

describe('a grantee', () => {
  test.each([
    ['bob@example.org', 'member', 'bob@example.org'],
    ['  m-17 ', 'member', 'm-17'],
    ['teamwork@example.org', 'member', 'teamwork@example.org'],
    ['steam:North', 'member', 'steam:North'],
    ['team:North', 'team', 'North'],
    ['TEAM: Psychology North ', 'team', 'Psychology North'],
    ['équipe:Nord', 'team', 'Nord'],
    ['Équipe : Nord', 'team', 'Nord'],
    ['e\u0301quipe:Nord', 'team', 'Nord'],
    ['E\u0301QUIPE:Nord', 'team', 'Nord'],
    ['equipe:Nord', 'team', 'Nord'],
    ['team:a:b', 'team', 'a:b'],
    ['team:team:x', 'team', 'team:x'],
  ])('%j is a %s', (text, type, name) => {
    expect(parseGrantee(text, at)).toEqual({ type, text: name });
  });

  test.each(['', '  ', 'team:', 'équipe:  '])('%j names nobody', (text) => {
    expect(failuresOf(() => parseGrantee(text, at))).toEqual([
      { code: 'bad-value', details: { name: 'Avec', value: text, allowed: [] }, ...at },
    ]);
  });
});

describe('a grantee with a level', () => {
  test.each([
    ['bob@example.org=read', 'member', 'bob@example.org', 'read'],
    ['team:A=B=read', 'team', 'A=B', 'read'],
    ['équipe:Nord = Écriture', 'team', 'Nord', 'write'],
    ['bob@example.org', 'member', 'bob@example.org', undefined],
  ])('%j', (text, type, name, level) => {
    expect(granteeWithLevel(text, at)).toEqual({ grantee: { type, text: name }, level });
  });

  test.each([
    ['team:A=B', 'B', ['read', 'write', 'full']],
    ['bob=', '', ['read', 'write', 'full']],
    ['=read', '', []],
    ['team:=read', 'team:', []],
  ])('%j is none', (text, value, allowed) => {
    expect(failuresOf(() => granteeWithLevel(text, at))).toEqual([
      { code: 'bad-value', details: { name: 'Avec', value, allowed }, ...at },
    ]);
  });

  test('whatever the name is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('read', 'write', 'full'), (name, level) => {
        fc.pre(name.trim() !== '');
        const expected = { grantee: { type: 'team', text: name.trim() }, level };
        expect(granteeWithLevel(`team:${name}=${level}`, at)).toEqual(expected);
      }),
    );
  });
});

describe('a space, a resource', () => {
  test.each([
    ['multi:0123', { type: 'multi-space', text: '0123' }],
    ['Multi: a:b ', { type: 'multi-space', text: 'a:b' }],
    ['space:s-1', { type: 'space', text: 's-1' }],
    ['espace:s-1', { type: 'space', text: 's-1' }],
  ])('%j, for both', (text, expected) => {
    expect(parseSpace(text, at)).toEqual(expected);
    expect(parseResource(text, at)).toEqual(expected);
  });

  test('a plain text is the id of a space, or either a record or a space', () => {
    expect(parseSpace(' s-1 ', at)).toEqual({ type: 'space', text: 's-1' });
    expect(parseResource(' R-1 ', at)).toEqual({ type: 'either', text: 'R-1' });
    expect(parseResource('multiple', at)).toEqual({ type: 'either', text: 'multiple' });
  });

  test.each(['record:R-1', 'Dossier: R-1'])('%j is a record', (text) => {
    expect(parseResource(text, at)).toEqual({ type: 'record', text: 'R-1' });
  });

  test.each(['', ' ', 'multi:', 'space: '])('%j names nothing', (text) => {
    const failure = { code: 'bad-value', details: { name: 'Avec', value: text, allowed: [] }, ...at };
    expect(failuresOf(() => parseSpace(text, at))).toEqual([failure]);
    expect(failuresOf(() => parseResource(text, at))).toEqual([failure]);
  });

  test('a record without a number', () => {
    expect(failuresOf(() => parseResource('record:', at))).toMatchObject([{ code: 'bad-value' }]);
  });
});
