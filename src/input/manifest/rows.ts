import { collectFailures } from '../../failures/failure.ts';
import type { SpaceFor } from '../../model/manifest.ts';
import type { RowWords } from '../words.ts';
import type { MemberEntry, ShareEntry, SpaceEntry, TeamEntry } from './entries.ts';

const SCHOOL = /^(?:school|(?:e\u0301?|é)cole)\s*:/iu;

/** Runs the parts of a row, so that every faulty cell of it is told. */
const allOf = <Results extends readonly unknown[]>(...parts: { [P in keyof Results]: () => Results[P] }): Results =>
  collectFailures(parts as readonly (() => unknown)[], (part) => part()) as unknown as Results;

/** What a row of the list of members says. */
export function memberOf(row: RowWords): MemberEntry[] {
  const [emails, roles, schools, teams] = allOf(
    () => row.emails('email'),
    () => row.roles('role'),
    () => row.optionalSchools('school').map((code) => ({ code, place: row.place('school') })),
    () => row.optionalTeams('team'),
  );
  // An empty cell leaves the schools unsaid: a list can't tell it from having none.
  const said = schools.length > 0 ? schools : null;
  return emails.map((email) => ({ place: row.place('email'), email, roles, schools: said, teams }));
}

/** What a row of the list of teams says: a team, and one or more of its members. */
export function teamOf(row: RowWords): TeamEntry[] {
  const [team, members] = allOf(
    // A list that has both columns names the team in whichever is filled.
    () => row.optionalTeams('team')[0] ?? row.team('name'),
    () => row.optionalMembers('member'),
  );
  return [{ place: team.place, name: team.text, members }];
}

/** What a row of the list of spaces says: a space for each profile it names, `school:CODE` being all of a school's. */
export function spacesOf(row: RowWords): SpaceEntry[] {
  const [kind, name, share] = allOf(
    () => row.optionalKind('kind') ?? 'multi',
    () => row.optionalText('name'),
    () => row.granteeLevels('share'),
  );
  const whom = row.optionalProfiles('for').map((profile): SpaceFor => {
    const { text, place } = profile;
    if (!SCHOOL.test(text)) return { type: 'profile', profile };
    return { type: 'school', school: { code: text.replace(SCHOOL, '').trim(), place } };
  });
  const wanted: SpaceFor[] = whom.length > 0 ? whom : [{ type: 'none' }];
  return wanted.map((one) => ({ place: row.place('for'), kind, for: one, name, record: null, share }));
}

/** What a row of the list of shares says. */
export function sharesOf(row: RowWords): ShareEntry[] {
  const [records, grantees, level, requireApproval] = allOf(
    () => row.records(),
    () => row.grantees('with'),
    () => row.level('access'),
    () => row.answer('require-approval'),
  );
  const place = row.place('record');
  return records.flatMap((record) => grantees.map((grantee) => ({ place, record, grantee, level, requireApproval })));
}
