import { Failure, throwAll } from '../../failures/failure.ts';
import type {
  Manifest,
  WantedGrantee,
  WantedMember,
  WantedSchool,
  WantedShare,
  WantedSpace,
  WantedTeam,
} from '../../model/manifest.ts';
import type { GranteeReference, MemberReference, Place, TeamReference } from '../../model/references.ts';
import { type Entries, faultsOf, nameOf, type SpaceEntry, type TeamEntry } from './entries.ts';

/** What is known of the manifest as a whole while its parts are put together. */
interface Known {
  /** The e-mails of the members it wants, in lower case (O1). */
  readonly emails: ReadonlySet<string>;
  /** The names of the teams it wants. */
  readonly teams: ReadonlySet<string>;
  readonly failures: Failure[];
}

/**
 * Makes one manifest of its entries: who is listed in a team and who says it of themself come together, what is said
 * twice is said once, and who isn't wanted by the manifest itself is left to be found.
 * @param found what is wrong already, told together with what is found here
 * @throws Failure or Failures: all that is wrong, in the order of the files; among it what contradicts itself.
 */
export function combine(entries: Entries, found: readonly Failure[]): Manifest {
  const known: Known = {
    emails: new Set(entries.members.map(({ email }) => email.toLowerCase())),
    teams: new Set(entries.teams.map(({ name }) => name)),
    failures: [...found, ...entries.spaces.flatMap(faultsOf)],
  };
  const manifest = {
    members: membersOf(entries, known),
    teams: teamsOf(entries, known),
    spaces: spacesOf(entries, known),
    shares: sharesOf(entries, known),
  };
  throwAll(inOrder(known.failures));
  return manifest;
}

/** O1: an address is one whatever its case; it may stand twice, but not for two things. */
function membersOf(entries: Entries, { failures }: Known): WantedMember[] {
  const members = new Map<string, WantedMember>();
  for (const { place, email, roles, schools } of entries.members) {
    const key = email.toLowerCase();
    const first = members.get(key);
    if (!first) members.set(key, { place, email, roles, schools });
    else if (differ(first.roles, roles) || differ(codesOf(first.schools), codesOf(schools))) {
      failures.push(contradiction(first.place, place, email));
    } else if (first.schools === null) members.set(key, { ...first, schools });
  }
  return [...members.values()];
}

const codesOf = (schools: readonly WantedSchool[] | null) => schools?.map(({ code }) => code) ?? null;

/** Whether two lists, both of them said, hold different things. */
const differ = (a: readonly string[] | null, b: readonly string[] | null): boolean =>
  a !== null && b !== null && [...new Set(a)].sort().join('\n') !== [...new Set(b)].sort().join('\n');

function teamsOf(entries: Entries, known: Known): WantedTeam[] {
  const said = entries.members.flatMap(({ email, teams }) =>
    teams.map(
      ({ text, place }): TeamEntry => ({
        place,
        name: text,
        members: [{ ref: 'member', text: email, place }],
      }),
    ),
  );
  const teams = new Map<string, { place: Place; members: Map<string, MemberReference> }>();
  for (const { place, name, members } of [...entries.teams, ...said]) {
    const team = teams.get(name) ?? { place, members: new Map() };
    teams.set(name, team);
    for (const member of members) {
      const key = member.text.toLowerCase();
      if (!team.members.has(key)) team.members.set(key, orNew(member, known));
    }
  }
  return [...teams].map(([name, { place, members }]) => ({
    place,
    team: orNew({ ref: 'team', text: name, place }, known),
    members: [...members.values()],
  }));
}

/** A reference, `orNew` where the manifest itself wants who or what is meant. */
function orNew<R extends MemberReference | TeamReference | GranteeReference>(reference: R, known: Known): R {
  const isTeam = reference.ref === 'team' || (reference.ref === 'grantee' && reference.type === 'team');
  const wanted = isTeam ? known.teams.has(reference.text) : known.emails.has(reference.text.toLowerCase());
  return wanted ? { ...reference, orNew: true } : reference;
}

function spacesOf(entries: Entries, known: Known): WantedSpace[] {
  const spaces = new Map<string, { entry: SpaceEntry; share: Map<string, WantedGrantee> }>();
  for (const entry of entries.spaces) {
    const target = targetOf(entry);
    const space = spaces.get(target) ?? { entry, share: new Map() };
    spaces.set(target, space);
    for (const { grantee, level } of entry.share) {
      const key = keyOf(grantee);
      const first = space.share.get(key);
      if (!first) space.share.set(key, { place: grantee.place, grantee: orNew(grantee, known), level });
      else if (first.level !== level) {
        known.failures.push(contradiction(first.place, grantee.place, target, nameOf(grantee)));
      }
    }
  }
  return [...spaces.values()].map(({ entry: { place, kind, for: whom, name, record }, share }) => ({
    place,
    kind,
    for: whom,
    name,
    record,
    share: [...share.values()],
  }));
}

/** Which space an entry is about, or the spaces of which school. */
function targetOf({ kind, for: whom, name, record }: SpaceEntry): string {
  const profile =
    whom.type === 'profile' ? whom.profile.text : whom.type === 'school' ? `school:${whom.school.code}` : '';
  if (kind === 'multi') return `multi:${profile}`;
  return [profile, name, record?.text].filter(Boolean).join(' ');
}

function sharesOf(entries: Entries, known: Known): WantedShare[] {
  const shares = new Map<string, WantedShare>();
  for (const share of entries.shares) {
    const key = `${share.record.text}\n${keyOf(share.grantee)}`;
    const first = shares.get(key);
    if (!first) shares.set(key, { ...share, grantee: orNew(share.grantee, known) });
    else if (first.level !== share.level || first.requireApproval !== share.requireApproval) {
      known.failures.push(contradiction(first.place, share.place, share.record.text, nameOf(share.grantee)));
    }
  }
  return [...shares.values()];
}

const keyOf = (grantee: GranteeReference): string =>
  grantee.type === 'team' ? nameOf(grantee) : grantee.text.toLowerCase();

const contradiction = (one: Place, other: Place, target: string, subject = ''): Failure =>
  new Failure('contradiction', { rows: [one.row ?? 0, other.row ?? 0], target, subject }, other);

/** By line, then by where in the line; those of one file stay together. */
function inOrder(failures: readonly Failure[]): Failure[] {
  const files = [...new Set(failures.map(({ where }) => where.file))];
  const column = ({ where }: Failure) => (typeof where.column === 'number' ? where.column : 0);
  return [...failures].sort(
    (a, b) =>
      files.indexOf(a.where.file) - files.indexOf(b.where.file) ||
      (a.where.row ?? 0) - (b.where.row ?? 0) ||
      column(a) - column(b),
  );
}
