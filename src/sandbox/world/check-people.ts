import type { World } from '../../contract/world.ts';
import { emailKey, type Names, type Report, reportRepeated } from './names.ts';

/** The most client files of a free trial (O6). */
const TRIAL_RECORDS = 5;

/** Organization, schools, members, teams and tokens: O1, O2, O3, O6. */
export function checkPeople(world: World, names: Names, report: Report): void {
  checkOrganization(world, report);
  reportRepeated(
    world.schools.map((school, i) => [`schools[${i}].code`, school.code]),
    'school',
    report,
  );
  reportRepeated(
    world.members.map((m, i) => [`members[${i}].email`, emailKey(m.email)]),
    'email',
    report,
    'O1',
  );
  reportRepeated(
    world.teams.map((team, i) => [`teams[${i}].name`, team.name]),
    'team',
    report,
  );
  reportRepeated(
    world.tokens.map((token, i) => [`tokens[${i}].token`, token.token]),
    'token',
    report,
  );
  world.members.forEach((member, i) => {
    checkMember(world, names, member, `members[${i}]`, report);
  });
  world.teams.forEach((team, i) => {
    reportRepeated(
      team.members.map((m, j) => [`teams[${i}].members[${j}]`, emailKey(m)]),
      'member',
      report,
    );
    team.members.forEach((email, j) => {
      if (!names.member(email)) report(`teams[${i}].members[${j}]`, { fault: 'unknown', what: 'member', name: email });
    });
  });
  world.tokens.forEach((token, i) => {
    if (!names.member(token.member))
      report(`tokens[${i}].member`, { fault: 'unknown', what: 'member', name: token.member }, 'A1');
  });
}

function checkOrganization(world: World, report: Report): void {
  const { plan, seats } = world.organization;
  const used = world.members.filter((member) => member.status !== 'inactive').length;
  if (plan === 'paid' && seats !== null && used > seats) {
    report('organization.seats', { fault: 'seats', seats, used }, 'O6');
  }
  if (plan === 'free-trial' && world.records.length > TRIAL_RECORDS) {
    report('records', { fault: 'free-trial', most: TRIAL_RECORDS, records: world.records.length }, 'O6');
  }
  if (!world.members.some((member) => member.status === 'active' && member.roles.includes('administrator'))) {
    report('members', { fault: 'no-administrator' }, 'O3');
  }
}

function checkMember(world: World, names: Names, member: World['members'][number], path: string, report: Report): void {
  reportRepeated(
    member.roles.map((role, i) => [`${path}.roles[${i}]`, role]),
    'role',
    report,
  );
  reportRepeated(
    member.schools.map((code, i) => [`${path}.schools[${i}]`, code]),
    'school',
    report,
  );
  if (world.organization.kind !== 'school-service-centre' && member.roles.includes('manager')) {
    report(`${path}.roles`, { fault: 'manager-elsewhere' }, 'O2');
  }
  member.schools.forEach((code, i) => {
    if (!names.schools.has(code)) report(`${path}.schools[${i}]`, { fault: 'unknown', what: 'school', name: code });
  });
}
