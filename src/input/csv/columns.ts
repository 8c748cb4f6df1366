import { distance } from 'fastest-levenshtein';
import { fold } from '../fold.ts';

/** The languages a header may be in. */
export type HeaderLanguage = 'en' | 'fr';

/** Every column a file may have: the English name, which is that of the flag or argument too, and the French one. */
const FRENCH = {
  record: 'dossier',
  with: 'avec',
  access: 'accès',
  'require-approval': 'approbation',
  from: 'de',
  to: 'à',
  include: 'inclure',
  'keep-copy': 'copie',
  for: 'profil',
  kind: 'type',
  name: 'nom',
  share: 'partage',
  space: 'espace',
  team: 'équipe',
  member: 'membre',
  email: 'courriel',
  role: 'rôle',
  school: 'école',
} as const;

/** What flags say and no column does: a row of a file has it from the flags given for all rows. */
const FLAGS_ALONE = ['add', 'remove', 'another', 'all-from', 'fill-seats', 'resend'] as const;

/** A column, by its English name; or a flag that is no column of any file. */
export type Column = keyof typeof FRENCH | (typeof FLAGS_ALONE)[number];

/** All columns a file may have, in the order of the dictionary. */
export const COLUMNS = Object.keys(FRENCH) as readonly (keyof typeof FRENCH)[];

/** Everything a row may hold: the columns, and what only flags say. */
export const WORDS: readonly Column[] = [...COLUMNS, ...FLAGS_ALONE];

/** Whether a file may have it as a column. */
export const isColumn = (column: Column): column is keyof typeof FRENCH => column in FRENCH;

const BY_ENGLISH: ReadonlyMap<string, Column> = new Map(COLUMNS.map((column) => [fold(column), column]));
const BY_FRENCH: ReadonlyMap<string, Column> = new Map(COLUMNS.map((column) => [fold(FRENCH[column]), column]));

/** The column a header names, in English or French, in any case, accents optional; undefined if it names none. */
export function columnOf(header: string): Column | undefined {
  const folded = fold(header);
  return BY_ENGLISH.get(folded) ?? BY_FRENCH.get(folded);
}

/** The language of a file's headers: French as soon as one of them is French only. */
export function languageOf(headers: readonly string[]): HeaderLanguage {
  const isFrench = headers.some((header) => BY_FRENCH.has(fold(header)) && !BY_ENGLISH.has(fold(header)));
  return isFrench ? 'fr' : 'en';
}

/** What psyctl writes beside rows that weren't done, by its English name: no column says what is wanted by it. */
const FRENCH_FINDINGS = { code: 'code', message: 'message', retryable: 'réessayable' } as const;
/** What psyctl says of a row that wasn't done. */
export type Finding = keyof typeof FRENCH_FINDINGS;
/** All it says, in the order it is written. */
export const FINDINGS = Object.keys(FRENCH_FINDINGS) as readonly Finding[];

const FINDING_HEADERS = new Set([...FINDINGS, ...Object.values(FRENCH_FINDINGS)].map(fold));

/** Whether a header names what psyctl wrote beside a row: then the row can be fed again as it stands. */
export const isFinding = (header: string): boolean => FINDING_HEADERS.has(fold(header));

/** How a finding is written in the headers of a language. */
export const findingHeader = (finding: Finding, language: HeaderLanguage): string =>
  language === 'fr' ? FRENCH_FINDINGS[finding] : finding;

/** Yes and no, as a file in a language says them. */
export const FINDING_WORDS = { en: { yes: 'yes', no: 'no' }, fr: { yes: 'oui', no: 'non' } } as const;

/** How a column is written in the headers of a language. */
export const headerOf = (column: Column, language: HeaderLanguage): string =>
  language === 'fr' && isColumn(column) ? FRENCH[column] : column;

/**
 * What a header that names no allowed column may have meant: the names of allowed columns, in either language, that
 * differ from it by at most half their letters; the nearest first, at most three.
 */
export function nearestHeaders(header: string, allowed: readonly Column[], language: HeaderLanguage): string[] {
  const other = language === 'fr' ? 'en' : 'fr';
  return allowed
    .map((column) => {
      const names = [headerOf(column, language), headerOf(column, other)];
      return names
        .map((name) => ({ name, away: distanceTo(header, name) }))
        .reduce((a, b) => (b.away < a.away ? b : a));
    })
    .filter(({ name, away }) => away <= fold(name).length / 2)
    .sort((a, b) => a.away - b.away)
    .slice(0, 3)
    .map(({ name }) => name);
}

const distanceTo = (header: string, name: string): number => distance(fold(header), fold(name));
