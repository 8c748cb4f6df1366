import type { Record as WireRecord } from '../../contract/records.ts';
import { Failure } from '../../failures/failure.ts';
import { resolveRecords } from '../../reading/records.ts';
import { factsTable, factsText } from '../../rendering/answers/facts.ts';
import { confidentiality, recordFacts, recordJson, transferWords } from '../../rendering/answers/record.ts';
import type { Texts } from '../../texts/index.ts';
import { argument, read } from '../command.ts';

/** `record show RECORD`: everything seen of a record; what isn't is said to be unknown (A2). */
export default read({
  arguments: [{ name: 'RECORD', names: 'record' }],
  flags: [],
  async run({ reader, texts, asker: who, titles }, given) {
    const text = argument(given, 'RECORD');
    const place = { column: 'RECORD' };
    const asker = await who();
    const found = (await resolveRecords(reader, asker, [{ text, place }])).get(text);
    if (!found) throw new Failure('unknown-record', { text, nearest: [] }, place);
    const { wire } = found;
    const title = titles && wire.title !== undefined ? ` ${wire.title}` : '';
    const couldSee = wire.shares === undefined && asker.mayActAs && asker.acting.as !== 'owner';
    return {
      json: recordJson(wire, titles),
      table: factsTable(cells(wire, titles, texts), texts),
      text: (width) => factsText(`${wire.number}${title}`, recordFacts(wire, texts), width),
      notes: couldSee ? [texts.answers.access.howToKnow['as-owner']] : [],
    };
  },
});

function cells(record: WireRecord, titles: boolean, texts: Texts): Record<string, string | number | null> {
  const { unknown, record: say } = texts.answers;
  return {
    number: record.number,
    ...(titles && { title: record.title ?? unknown }),
    owner: record.owner?.email ?? unknown,
    status: record.status ? say.status[record.status] : unknown,
    confidential: confidentiality(record, texts),
    profiles: record.profiles?.map((profile) => profile.key).join(', ') ?? unknown,
    shares: record.shares?.length ?? unknown,
    copies: record.copies?.length ?? unknown,
    transfer: transferWords(record, texts),
    ...record.counts,
  };
}
