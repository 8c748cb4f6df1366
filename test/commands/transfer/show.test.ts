import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import show from '../../../src/commands/transfer/show.ts';
import { listMembers, revokeMember } from '../../../src/contract/members.ts';
import { cancelTransfer, listTransfers } from '../../../src/contract/transfers.ts';
import { all } from '../../../src/reading/take.ts';
import { asText, type Questions, questionsIn } from '../asking.ts';
import { ROOMS } from '../rooms.ts';

let questions: Questions;
beforeAll(async () => {
  questions = await questionsIn(ROOMS);
});
afterAll(() => questions.close());

const OWNER = { as: 'owner' };
// biome-ignore lint/suspicious/noExplicitAny: looks into the JSON as a script would
const jsonOf = async (...of: Parameters<Questions['ask']>): Promise<any> => (await questions.ask(...of)).json;
const endsOf = async (...of: Parameters<Questions['ask']>) =>
  (await jsonOf(...of)).ends.map((end: { command: string | null }) => end.command);

describe('what is so while it is pending', () => {
  test('T4: sent by its owner, collaborators are cut off', async () => {
    const text = asText(await questions.ask(show, ['R-2'], OWNER));
    expect(text).toMatch(/^Transfer transfer-1$/m);
    expect(text).toMatch(/is cut off until\s+it is accepted/);
    expect(text).toMatch(/Left behind +confidential notes and documents: kept in the archived copy/);
  });

  test('T5: sent by a coordinator, nobody is', async () => {
    const text = asText(await questions.ask(show, ['R-5'], { as: 'dan@example.org' }));
    expect(text).toContain('keeps their access throughout');
    expect(text).not.toContain('cut off');
  });

  test('T11: without a copy, what is left behind is deleted', async () => {
    const text = asText(await questions.ask(show, ['R-3'], OWNER));
    expect(text).toMatch(/Left behind .*raw data: deleted for good once it is accepted/);
  });
});

describe('what ends it, and whose that is', () => {
  test('A1: with act-as, each command as who may run it', async () => {
    expect(await endsOf(show, ['R-2'], OWNER)).toEqual([
      'psyctl transfer accept transfer-1 --as eve@example.org',
      'psyctl transfer decline transfer-1 --as eve@example.org',
      'psyctl transfer cancel transfer-1 --as alice@example.org',
      'psyctl transfer reassign transfer-1 --to MEMBER --as COORDINATOR',
    ]);
  });

  test('T3: the recipient runs theirs; a coordinator cancels and reassigns', async () => {
    expect((await endsOf(show, ['R-2'], { token: 'eve' }))[0]).toBe('psyctl transfer accept transfer-1');
    expect((await endsOf(show, ['transfer-2'], { as: 'carl@example.org' })).slice(2)).toEqual([
      'psyctl transfer cancel transfer-2 --as carl@example.org',
      'psyctl transfer reassign transfer-2 --to MEMBER --as carl@example.org',
    ]);
  });

  test('T15: an inactive recipient can’t accept, and nobody acts for them', async () => {
    const { admin } = questions;
    const [dan] = await all(admin.reader.list(listMembers, { query: { email: ['dan@example.org'] } }));
    await admin.changer.change(revokeMember, { params: { id: dan?.id ?? '' } });
    const { ends } = await jsonOf(show, ['R-3'], OWNER);
    expect(ends.slice(0, 2)).toMatchObject([
      { command: null, does: 'dan@example.org can’t accept it: inactive' },
      { command: 'psyctl transfer cancel transfer-2 --as alice@example.org' },
    ]);
  });
});

describe('which transfer', () => {
  test('T17: by its id, where the number isn’t seen', async () => {
    const answer = await questions.ask(show, ['transfer-2'], { token: 'carl', titles: true });
    expect(answer.json).toMatchObject({
      record: { number: null, title: null },
      unknown: ['record.number', 'record.title'],
    });
    expect(asText(answer)).toContain('number unknown');
  });

  test('T17: of one that is pending and not seen it says so, never that there is none', async () => {
    const failure = await questions.failure(show, ['R-5'], { token: 'bob' });
    expect(failure).toMatchObject({ code: 'unknown-transfer', details: { record: 'waits' } });
    expect((await questions.failure(show, ['R-5'], { token: 'ada' })).details).toMatchObject({ record: 'unknown' });
    expect((await questions.failure(show, ['R-2'])).details).toMatchObject({ record: 'unseen' });
  });

  test('a record that waits for none says so, with those that have ended', async () => {
    expect((await questions.failure(show, ['R-1'], OWNER)).details).toMatchObject({
      text: 'R-1',
      record: 'waits-for-none',
      ended: [],
    });
    const { admin } = questions;
    const carl = questions.connectAs('token-carl');
    const transfers = await all(carl.reader.list(listTransfers, {}));
    const id = transfers.find(({ record }) => record.number === 'R-2')?.id ?? '';
    await admin.changer.change(cancelTransfer, { params: { id }, actAs: transfers[0]?.from.id });
    const failure = await questions.failure(show, ['R-2'], OWNER);
    expect(failure.details).toMatchObject({ ended: [{ id, status: 'cancelled' }] });
    expect(await jsonOf(show, [id], { token: 'carl' })).toMatchObject({ status: 'cancelled', ends: [] });
  });

  test('a name nobody knows is told with the nearest', async () => {
    const failure = await questions.failure(show, ['transfer-7'], { token: 'carl' });
    expect(failure).toMatchObject({ code: 'unknown-transfer', details: { record: 'unknown' } });
    expect((failure.details as { nearest: string[] }).nearest).toContain('transfer-2');
  });
});
