import type { Space } from '../../contract/spaces.ts';
import { listTeams } from '../../contract/teams.ts';
import { Failure } from '../../failures/failure.ts';
import { spaceName } from '../../input/references.ts';
import { actingFor } from '../../reading/asker.ts';
import { inDetail } from '../../reading/space-details.ts';
import { resolveSpaces } from '../../reading/spaces.ts';
import { all } from '../../reading/take.ts';
import { factsTable, factsText } from '../../rendering/answers/facts.ts';
import { spaceCautions, spaceCells, spaceFacts, spaceJson } from '../../rendering/answers/space.ts';
import { setIn } from '../../rendering/layout.ts';
import { argument, type Reading, read } from '../command.ts';

/** `space show SPACE`: who is in a space and at what level (C1, C2), and what being in it doesn't open (C3). */
export default read({
  arguments: [{ name: 'SPACE', names: 'space' }],
  flags: [],
  async run(reading, given) {
    const { reader, texts, titles } = reading;
    const place = { column: 'SPACE' };
    const text = spaceName(argument(given, 'SPACE'), place);
    const asker = await reading.asker();
    const found = (await resolveSpaces(reader, asker, [{ text, place }])).get(text);
    if (!found) throw new Failure('unknown-space', { text, nearest: [] }, place);
    const seen = found.wire.members !== undefined;
    const as = seen ? actingFor(asker, found.actor) : {};
    const [[space], teams] = await Promise.all([inDetail(reader, [found.wire], as), teamSizes(reading, found.wire)]);
    if (!space) throw new Failure('unknown-space', { text, nearest: [] }, place);
    const name = titles && space.name !== undefined ? ` ${space.name}` : '';
    const say = texts.answers.space;
    const couldSee = !seen && asker.mayActAs && asker.acting.as !== 'owner';
    return {
      json: spaceJson(space, titles),
      table: factsTable(spaceCells(space, teams, titles, texts), texts),
      text: (width) =>
        [
          factsText(`${space.id}${name}`, spaceFacts(space, teams, texts), width),
          '',
          ...spaceCautions(space, texts).map((sentence) => setIn(sentence, width, 0)),
        ].join('\n'),
      notes: seen ? [] : [couldSee ? texts.answers.access.howToKnow['as-creator'] : say.unseen],
    };
  },
});

/** How many people are in each of a space's teams (S8: whatever their status). */
async function teamSizes({ reader }: Reading, { members = [] }: Space): Promise<Map<string, number>> {
  const ids = members.flatMap(({ grantee }) => (grantee.type === 'team' ? [grantee.id] : []));
  const teams = await all(reader.listByFilter(listTeams, 'id', ids, {}));
  return new Map(teams.map((team) => [team.id, team.members.length]));
}
