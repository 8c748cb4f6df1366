import { TEAM_PREFIX, type World } from '../../contract/world.ts';
import type { WorldFault, WorldProblem, WorldThing } from '../../failures/world.ts';

type Member = World['members'][number];
type Team = World['teams'][number];
type WorldRecord = World['records'][number];

/** Whom `with` names in a world. */
export type Named = { type: 'member'; member: Member } | { type: 'team'; team: Team };

/** E-mails are compared without regard to case (O1). */
export const emailKey = (email: string): string => email.toLowerCase();

/** Text as a search looks at it: without case and accents. */
export const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** What the names in a world stand for. */
export class Names {
  readonly members = new Map<string, Member>();
  readonly teams = new Map<string, Team>();
  readonly profiles = new Map<string, World['profiles'][number]>();
  readonly records = new Map<string, WorldRecord>();
  readonly schools = new Map<string, World['schools'][number]>();

  constructor(world: World) {
    for (const member of world.members) this.members.set(emailKey(member.email), member);
    for (const team of world.teams) this.teams.set(team.name, team);
    for (const profile of world.profiles) this.profiles.set(profile.key, profile);
    for (const record of world.records) this.records.set(record.number, record);
    for (const school of world.schools) this.schools.set(school.code, school);
  }

  /** The member with this e-mail. */
  member(email: string): Member | undefined {
    return this.members.get(emailKey(email));
  }

  /** The member or `team:NAME` a share names. */
  grantee(text: string): Named | undefined {
    if (text.startsWith(TEAM_PREFIX)) {
      const team = this.teams.get(text.slice(TEAM_PREFIX.length));
      return team && { type: 'team', team };
    }
    const member = this.member(text);
    return member && { type: 'member', member };
  }
}

/** Takes down what is wrong, where, and the rule it breaks. */
export type Report = (path: string, fault: WorldFault, rule?: string) => void;

/** A list of problems, and what adds to it. */
export function problemList(): { problems: WorldProblem[]; report: Report } {
  const problems: WorldProblem[] = [];
  return {
    problems,
    report: (path, fault, rule) => problems.push(rule ? { path, rule, ...fault } : { path, ...fault }),
  };
}

/** Reports every value met before. */
export function reportRepeated(
  values: Iterable<readonly [path: string, value: string]>,
  what: WorldThing,
  report: Report,
  rule?: string,
): void {
  const seen = new Map<string, string>();
  for (const [path, value] of values) {
    const first = seen.get(value);
    if (first) report(path, { fault: 'repeated', what, first }, rule);
    else seen.set(value, path);
  }
}
