import { afterAll, beforeAll, expect, test } from 'vitest';
import show from '../../../src/commands/transfer/show.ts';
import { asText, type Questions, questionsIn, WORLD } from '../asking.ts';

let questions: Questions;
beforeAll(async () => {
  questions = await questionsIn({
    ...WORLD,
    transfers: [
      { record: 'R-2', to: 'eve@example.org', by: 'alice@example.org', include: ['raw-data'], keepCopy: true },
      { record: 'R-3', to: 'bob@example.org', by: 'alice@example.org' },
      { record: 'R-6', to: 'dan@example.org', by: 'carl@example.org' },
    ],
  });
});
afterAll(() => questions.close());

test('T3, T4: while it is pending, who is responsible, what the recipient sees, and who is cut off', async () => {
  const text = asText(await questions.ask(show, ['R-2'], { as: 'owner', titles: true }));
  expect(text).toContain('R-2 Assessment A. B.');
  expect(text).toContain('as its owner');
  expect(text).toContain('linked profiles and raw data');
  expect(text).toContain('alice@example.org stays responsible');
  expect(text).toContain('is cut off, and has the same access again');
  expect(text).toContain('the former owner keeps a read-only copy');
  expect(text).toContain('psyctl transfer accept');
});

test('T5: sent by a coordinator, nobody is cut off', async () => {
  const text = asText(await questions.ask(show, ['R-6'], { token: 'carl' }));
  expect(text).toContain('as a coordinator');
  expect(text).toContain('keeps their access');
  expect(text).not.toContain('cut off');
});

test('T17: by id, a coordinator sees that of a confidential record without number and title', async () => {
  const { json } = await questions.ask(show, ['R-3'], { token: 'alice' });
  const seen = await questions.ask(show, [(json as { id: string }).id], { token: 'carl', titles: true });
  expect(seen.json).toMatchObject({ record: { number: null, title: null }, unknown: ['record.number'] });
  expect(asText(seen)).toMatch(/Record +unknown/);
});

test('T17: whoever else sees the record is told that one is pending; an archived copy shows nothing live (T10)', async () => {
  const failure = async (token: string, text: string) => (await questions.failure(show, [text], { token })).details;
  expect(await failure('mia', 'R-9')).toMatchObject({ record: 'unknown' });
  expect(await failure('alice', 'R-6')).toMatchObject({ record: 'unseen' });
});

test('an unknown one is told with the nearest', async () => {
  expect(await questions.failure(show, ['R-22'], { token: 'alice' })).toMatchObject({
    code: 'unknown-transfer',
    details: { nearest: expect.arrayContaining(['R-2']) },
  });
});
