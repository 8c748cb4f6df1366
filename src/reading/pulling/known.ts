import type { Reader } from '../../api/index.ts';
import type { Access } from '../../contract/access.ts';
import { listMembers, type Member } from '../../contract/members.ts';
import { listProfiles, type Profile } from '../../contract/profiles.ts';
import { listTeams, type Team } from '../../contract/teams.ts';
import { listTransfers, type Transfer } from '../../contract/transfers.ts';
import { TEAM_PREFIX } from '../../contract/world.ts';
import { byId } from '../../model/collections.ts';
import type { Id } from '../../model/organization.ts';
import { all } from '../take.ts';

/**
 * Stands in a world for what there is and could not be seen: a person, somebody a record is being transferred to (T2: never
 * its owner), or a profile.
 */
export const UNSEEN = {
  email: 'unseen@psyctl.invalid',
  recipient: 'unseen-recipient@psyctl.invalid',
  profile: 'unseen',
} as const;

/** What every record and space is written with: whom and what ids stand for, and what was not seen. */
export interface Known {
  readonly members: ReadonlyMap<Id, Member>;
  readonly teams: ReadonlyMap<Id, Team>;
  readonly profiles: ReadonlyMap<Id, Profile>;
  /** T17: those that are pending, by the record's id. */
  readonly transfers: Map<Id, Transfer>;
  /** Of how many records and spaces something was not seen. */
  readonly unseen: Map<string, number>;
}

/** Reads what every active member may know (O1, O7, C6), and the transfers the asker sees (T17). */
export async function readKnown(reader: Reader, actAs: { readonly actAs?: Id }): Promise<Known> {
  const [members, teams, profiles, transfers] = await Promise.all([
    all(reader.list(listMembers, actAs)),
    all(reader.list(listTeams, actAs)),
    all(reader.list(listProfiles, actAs)),
    all(reader.list(listTransfers, { query: { status: ['pending'] }, ...actAs })),
  ]);
  return {
    members: byId(members),
    teams: byId(teams),
    profiles: byId(profiles),
    transfers: new Map(transfers.map((transfer) => [transfer.record.id, transfer])),
    unseen: new Map(),
  };
}

/** Takes note that something of a record or a space was not seen. */
export const missed = ({ unseen }: Known, what: string): void => void unseen.set(what, (unseen.get(what) ?? 0) + 1);

/** What a world calls a person: their e-mail; who is not seen is nobody in particular. */
export function emailOf(known: Known, who: { readonly email: string } | undefined, what: string): string {
  if (who) return who.email;
  missed(known, what);
  return what === 'recipient' ? UNSEEN.recipient : UNSEEN.email;
}

/** What a world calls a member or a team; null for one who has come since members were read. */
export function granteeOf(known: Known, type: 'member' | 'team', id: Id): string | null {
  if (type === 'member') return known.members.get(id)?.email ?? null;
  const team = known.teams.get(id);
  return team ? `${TEAM_PREFIX}${team.name}` : null;
}

/** O11: what members and teams were given, by what a world calls them, as it follows from who reaches something. */
export function* grantsFrom(known: Known, rows: readonly Access[]): Generator<[string, Access['paths'][number]], void> {
  const ids = new Map([...known.teams.values()].map(({ id, name }) => [name, id]));
  for (const { member, paths } of rows) {
    for (const path of paths) {
      const name = givenTo(path, member?.id, known, ids);
      if (name) yield [name, path];
    }
  }
}

/** Whom a way in was given to; null for one that nobody gave. */
function givenTo(
  { kind, via }: Access['paths'][number],
  member: Id | undefined,
  known: Known,
  teams: ReadonlyMap<string, Id>,
): string | null {
  if (kind === 'share') return member ? granteeOf(known, 'member', member) : null;
  const team = kind === 'team' ? teams.get(via ?? '') : undefined;
  return team ? granteeOf(known, 'team', team) : null;
}
