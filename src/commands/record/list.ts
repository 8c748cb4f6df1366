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
import { couldActFor, listed, refuseOwners } from '../listing.ts';

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
    const { reader, texts, titles } = reading;
    const limit = limitOf(given);
    const asker = await reading.asker();
    refuseOwners(asker);
    const query = await queryOf(reading, given);
    const json = (record: WireRecord) => recordJson(record, titles);
    let hidden = 0;
    // O4: told on the last page only.
    const look = (page: { hidden?: number | undefined }) => {
      hidden = page.hidden ?? hidden;
    };
    const pages = reader.pages(listRecords, { query, ...actAsOf(asker) });
    const { items: records, count, more } = await listed(pages, reading, { limit, json, look });
    return {
      json: records.map(json),
      table: tableOf(records, reading),
      notes: [
        ...(more ? [texts.answers.limited(count)] : []),
        ...(couldActFor(asker, count) ? [texts.answers.nothingOwn] : []),
        ...(hidden > 0 ? [texts.answers.hidden(hidden)] : []),
      ],
    };
  },
});

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
