import { afterAll, beforeAll, expect, test } from 'vitest';
import list from '../../../src/commands/transfer/list.ts';
import { asText, type Questions, questionsIn, WORLD } from '../asking.ts';

let questions: Questions;
beforeAll(async () => {
  questions = await questionsIn({
    ...WORLD,
    transfers: [
      { record: 'R-2', to: 'eve@example.org', by: 'alice@example.org', include: ['confidential'], keepCopy: true },
      { record: 'R-3', to: 'bob@example.org', by: 'alice@example.org' },
      { record: 'R-6', to: 'dan@example.org', by: 'carl@example.org' },
    ],
  });
});
afterAll(() => questions.close());

const rows = ({ json }: { json: unknown }) =>
  (json as { record: { number: string | null }; to: { email: string } }[]).map(
    ({ record, to }) => `${record.number} ${to.email}`,
  );

test('T17: their owner, sender and recipient see them, and coordinators, of confidential records without number and title', async () => {
  const alice = await questions.ask(list, [], { token: 'alice' });
  expect(rows(alice)).toEqual(['R-2 eve@example.org', 'R-3 bob@example.org']);
  const carl = await questions.ask(list, [], { token: 'carl', titles: true });
  expect(rows(carl).sort()).toEqual(['R-2 eve@example.org', 'R-6 dan@example.org', 'null bob@example.org']);
  expect(asText(carl)).toMatch(/unknown +unknown +alice +bob/);
  expect(rows(await questions.ask(list, [], { token: 'eve' }))).toEqual(['R-2 eve@example.org']);
});

test('T16, T8, T10: in which capacity, what it takes along, whether a copy is kept', async () => {
  const answer = await questions.ask(list, [], { token: 'alice' });
  expect(asText(answer)).toMatch(/R-2 +alice@example.org +eve@example.org +owner +confidential +yes +pending/);
  expect(JSON.stringify(answer.json)).not.toContain('Assessment');
});

test('pending ones unless others are asked for, which is said', async () => {
  const { notes } = await questions.ask(list, [], { token: 'alice' });
  expect(notes?.join()).toContain('Only pending');
  const all = await questions.ask(list, [], { token: 'alice', flags: { status: ['pending', 'accepted'] } });
  expect([rows(all).length, all.notes]).toEqual([2, []]);
  expect(rows(await questions.ask(list, [], { token: 'alice', flags: { status: ['declined'] } }))).toEqual([]);
});

test('filters by record, from, to, and a limit', async () => {
  const of = async (flags: Record<string, string | string[]>) =>
    rows(await questions.ask(list, [], { token: 'alice', flags }));
  expect(await of({ record: ['R-2'] })).toEqual(['R-2 eve@example.org']);
  expect(await of({ to: ['Bob Gagnon'] })).toEqual(['R-3 bob@example.org']);
  expect(await of({ from: ['bob@example.org'] })).toEqual([]);
  expect(await of({ limit: '1' })).toEqual(['R-2 eve@example.org']);
});
