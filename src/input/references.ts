import { Failure, type Where } from '../failures/failure.ts';
import type { ShareLevel } from '../model/levels.ts';
import { parseLevel } from './values.ts';

/** Whom something is shared with, as it was typed: a team's name, or a member's e-mail or id. */
export interface GranteeReference {
  readonly type: 'member' | 'team';
  readonly text: string;
}

/** A grantee and the level that came with it; none in a collaborative space. */
export interface GranteeWithLevel {
  readonly grantee: GranteeReference;
  readonly level: ShareLevel | undefined;
}

/** A space, as it was typed: its id, or the profile whose multi-space it is. */
export interface SpaceReference {
  readonly type: 'space' | 'multi-space';
  readonly text: string;
}

/** A record or a space, as it was typed; a plain text may be a record's number or id or a space's id. */
export interface ResourceReference {
  readonly type: 'record' | 'space' | 'multi-space' | 'either';
  readonly text: string;
}

// The accent may be composed or not, or be missing.
const TEAM = /^(?:team|(?:e\u0301?|é)quipe)\s*:/iu;
const RECORD = /^(?:record|dossier)\s*:/iu;
const SPACE = /^(?:space|espace)\s*:/iu;
const MULTI = /^multi\s*:/iu;

/**
 * A grantee: `team:NAME`, `équipe:NAME`, or a member's text.
 * @throws Failure `bad-value` where no name is given.
 */
export function parseGrantee(text: string, where: Where): GranteeReference {
  const team = after(TEAM, text);
  if (team !== undefined) return { type: 'team', text: named(team, text, where) };
  return { type: 'member', text: named(text.trim(), text, where) };
}

/**
 * The name of a team, with or without `team:` before it.
 * @throws Failure `bad-value` where no name is given.
 */
export const parseTeam = (text: string, where: Where): string => named(after(TEAM, text) ?? text.trim(), text, where);

/**
 * A grantee with an optional level, `GRANTEE=LEVEL`, split at the last `=`: a team's name may hold one itself.
 * @throws Failure `bad-value` where the name is missing or the level is none.
 */
export function granteeWithLevel(text: string, where: Where): GranteeWithLevel {
  const split = text.lastIndexOf('=');
  if (split === -1) return { grantee: parseGrantee(text, where), level: undefined };
  const grantee = parseGrantee(text.slice(0, split), where);
  return { grantee, level: parseLevel(text.slice(split + 1).trim(), nameAt(where, 'share'), where) };
}

/**
 * A space: `multi:PROFILE`, or its id, which may follow `space:` as in psyctl's own output.
 * @throws Failure `bad-value` where no id or profile is given.
 */
export function parseSpace(text: string, where: Where): SpaceReference {
  const profile = after(MULTI, text);
  if (profile !== undefined) return { type: 'multi-space', text: named(profile, text, where) };
  return { type: 'space', text: named(after(SPACE, text) ?? text.trim(), text, where) };
}

/**
 * A space as it is looked up, however it was typed: its id, or `multi:PROFILE`.
 * @throws Failure `bad-value` where no id or profile is given.
 */
export function spaceName(typed: string, where: Where): string {
  const { type, text } = parseSpace(typed, where);
  return type === 'multi-space' ? `multi:${text}` : text;
}

/**
 * A record or a space: `record:NUMBER`, `space:ID`, `multi:PROFILE`, or a plain text that may be either.
 * @throws Failure `bad-value` where nothing is named.
 */
export function parseResource(text: string, where: Where): ResourceReference {
  const record = after(RECORD, text);
  if (record !== undefined) return { type: 'record', text: named(record, text, where) };
  if (MULTI.test(text.trim()) || SPACE.test(text.trim())) return parseSpace(text, where);
  return { type: 'either', text: named(text.trim(), text, where) };
}

function after(prefix: RegExp, text: string): string | undefined {
  const trimmed = text.trim();
  const found = prefix.exec(trimmed);
  return found ? trimmed.slice(found[0].length).trim() : undefined;
}

function named(name: string, typed: string, where: Where): string {
  if (name === '') throw new Failure('bad-value', { name: nameAt(where, 'name'), value: typed, allowed: [] }, where);
  return name;
}

const nameAt = ({ column }: Where, otherwise: string): string => (typeof column === 'string' ? column : otherwise);
