import { RecordStatus } from '../../contract/common.ts';
import { listRecords, type Record as WireRecord } from '../../contract/records.ts';
import { parseGrantee } from '../../input/references.ts';
import { actAsOf } from '../../reading/asker.ts';
import { memberByAnyName } from '../../reading/members.ts';
import { checkSchools } from '../../reading/schools.ts';
import type { AnswerTable } from '../../rendering/answer.ts';
import { confidentiality, pendingWords, recordJson } from '../../rendering/answers/record.ts';
import { teamNamed } from '../access/subject.ts';
import { type FlagSpec, flagValue, flagValues, type Given, type Reading, read } from '../command.ts';
import { LISTED, limitOf } from '../limits.ts';
import { couldActFor, refuseOwners } from '../listing.ts';

const FLAGS: readonly FlagSpec[] = [
  { name: 'owner', value: 'MEMBER', names: 'member', many: true },
  { name: 'status', value: 'STATUS', many: true, choices: RecordStatus.options },
  { name: 'school', value: 'CODE', names: 'school', many: true },
  { name: 'shared-with', value: 'GRANTEE', names: 'grantee', many: true },
  { name: 'search', value: 'TEXT' },
  ...LISTED,
];

/** `record list`: the records there is a way to, as far as they are seen (A2, O4). */
export default read({
  arguments: [],
  flags: FLAGS,
  async run(reading, given) {
    const { texts, titles } = reading;
    const limit = limitOf(given);
    const asker = await reading.asker();
    refuseOwners(asker);
    const query = await queryOf(reading, given);
    const { records, hidden, more } = await readUpTo(limit, reading, query, actAsOf(asker));
    return {
      json: records.map((record) => recordJson(record, titles)),
      table: tableOf(records, reading),
      notes: [
        ...(more ? [texts.answers.limited(records.length)] : []),
        ...(couldActFor(asker, records) ? [texts.answers.nothingOwn] : []),
        ...(hidden > 0 ? [texts.answers.hidden(hidden)] : []),
      ],
    };
  },
});

type Query = Awaited<ReturnType<typeof queryOf>>;

async function queryOf(reading: Reading, given: Given) {
  const { reader } = reading;
  const schools = flagValues(given, 'school');
  const [owner, sharedWith] = await Promise.all([
    Promise.all(flagValues(given, 'owner').map((text) => memberId(reading, text, '--owner'))),
    Promise.all(flagValues(given, 'shared-with').map((text) => granteeId(reading, text))),
    checkSchools(reader, schools, { column: '--school' }),
  ]);
  const q = flagValue(given, 'search');
  return {
    ...(owner.length > 0 && { owner }),
    ...(sharedWith.length > 0 && { sharedWith }),
    ...(schools.length > 0 && { school: [...schools] }),
    ...(given.flags['status'] !== undefined && { status: flagValues(given, 'status') as RecordStatus[] }),
    ...(q !== undefined && { q }),
  };
}

const memberId = async ({ reader }: Reading, text: string, column: string): Promise<string> =>
  (await memberByAnyName(reader, { text, place: { column } })).id;

async function granteeId(reading: Reading, text: string): Promise<string> {
  const column = '--shared-with';
  const grantee = parseGrantee(text, { column });
  return grantee.type === 'team'
    ? (await teamNamed(reading, text, column)).id
    : memberId(reading, grantee.text, column);
}

/** The first records; `hidden` is told on the last page only (O4). */
async function readUpTo(limit: number, { reader }: Reading, query: Query, actAs: { actAs?: string }) {
  const records: WireRecord[] = [];
  let hidden = 0;
  for await (const page of reader.pages(listRecords, { query, ...actAs })) {
    records.push(...page.items);
    hidden = page.hidden ?? hidden;
    if (records.length > limit) break;
  }
  return { records: records.slice(0, limit), hidden, more: records.length > limit };
}

function tableOf(records: readonly WireRecord[], { texts, titles }: Reading): AnswerTable {
  const { record: say, unknown } = texts.answers;
  const keys = (['number', 'title', 'owner', 'status', 'confidential', 'shares', 'transfer'] as const).filter(
    (key) => titles || key !== 'title',
  );
  return {
    columns: keys.map((key) => ({ key, header: say.headers[key] })),
    rows: records.map((record) => ({
      number: record.number,
      title: record.title ?? unknown,
      owner: record.owner?.email ?? unknown,
      status: record.status ? say.status[record.status] : unknown,
      confidential: confidentiality(record, texts),
      shares: record.shares?.length ?? unknown,
      transfer: pendingWords(record, texts),
    })),
  };
}
