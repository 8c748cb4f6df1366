import { listTeams } from '../../contract/teams.ts';
import { actAsOf } from '../../reading/asker.ts';
import { memberByAnyName } from '../../reading/members.ts';
import { all } from '../../reading/take.ts';
import { type Fact, factsTable, factsText } from '../../rendering/answers/facts.ts';
import { argument, read } from '../command.ts';

/** `member show MEMBER`: roles, schools, status, and the teams they are in (O1). */
export default read({
  arguments: [{ name: 'MEMBER', names: 'member' }],
  flags: [],
  async run({ reader, texts, asker }, given) {
    const as = actAsOf(await asker());
    const named = { text: argument(given, 'MEMBER'), place: { column: 'MEMBER' } };
    const member = await memberByAnyName(reader, named);
    const inThem = await all(reader.list(listTeams, { query: { member: [member.id] }, ...as }));
    const teams = inThem.map(({ id, name }) => ({ id, name }));
    const { member: say } = texts.answers;
    const roles = member.roles.map((role) => say.role[role] ?? role);
    const status = say.status[member.status] ?? member.status;
    const fact = (key: keyof typeof say.none, values: readonly string[]): Fact => ({
      label: say.labels[key],
      values: values.length > 0 ? values : [say.none[key]],
    });
    const facts = [
      fact('title', member.title === null ? [] : [member.title]),
      fact('roles', [roles.join(', ')]),
      fact('schools', member.schools.length > 0 ? [member.schools.join(', ')] : []),
      { label: say.labels.status, values: [status] },
      fact(
        'teams',
        teams.map((team) => team.name),
      ),
    ];
    const { name, email, title, schools } = member;
    return {
      json: { ...member, teams },
      table: factsTable(
        {
          name,
          email,
          title,
          roles: roles.join(', '),
          schools: schools.join(', '),
          status,
          teams: teams.map((team) => team.name).join(', '),
        },
        texts,
      ),
      text: (width) => factsText(`${name || say.noName} <${email}>`, facts, width),
    };
  },
});
