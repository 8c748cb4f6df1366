import { listMembers } from '../../contract/members.ts';
import { byId } from '../../model/collections.ts';
import { actAsOf } from '../../reading/asker.ts';
import { all } from '../../reading/take.ts';
import { plain } from '../../rendering/layout.ts';
import { teamNamed } from '../access/subject.ts';
import { argument, read } from '../command.ts';

/** `team show TEAM`: who is in it, whatever their status (S8). */
export default read({
  arguments: [{ name: 'TEAM', names: 'team' }],
  flags: [],
  async run(reading, given) {
    const { reader, texts } = reading;
    const as = actAsOf(await reading.asker());
    const team = await teamNamed(reading, argument(given, 'TEAM'), 'TEAM');
    const ids = team.members.map((member) => member.id);
    const people = byId(await all(reader.listByFilter(listMembers, 'id', ids, as)));
    const members = team.members.map((member) => ({ ...member, name: people.get(member.id)?.name ?? '' }));
    const { member: say, team: words } = texts.answers;
    return {
      json: { id: team.id, name: team.name, members },
      lines: members,
      table: {
        columns: (['name', 'email', 'status'] as const).map((key) => ({ key, header: say.headers[key] })),
        rows: members.map(({ name, email, status }) => ({ name, email, status: say.status[status] ?? status })),
      },
      ...(members.length === 0 && { text: () => `${plain(team.name)}\n${words.noOne}` }),
    };
  },
});
