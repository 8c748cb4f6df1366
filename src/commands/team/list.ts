import { listTeams, type Team } from '../../contract/teams.ts';
import { actAsOf } from '../../reading/asker.ts';
import { memberByAnyName } from '../../reading/members.ts';
import { flagValue, read } from '../command.ts';
import { LISTED, limitOf } from '../limits.ts';
import { listed } from '../listing.ts';

/** `team list`: the work teams, and how many people are in each (O7). */
export default read({
  arguments: [],
  flags: [{ name: 'member', value: 'MEMBER', names: 'member' }, ...LISTED],
  async run(reading, given) {
    const { reader, texts, asker } = reading;
    const limit = limitOf(given);
    const as = actAsOf(await asker());
    const text = flagValue(given, 'member');
    const member = text === undefined ? null : await memberByAnyName(reader, { text, place: { column: '--member' } });
    const pages = reader.pages(listTeams, { query: member ? { member: [member.id] } : {}, ...as });
    const json = (team: Team) => team;
    const { items: teams, more } = await listed(pages, reading, { limit, json });
    const { headers } = texts.answers.team;
    return {
      json: teams.map(json),
      table: {
        columns: (['name', 'people', 'notActive'] as const).map((key) => ({ key, header: headers[key] })),
        rows: teams.map(({ name, members }) => ({
          name,
          people: members.length,
          // S8: they are in it and have nothing until they are active.
          notActive: members.filter(({ status }) => status !== 'active').length,
        })),
      },
      notes: more ? [texts.answers.limited(limit)] : [],
    };
  },
});
