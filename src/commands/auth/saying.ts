import { plain } from '../../rendering/layout.ts';
import type { Texts } from '../../texts/index.ts';
import type { Around, Opened } from '../command.ts';
import type { Whom } from './whom.ts';

/** Where a token is or came from, as it is said. */
export const placeSaid = (from: Opened['from'], { texts, accounts }: Pick<Around, 'texts' | 'accounts'>): string =>
  from === 'file' ? texts.auth.place.file(accounts.tokens.file) : texts.auth.place[from];

/** Where a token is or came from, in a word, as a cell of a table has it. */
export const placeInShort =
  ({ auth: { place } }: Texts) =>
  (from: string): string =>
    (place.short as Readonly<Record<string, string>>)[from] ?? from;

/** What is said where variables of the environment come before the connection `name`; null: before any. */
export const overriding = ({ env, texts }: Pick<Around, 'env' | 'texts'>, name: string | null = null): string[] =>
  ['PSYCTL_CONNECTION', 'PSYCTL_API_URL']
    .filter((variable) => env[variable] && env[variable] !== name)
    .map((variable) => texts.auth.variableComesFirst(variable));

/** Whom a token acts as, in a sentence. */
export function whomSaid({ me, organization }: Whom, { answers }: Texts): string {
  const roles = me.roles.map((role) => answers.member.role[role] ?? role);
  return answers.whoami.is(plain(me.name), plain(me.email), roles, plain(organization.name));
}

/** Whether a token may act for others, in a sentence. */
export const scopesSaid = ({ me }: Whom, { answers: { whoami } }: Texts): string =>
  me.scopes.includes('act-as') ? whoami.mayActAs : whoami.mayNotActAs;
