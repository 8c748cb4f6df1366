import type { Reader } from '../api/index.ts';
import { listTeams, type Team } from '../contract/teams.ts';
import { Failure, throwAll } from '../failures/failure.ts';
import type { Named } from './members.ts';
import { nearest } from './nearest.ts';
import { all, takeUpTo } from './take.ts';

const NAMES_LOOKED_THROUGH = 2000;

/**
 * Teams by name or id, asked for a hundred at a time; the map is keyed by what was written. A name in another case is
 * taken where only one team bears it so. Throws an `unknown-team` for each name no team bears, with the nearest, or
 * `ambiguous-name`.
 */
export async function resolveTeams(reader: Reader, names: readonly Named[]): Promise<Map<string, Team>> {
  const texts = [...new Set(names.map(({ text }) => text))];
  const found = new Map<string, Team>();
  for (const team of await all(reader.listByFilter(listTeams, 'name', texts, {}))) found.set(team.name, team);
  const ids = texts.filter((text) => !found.has(text));
  for (const team of await all(reader.listByFilter(listTeams, 'id', ids, {}))) found.set(team.id, team);
  const missing = names.filter(({ text }) => !found.has(text));
  if (missing.length > 0) {
    const known = await takeUpTo(NAMES_LOOKED_THROUGH, reader.list(listTeams, {}));
    throwAll(missing.flatMap((name) => settle(name, known, found)));
  }
  return found;
}

function settle({ text, place, orNew }: Named, known: readonly Team[], found: Map<string, Team>): Failure[] {
  const alike = known.filter((team) => team.name.toLowerCase() === text.toLowerCase());
  const [only, second] = alike;
  if (second) return [new Failure('ambiguous-name', { text, candidates: alike.map((team) => team.name) }, place)];
  if (only) {
    found.set(text, only);
    return [];
  }
  if (orNew) return [];
  const names = known.map((team) => team.name);
  return [new Failure('unknown-team', { text, nearest: nearest(text, names) }, place)];
}
