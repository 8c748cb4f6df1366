import { Failure, type Where } from '../failures/failure.ts';
import { SHARE_LEVELS, type ShareLevel } from '../model/levels.ts';
import type { Role, Space } from '../model/organization.ts';
import { fold } from './fold.ts';

/** What a transfer may take along by choice (T8), and, of all of a member's records, the confidential ones (T1). */
export type Inclusion = 'confidential' | 'raw-data' | 'confidential-records';

/** A vocabulary: the values in English, each with the folded words that mean it. */
type Words<Value extends string> = { readonly [V in Value]: readonly string[] };

const LEVELS: Words<ShareLevel> = {
  read: ['read', 'lecture', 'lectureseule', 'lectureseulement'],
  write: ['write', 'ecriture', 'lectureecriture', 'lectureetecriture', 'lecture/ecriture'],
  full: ['full', 'complet', 'complete', 'accescomplet'],
};

const ROLES: Words<Role> = {
  practitioner: ['intervenant', 'intervenante'],
  coordinator: ['coordonnateur', 'coordonnatrice'],
  administrator: ['administrateur', 'administratrice'],
  manager: ['gestionnaire'],
};

const INCLUSIONS: Words<Inclusion> = {
  confidential: ['confidential', 'confidentiel', 'confidentielle', 'confidentiels', 'confidentielles'],
  'raw-data': ['rawdata', 'donneesbrutes'],
  'confidential-records': ['confidentialrecords', 'dossiersconfidentiels'],
};

const KINDS: Words<Space['kind']> = {
  multi: ['multi', 'multispace', 'multiespace'],
  collaborative: ['collaborative', 'collaboratif'],
};

const YES = new Set(['yes', 'true', '1', 'x', 'oui', 'vrai']);
const NO = new Set(['no', 'false', '0', 'non', 'faux']);

/**
 * The level a text means, in English or French, in any case. `name` is what failures call it.
 * @throws Failure `bad-value`.
 */
export function parseLevel(text: string, name: string, where: Where): ShareLevel {
  return meant(LEVELS, text) ?? refuse(text, name, SHARE_LEVELS, where);
}

/**
 * Whether a text means yes or no; undefined when it is empty.
 * @throws Failure `bad-value`.
 */
export function parseBoolean(text: string, name: string, where: Where): boolean | undefined {
  if (text.trim() === '') return undefined;
  const word = fold(text);
  if (YES.has(word)) return true;
  if (NO.has(word)) return false;
  return refuse(text, name, [...YES, ...NO], where);
}

/**
 * The role a text means. In English it is written as Psylio's own file has it, in lower case (O9); in French freely.
 * @throws Failure `bad-value`.
 */
export function parseRole(text: string, name: string, where: Where): Role {
  const roles = Object.keys(ROLES) as Role[];
  const exact = roles.find((role) => role === text.trim());
  return exact ?? meant(ROLES, text) ?? refuse(text, name, roles, where);
}

// What nobody's address is without; whether there is such an address is for the API to know.
const EMAIL = /^[^\s@,;|<>"]+@[^\s@,;|<>"]+\.[^\s@,;|<>".]+$/u;

/**
 * An e-mail address, trimmed.
 * @throws Failure `bad-email`.
 */
export function parseEmail(text: string, where: Where): string {
  const email = text.trim();
  if (!EMAIL.test(email)) throw new Failure('bad-email', { text: email }, where);
  return email;
}

/**
 * What a transfer takes along, in English or French, in any case.
 * @throws Failure `bad-value`.
 */
export function parseInclusion(text: string, name: string, where: Where): Inclusion {
  return meant(INCLUSIONS, text) ?? refuse(text, name, Object.keys(INCLUSIONS), where);
}

/**
 * The kind of a space, in English or French, in any case.
 * @throws Failure `bad-value`.
 */
export function parseKind(text: string, name: string, where: Where): Space['kind'] {
  return meant(KINDS, text) ?? refuse(text, name, Object.keys(KINDS), where);
}

function meant<Value extends string>(words: Words<Value>, text: string): Value | undefined {
  const word = fold(text);
  return (Object.keys(words) as Value[]).find((value) => words[value].includes(word));
}

function refuse(value: string, name: string, allowed: readonly string[], where: Where): never {
  throw new Failure('bad-value', { name, value, allowed: [...allowed] }, where);
}
