import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import list from '../../../src/commands/space/list.ts';
import type { Answer } from '../../../src/rendering/answer.ts';
import { asText, type Questions, questionsIn } from '../asking.ts';
import { ROOMS } from '../rooms.ts';

let questions: Questions;
beforeAll(async () => {
  questions = await questionsIn(ROOMS);
});
afterAll(() => questions.close());

const ids = ({ json }: Answer) => (json as { id: string }[]).map(({ id }) => id);

test('C1, C2: kinds told apart, with how many active people are in each, through teams too', async () => {
  const answer = await questions.ask(list, [], { token: 'bob' });
  expect(answer.table.rows).toEqual([
    { id: 'S-1', kind: 'collaborative', profile: null, creator: 'alice@example.org', people: 4 },
    { id: 'S-2', kind: 'multi-space', profile: 'P-001', creator: 'alice@example.org', people: 2 },
    { id: 'S-3', kind: 'multi-space', profile: 'P-002', creator: 'bob@example.org', people: 1 },
  ]);
  expect((answer.json as unknown[])[0]).toMatchObject({ record: { number: 'R-1' }, people: 4, unknown: [] });
});

test('A2: the record a space was made from is unknown to who has no way to it', async () => {
  const answer = await questions.ask(list, [], { token: 'eve' });
  expect((answer.json as unknown[])[0]).toMatchObject({ id: 'S-1', record: null, unknown: ['record'] });
});

test('names only where titles may be shown', async () => {
  const hidden = await questions.ask(list, [], { token: 'alice' });
  expect(JSON.stringify([hidden.json, hidden.table]) + asText(hidden)).not.toMatch(/Tremblay|Class/);
  expect(asText(await questions.ask(list, [], { token: 'alice', titles: true }))).toContain('Sam Tremblay');
});

describe('filters', () => {
  test.each([
    [{ kind: ['multi'] }, ['S-2', 'S-3']],
    [{ kind: ['collaborative'] }, ['S-1']],
    [{ profile: ['P-001'] }, ['S-2']],
    [{ search: 'kim' }, ['S-3']],
    [{ limit: '2' }, ['S-1', 'S-2']],
  ])('%j', async (flags, expected) => {
    expect(ids(await questions.ask(list, [], { token: 'bob', flags }))).toEqual(expected);
  });

  test('an unknown profile is told with the nearest keys', async () => {
    const failure = await questions.failure(list, [], { token: 'bob', flags: { profile: ['P-01'] } });
    expect(failure).toMatchObject({ code: 'unknown-profile', where: { column: '--profile' } });
    const slip = await questions.failure(list, [], { token: 'bob', flags: { profile: ['P-0O1'] } });
    expect(slip.details).toMatchObject({ nearest: ['P-001'] });
  });
});

test('A1, A2: asked by profile with act-as alone, all but the creator is unknown', async () => {
  const answer = await questions.ask(list, [], { flags: { profile: ['P-001'] } });
  expect(answer.table.rows).toEqual([
    { id: 'S-2', kind: 'unknown', profile: 'unknown', creator: 'alice@example.org', people: 'unknown' },
  ]);
});

test('an administrator, who is in none, is told how to see some', async () => {
  expect((await questions.ask(list, [])).notes?.join()).toContain('--as MEMBER');
  expect((await questions.failure(list, [], { as: 'owner' })).code).toBe('usage');
});
