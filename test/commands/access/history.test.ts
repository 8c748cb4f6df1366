import { afterAll, beforeAll, expect, test } from 'vitest';
import history from '../../../src/commands/access/history.ts';
import { asText, type Questions, questionsIn } from '../asking.ts';

let questions: Questions;
beforeAll(async () => {
  questions = await questionsIn();
  await questions.share('R-1', 'eve@example.org', 'first');
  await questions.share('R-3', 'eve@example.org', 'second');
});
afterAll(() => questions.close());

const reasons = (json: unknown) => (json as { reason: string }[]).map((entry) => entry.reason);

test('of a record: who, acting for whom, what, about whom, why', async () => {
  const answer = await questions.ask(history, ['R-1']);
  expect(answer.json).toEqual([
    expect.objectContaining({
      action: 'share.set',
      actor: expect.objectContaining({ email: 'ada@example.org' }),
      actingFor: expect.objectContaining({ email: 'alice@example.org' }),
      member: expect.objectContaining({ email: 'eve@example.org' }),
      reason: 'first',
    }),
  ]);
  expect(asText(answer, 140)).toMatch(
    /ada@example.org for alice@example.org +shared \(read\) +R-1 +eve@example.org +first/,
  );
});

test('of a member, newest first, and no more than asked for', async () => {
  expect(reasons((await questions.ask(history, ['eve@example.org'])).json)).toEqual(['second', 'first']);
  const cut = await questions.ask(history, ['Ève Dubé'], { flags: { limit: '1' } });
  expect(reasons(cut.json)).toEqual(['second']);
  expect(cut.notes?.join()).toContain('first 1');
});

test('the owner reads it, without and with --as owner', async () => {
  expect(reasons((await questions.ask(history, ['R-1'], { token: 'alice' })).json)).toEqual(['first']);
  expect(reasons((await questions.ask(history, ['R-1'], { as: 'owner' })).json)).toEqual(['first']);
});

test('an owner is told that nothing was done; whoever may not know is not', async () => {
  expect((await questions.ask(history, ['R-6'], { token: 'bob' })).json).toEqual([]);
  const failure = await questions.failure(history, ['R-1'], { token: 'bob' });
  expect(failure.code).toBe('forbidden');
  expect(failure.details).toEqual({ about: 'history', couldActAs: false });
});

test('a limit that is no number is a mistake', async () => {
  expect((await questions.failure(history, ['R-1'], { flags: { limit: '0' } })).code).toBe('bad-value');
});
