import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import list from '../../../src/commands/transfer/list.ts';
import { declineTransfer, listTransfers } from '../../../src/contract/transfers.ts';
import { all } from '../../../src/reading/take.ts';
import type { Answer } from '../../../src/rendering/answer.ts';
import { asText, type Questions, questionsIn } from '../asking.ts';
import { ROOMS } from '../rooms.ts';

let questions: Questions;
beforeAll(async () => {
  questions = await questionsIn(ROOMS);
});
afterAll(() => questions.close());

const numbers = ({ json }: Answer) =>
  (json as { record: { number: string | null } }[]).map(({ record }) => record.number);

test('T16, T8: who, to whom, in which capacity, what is taken along, whether a copy is kept, and when', async () => {
  const { json, table } = await questions.ask(list, [], { token: 'alice' });
  expect([...table.rows][0]).toEqual({
    id: 'transfer-1',
    record: 'R-2',
    from: 'alice@example.org',
    to: 'eve@example.org',
    capacity: 'by its owner',
    include: 'raw data',
    keepCopy: 'yes',
    sentAt: expect.any(String),
    status: 'pending',
    endedAt: null,
  });
  expect((json as unknown[])[0]).toEqual({
    id: 'transfer-1',
    record: { id: expect.any(String), number: 'R-2' },
    from: { id: expect.any(String), email: 'alice@example.org' },
    to: { id: expect.any(String), email: 'eve@example.org' },
    sentBy: { id: expect.any(String), email: 'alice@example.org' },
    capacity: 'owner',
    include: ['raw-data'],
    keepCopy: true,
    status: 'pending',
    sentAt: expect.any(String),
    endedAt: null,
    unknown: [],
  });
});

test('T17: a coordinator sees those of confidential records, number and title unknown, never blank', async () => {
  const answer = await questions.ask(list, [], { token: 'carl', titles: true });
  expect(numbers(answer)).toEqual(['R-2', null, 'R-5']);
  expect([...answer.table.rows][1]).toMatchObject({ record: 'unknown', title: 'unknown', capacity: 'by its owner' });
  expect((answer.json as unknown[])[1]).toMatchObject({
    record: { title: null },
    unknown: ['record.number', 'record.title'],
  });
  expect(asText(answer)).toContain('transfer-2  number unknown  pending since');
  expect(answer.notes?.join()).toContain('Number and title are unknown');
});

test('titles only where they may be shown', async () => {
  const hidden = await questions.ask(list, [], { token: 'carl' });
  expect(JSON.stringify([hidden.json, hidden.table]) + asText(hidden)).not.toContain('Assessment');
  const shown = await questions.ask(list, [], { token: 'carl', titles: true });
  expect(asText(shown)).toContain('R-2 Assessment A. B.');
});

describe('filters', () => {
  test.each([
    [{ from: ['Ivy Noël'] }, ['R-5']],
    [{ to: ['eve@example.org', 'Dan Huot'] }, ['R-2', null, 'R-5']],
    [{ record: ['R-2'] }, ['R-2']],
    [{ status: ['accepted'] }, []],
    [{ limit: '1' }, ['R-2']],
  ])('%j', async (flags, expected) => {
    expect(numbers(await questions.ask(list, [], { token: 'carl', flags }))).toEqual(expected);
  });

  test('T17: a record whose transfer alone is seen is named by its id; another is unknown', async () => {
    const { json } = await questions.ask(list, [], { token: 'carl' });
    const id = (json as { record: { id: string } }[])[1]?.record.id ?? '';
    expect(numbers(await questions.ask(list, [], { token: 'carl', flags: { record: [id] } }))).toEqual([null]);
    const failure = await questions.failure(list, [], { token: 'carl', flags: { record: ['R-3'] } });
    expect(failure).toMatchObject({ code: 'unknown-record', where: { column: '--record' } });
  });
});

test('who sees none is told so, and an administrator how to see some', async () => {
  expect(asText(await questions.ask(list, [], { token: 'mia' }))).toBe('No transfer you may see is pending.\n');
  const answer = await questions.ask(list, []);
  expect(answer.notes?.join()).toContain('--as MEMBER');
  expect((await questions.failure(list, [], { as: 'owner' })).code).toBe('usage');
});

test('ended ones where they are asked for, with when; who was to receive one no longer has a way to its record', async () => {
  const { admin } = questions;
  const [eve] = await all(questions.connectAs('token-eve').reader.list(listTransfers, {}));
  await admin.changer.change(declineTransfer, { params: { id: eve?.id ?? '' }, actAs: eve?.to.id });
  expect(numbers(await questions.ask(list, [], { token: 'eve' }))).toEqual([]);
  const answer = await questions.ask(list, [], { token: 'eve', flags: { status: ['declined'] } });
  expect(answer.table.rows).toMatchObject([{ record: 'unknown', status: 'declined', endedAt: expect.any(String) }]);
});
