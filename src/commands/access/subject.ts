import type { Member } from '../../contract/members.ts';
import type { Team } from '../../contract/teams.ts';
import { Failure } from '../../failures/failure.ts';
import { parseGrantee } from '../../input/references.ts';
import { memberByAnyName } from '../../reading/members.ts';
import { mostTelling } from '../../reading/nearest.ts';
import { resolveTeams } from '../../reading/teams.ts';
import type { Reading } from '../command.ts';

/** A member or a team. */
export type MemberOrTeam = { readonly member: Member } | { readonly team: Team };

/**
 * The member or the team a text names: `team:NAME`, an e-mail, an id, or a name. Throws `unknown-member`,
 * `unknown-team` or `ambiguous-name`.
 */
export async function memberOrTeam(reading: Reading, text: string, column: string): Promise<MemberOrTeam> {
  const place = { column };
  const typed = parseGrantee(text, place);
  if (typed.type === 'team') return { team: await teamNamed(reading, typed.text, column) };
  const member = await found(() => memberByAnyName(reading.reader, { text: typed.text, place }));
  if (!(member instanceof Failure)) return { member };
  const team = await found(() => teamNamed(reading, typed.text, column));
  if (!(team instanceof Failure)) return { team };
  throw mostTelling([member, team]);
}

/** A team by name or id. Throws `unknown-team` or `ambiguous-name`. */
export async function teamNamed({ reader }: Reading, text: string, column: string): Promise<Team> {
  const name = parseGrantee(text, { column }).text;
  const place = { column };
  const team = (await resolveTeams(reader, [{ text: name, place }])).get(name);
  if (!team) throw new Failure('unknown-team', { text: name, nearest: [] }, place);
  return team;
}

/** What was found, or the failure that says there is no such thing; any other failure is thrown. */
export async function found<T>(look: () => Promise<T>): Promise<T | Failure> {
  try {
    return await look();
  } catch (error) {
    if (error instanceof Failure && error.code.startsWith('unknown-')) return error;
    throw error;
  }
}
