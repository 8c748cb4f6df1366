import type { Team } from '../contract/teams.ts';
import { Failure } from '../failures/failure.ts';
import type { Intent } from '../model/intents/index.ts';
import type { TeamReference } from '../model/references.ts';
import type { Named } from './members.ts';

/** The names that some intents want teams to have: looked up with the others, to know whether they are taken. */
export const namesWanted = (intents: readonly Intent[]): Named[] =>
  intents.flatMap((intent) =>
    intent.action === 'team.rename' ? [{ text: intent.name, place: intent.team.place, orNew: true as const }] : [],
  );

/**
 * What keeps teams from having the names they are to have: `team-exists` where another bears it, or where one to be
 * made differs from one there is only by its case; `contradiction` where two are to have the same.
 */
export function failuresOfNames(intents: readonly Intent[], teams: ReadonlyMap<string, Team>): Failure[] {
  const wanted = new Map<string, { readonly team: string; readonly row: number }>();
  return intents.flatMap((intent) => {
    if (intent.action !== 'team.create' && intent.action !== 'team.rename') return [];
    const renamed = intent.action === 'team.rename' ? teams.get(intent.team.text)?.id : undefined;
    const failure = taken(intent.name, intent.team, renamed, teams.get(intent.name));
    if (failure) return [failure];
    const team = renamed ?? intent.name;
    const earlier = wanted.get(intent.name.toLowerCase());
    if (earlier === undefined) wanted.set(intent.name.toLowerCase(), { team, row: intent.row });
    if (earlier === undefined || earlier.team === team) return [];
    const rows: [number, number] = [earlier.row, intent.row];
    return [new Failure('contradiction', { rows, target: `team:${intent.name}`, subject: '' }, intent.team.place)];
  });
}

function taken(
  name: string,
  { place }: TeamReference,
  renamed: string | undefined,
  found: Team | undefined,
): Failure | null {
  if (!found || found.id === renamed) return null;
  const isItself = renamed === undefined && (found.name === name || found.id === name);
  return isItself ? null : new Failure('team-exists', { text: name, existing: found.name }, place);
}
