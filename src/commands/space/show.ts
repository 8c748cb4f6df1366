import type { Reader } from '../../api/index.ts';
import { listRecords } from '../../contract/records.ts';
import type { Space } from '../../contract/spaces.ts';
import { Failure } from '../../failures/failure.ts';
import { spaceName } from '../../input/references.ts';
import { type ActorsSpace, resolveSpaces } from '../../reading/spaces.ts';
import { takeUpTo } from '../../reading/take.ts';
import { factsTable, factsText } from '../../rendering/answers/facts.ts';
import { spaceFacts, spaceJson } from '../../rendering/answers/space.ts';
import type { Texts } from '../../texts/index.ts';
import { argument, read } from '../command.ts';

/** `space show SPACE`: what kind it is, who is in it and at what level, and that it opens no record (C1 to C3). */
export default read({
  arguments: [{ name: 'SPACE' }],
  flags: [],
  async run({ reader, texts, asker: who, titles }, given) {
    const place = { column: 'SPACE' };
    const text = spaceName(argument(given, 'SPACE'), place);
    const asker = await who();
    const found = (await resolveSpaces(reader, asker, [{ text, place }])).get(text);
    if (!found) throw new Failure('unknown-space', { text, nearest: [] }, place);
    const { wire } = found;
    const record = await recordOf(reader, found, asker.me.id);
    const title = titles && wire.name ? ` ${wire.name}` : '';
    const couldSee = wire.members === undefined && asker.mayActAs && asker.acting.as !== 'owner';
    return {
      json: spaceJson(wire, titles),
      table: factsTable(cells(wire, record, titles, texts)),
      text: (width) => factsText(`${wire.id}${title}`, spaceFacts(wire, record, texts), width),
      notes: couldSee ? [texts.answers.space.asCreator] : [],
    };
  },
});

/** The number of the record a space was created from, where whoever asks has a way to it (C3). */
async function recordOf(reader: Reader, { wire, actor }: ActorsSpace, self: string): Promise<string | null> {
  if (!wire.record) return null;
  const as = actor === self ? {} : { actAs: actor };
  const [record] = await takeUpTo(1, reader.list(listRecords, { query: { id: [wire.record] }, ...as }));
  return record?.number ?? null;
}

function cells(
  space: Space,
  record: string | null,
  titles: boolean,
  texts: Texts,
): Record<string, string | number | null> {
  const { unknown, space: say } = texts.answers;
  return {
    id: space.id,
    ...(titles && { name: space.name ?? unknown }),
    kind: space.kind ? say.kind[space.kind] : unknown,
    profile: space.profile === undefined ? unknown : (space.profile?.key ?? null),
    creator: space.creator.email,
    record: space.record === undefined ? unknown : record,
    sharedWith: space.members?.length ?? unknown,
  };
}
