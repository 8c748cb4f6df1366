import { afterAll, beforeAll, expect, test } from 'vitest';
import list from '../../../src/commands/profile/list.ts';
import type { Answer } from '../../../src/rendering/answer.ts';
import { type Questions, questionsIn } from '../asking.ts';
import { ROOMS } from '../rooms.ts';

let questions: Questions;
beforeAll(async () => {
  questions = await questionsIn(ROOMS);
});
afterAll(() => questions.close());

const keys = ({ json }: Answer) => (json as { key: string }[]).map(({ key }) => key);

test('C6: everybody sees key, school and whether there is a multi-space; names only of their own schools', async () => {
  const { json, table, notes } = await questions.ask(list, [], { token: 'alice', titles: true });
  expect(table.rows).toEqual([
    { key: 'P-001', name: 'Sam Tremblay', school: '010', multiSpace: 'yes' },
    { key: 'P-002', name: 'unknown', school: '020', multiSpace: 'yes' },
    { key: 'P-003', name: 'Lou Bédard', school: '010', multiSpace: 'no' },
  ]);
  expect((json as unknown[])[1]).toEqual({
    id: expect.any(String),
    key: 'P-002',
    name: null,
    school: '020',
    hasMultiSpace: true,
    unknown: ['name'],
  });
  expect(notes?.join()).toContain('may create spaces');
});

test('names only where titles may be shown, whoever asks', async () => {
  const { json, table } = await questions.ask(list, []);
  expect(JSON.stringify([json, table])).not.toMatch(/Tremblay|Laroche|name/);
});

test.each([
  [{ school: ['010'] }, ['P-001', 'P-003']],
  [{ 'without-space': true }, ['P-003']],
  [{ search: '002' }, ['P-002']],
  [{ search: 'laroche' }, []],
  [{ limit: '1' }, ['P-001']],
])('%j', async (flags, expected) => {
  expect(keys(await questions.ask(list, [], { token: 'alice', flags }))).toEqual(expected);
});

test('an unknown school is told with the nearest codes', async () => {
  const failure = await questions.failure(list, [], { flags: { school: ['011'] } });
  expect(failure).toMatchObject({ code: 'unknown-school', details: { nearest: ['010', '020'] } });
});
