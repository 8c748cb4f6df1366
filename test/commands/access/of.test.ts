import { afterAll, beforeAll, expect, test } from 'vitest';
import of from '../../../src/commands/access/of.ts';
import { asText, type Questions, questionsIn } from '../asking.ts';

let questions: Questions;
beforeAll(async () => {
  questions = await questionsIn();
});
afterAll(() => questions.close());

const reached = (json: unknown) =>
  (json as { resource: string; level: string }[]).map(({ resource, level }) => `${resource} ${level}`);

test('O11: what a member reaches, confidential or not', async () => {
  const { json } = await questions.ask(of, ['Alice Roy']);
  expect(reached(json)).toEqual([
    'record:R-1 owner',
    'record:R-2 owner',
    'record:R-3 owner',
    'record:R-4 owner',
    'record:R-6 read',
    'space:S-1 member',
  ]);
});

test('O11: what a team reaches; a suspended share is none', async () => {
  const { json } = await questions.ask(of, ['team:Psychology North']);
  expect(json).toEqual([
    {
      team: { id: expect.any(String), name: 'Psychology North' },
      resource: 'record:R-1',
      level: 'read',
      certainty: 'observed',
      paths: [{ kind: 'team', level: 'read', via: 'Psychology North', state: 'active' }],
    },
    expect.objectContaining({ resource: 'space:S-1', level: 'member' }),
  ]);
  expect((await questions.ask(of, ['Psychology North'])).json).toEqual(json);
});

test('O5, O12: who is inactive reaches nothing, but would', async () => {
  const answer = await questions.ask(of, ['ivy@example.org']);
  expect(answer.json).toEqual([]);
  expect(asText(answer)).toBe('Ivy Noël reaches nothing.\n');
  expect(answer.notes?.join()).toContain('2 records, 0 spaces');
});

test('oneself may ask about oneself, and about nobody else', async () => {
  expect(reached((await questions.ask(of, ['bob@example.org'], { token: 'bob' })).json)).toContain('record:R-6 owner');
  expect((await questions.failure(of, ['alice@example.org'], { token: 'bob' })).code).toBe('forbidden');
});

test('a name nobody bears is told with the nearest', async () => {
  const failure = await questions.failure(of, ['Psychology Norht']);
  expect(failure).toMatchObject({ details: { nearest: ['Psychology North'] } });
});
