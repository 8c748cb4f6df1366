import { describe, expect, test } from 'vitest';
import { parseBoolean, parseInclusion, parseKind, parseLevel, parseRole } from '../../src/input/values.ts';
import { failuresOf } from './failing.ts';

const at = { file: 'f.csv', row: 7, column: 'Accès' };

/** Each way of writing a value with the accents composed, decomposed and left out. */
const accents = (text: string) => [text, text.normalize('NFD'), text.normalize('NFD').replace(/\p{M}/gu, '')];

type Parse = (text: string, name: string, where: typeof at) => unknown;

describe.each<[string, Parse, [unknown, string[]][]]>([
  [
    'levels',
    parseLevel,
    [
      ['read', ['read', 'Read', ' READ ', 'lecture', 'Lecture seule', 'lecture-seule']],
      ['write', ['write', 'écriture', 'ÉCRITURE', 'Lecture et écriture', 'lecture/écriture']],
      ['full', ['full', 'complet', 'Accès complet', 'accès  complet']],
    ],
  ],
  [
    'booleans',
    parseBoolean,
    [
      [true, ['yes', 'true', '1', 'x', 'X', 'oui', 'OUI', 'vrai', ' Vrai ']],
      [false, ['no', 'false', '0', 'non', 'Faux', 'FALSE']],
      [undefined, ['', '  ']],
    ],
  ],
  [
    'roles',
    parseRole,
    [
      ['practitioner', ['practitioner', ' practitioner ', 'intervenant', 'Intervenante']],
      ['coordinator', ['coordinator', 'coordonnateur', 'coordonnatrice', 'COORDONNATRICE']],
      ['administrator', ['administrator', 'administrateur', 'administratrice']],
      ['manager', ['manager', 'gestionnaire']],
    ],
  ],
  [
    'inclusions',
    parseInclusion,
    [
      ['confidential', ['confidential', 'Confidential', 'confidentiel', 'Confidentiels']],
      ['raw-data', ['raw-data', 'raw data', 'raw_data', 'données brutes', 'Données-brutes']],
      ['confidential-records', ['confidential-records', 'dossiers confidentiels']],
    ],
  ],
  [
    'kinds of space',
    parseKind,
    [
      ['multi', ['multi', 'Multi', 'multi-space', 'multi-espace']],
      ['collaborative', ['collaborative', 'collaboratif']],
    ],
  ],
])('%s', (_, parse, meanings) => {
  test.each(meanings)('%s', (value, ways) => {
    for (const way of ways.flatMap(accents)) expect([way, parse(way, 'n', at)]).toEqual([way, value]);
  });
});

describe('a value that means nothing', () => {
  test.each<[string, Parse, string, string[]]>([
    ['a level', parseLevel, 'owner', ['read', 'write', 'full']],
    ['no level', parseLevel, '', ['read', 'write', 'full']],
    ['a word every object has', parseLevel, 'constructor', ['read', 'write', 'full']],
    ['a boolean', parseBoolean, 'maybe', ['yes', 'true', '1', 'x', 'oui', 'vrai', 'no', 'false', '0', 'non', 'faux']],
    [
      'a hyphen for a boolean',
      parseBoolean,
      '-',
      ['yes', 'true', '1', 'x', 'oui', 'vrai', 'no', 'false', '0', 'non', 'faux'],
    ],
    [
      'O9: a role in another case',
      parseRole,
      'Practitioner',
      ['practitioner', 'coordinator', 'administrator', 'manager'],
    ],
    ['two roles in one', parseRole, 'manager,manager', ['practitioner', 'coordinator', 'administrator', 'manager']],
    ['an inclusion', parseInclusion, 'tasks', ['confidential', 'raw-data', 'confidential-records']],
    ['a kind', parseKind, 'shared', ['multi', 'collaborative']],
  ])('%s', (_, parse, value, allowed) => {
    expect(failuresOf(() => parse(value, 'the name', at))).toEqual([
      { code: 'bad-value', details: { name: 'the name', value, allowed }, ...at },
    ]);
  });
});
