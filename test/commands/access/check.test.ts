import { afterAll, beforeAll, expect, test } from 'vitest';
import check from '../../../src/commands/access/check.ts';
import { asText, type Questions, questionsIn } from '../asking.ts';

let questions: Questions;
beforeAll(async () => {
  questions = await questionsIn();
});
afterAll(() => questions.close());

test.each([
  ['bob@example.org', 'write', 'R-1', 0],
  ['bob@example.org', 'full', 'R-1', 11],
  ['dan@example.org', 'lecture', 'R-1', 0],
  ['dan@example.org', 'écriture', 'R-1', 11],
  ['carl@example.org', 'metadata', 'R-1', 0],
  ['carl@example.org', 'metadata', 'R-3', 11],
  ['alice@example.org', 'owner', 'R-1', 0],
  ['dan@example.org', 'member', 'space:S-1', 0],
  ['eve@example.org', 'member', 'space:S-1', 11],
])('%s has %s on %s: exit %d', async (member, level, resource, exit) => {
  expect((await questions.ask(check, [member, level, resource])).exit).toBe(exit);
});

test('T4: what a transfer suspends is no', async () => {
  const answer = await questions.ask(check, ['bob@example.org', 'read', 'R-2'], { as: 'owner' });
  expect(answer.exit).toBe(11);
  expect(asText(answer)).toBe('No: Bob Gagnon can’t open R-2.\n');
});

test('A2: what can’t be known is exit 12, and says how it could be', async () => {
  const answer = await questions.ask(check, ['bob@example.org', 'read', 'R-1'], { token: 'mia' });
  expect(answer).toMatchObject({ exit: 12, json: { answer: 'unknown', certainty: 'unknown', level: null } });
  expect(answer.notes).toHaveLength(1);
});

test('one sentence, with the way', async () => {
  const answer = await questions.ask(check, ['dan@example.org', 'read', 'R-1']);
  expect(asText(answer)).toBe('Yes: Dan Huot can read R-1, through the team Psychology North.\n');
});

test('a level that is none is a mistake', async () => {
  const failure = await questions.failure(check, ['dan@example.org', 'none', 'R-1']);
  expect(failure).toMatchObject({ code: 'bad-value', where: { column: 'LEVEL' } });
});
