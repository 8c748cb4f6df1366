import { MemberStatus, Role } from '../../contract/common.ts';
import { listMembers, type Member } from '../../contract/members.ts';
import { actAsOf } from '../../reading/asker.ts';
import { checkSchools } from '../../reading/schools.ts';
import { type FlagSpec, flagValue, flagValues, read } from '../command.ts';
import { LISTED, limitOf } from '../limits.ts';
import { listed } from '../listing.ts';

const FLAGS: readonly FlagSpec[] = [
  { name: 'status', value: 'STATUS', many: true, choices: MemberStatus.options },
  { name: 'role', value: 'ROLE', many: true, choices: Role.options },
  { name: 'school', value: 'CODE', names: 'school', many: true },
  { name: 'search', value: 'TEXT' },
  ...LISTED,
];

/** `member list`: the people of the organization, of every status (O1). */
export default read({
  arguments: [],
  flags: FLAGS,
  async run(reading, given) {
    const { reader, texts, asker } = reading;
    const limit = limitOf(given);
    const [status, role, school] = ['status', 'role', 'school'].map((name) => [...flagValues(given, name)]);
    await checkSchools(reader, school ?? [], { column: '--school' });
    const q = flagValue(given, 'search');
    const query = {
      ...(status?.length && { status: status as MemberStatus[] }),
      ...(role?.length && { role: role as Role[] }),
      ...(school?.length && { school }),
      ...(q !== undefined && { q }),
    };
    const json = (member: Member) => member;
    const pages = reader.pages(listMembers, { query, ...actAsOf(await asker()) });
    const { items: members, more } = await listed(pages, reading, { limit, json });
    const say = texts.answers.member;
    return {
      json: members.map(json),
      table: {
        columns: (['name', 'email', 'roles', 'schools', 'status'] as const).map((key) => ({
          key,
          header: say.headers[key],
        })),
        rows: members.map((member) => ({
          name: member.name,
          email: member.email,
          roles: member.roles.map((one) => say.role[one] ?? one).join(', '),
          schools: member.schools.join(', '),
          status: say.status[member.status] ?? member.status,
        })),
      },
      notes: more ? [texts.answers.limited(limit)] : [],
    };
  },
});
