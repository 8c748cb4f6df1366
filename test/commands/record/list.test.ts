import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import list from '../../../src/commands/record/list.ts';
import type { Answer } from '../../../src/rendering/answer.ts';
import { asText, type Questions, questionsIn } from '../asking.ts';

let questions: Questions;
beforeAll(async () => {
  questions = await questionsIn();
});
afterAll(() => questions.close());

const numbers = ({ json }: Answer) => (json as { number: string }[]).map((record) => record.number);
const rowOf = ({ json }: Answer, number: string) =>
  (json as { number: string }[]).find((record) => record.number === number);

test('A2: what isn’t seen is null and named, never none', async () => {
  const answer = await questions.ask(list, [], { token: 'mia' });
  expect(rowOf(answer, 'R-1')).toMatchObject({
    shares: null,
    counts: null,
    copies: null,
    unknown: expect.arrayContaining(['shares', 'counts']),
  });
  expect([...answer.table.rows].find((row) => row['number'] === 'R-1')).toMatchObject({
    shares: 'unknown',
    confidential: 'unknown',
  });
});

test('what is seen, and what waits', async () => {
  const answer = await questions.ask(list, [], { token: 'alice' });
  expect(answer.table.rows).toContainEqual({
    number: 'R-2',
    title: 'Assessment A. B.',
    owner: 'alice@example.org',
    status: 'active',
    confidential: 'no',
    shares: 2,
    transfer: 'by its owner',
  });
  expect(answer.table.rows).toContainEqual(
    expect.objectContaining({ number: 'R-1', confidential: 'partially', transfer: null }),
  );
  expect(rowOf(answer, 'R-1')).toMatchObject({ pendingTransfer: null, unknown: [] });
});

test('titles only where they may be shown', async () => {
  const hidden = await questions.ask(list, [], { token: 'alice' });
  expect(JSON.stringify(hidden.json) + asText(hidden)).not.toContain('Follow-up');
  const shown = await questions.ask(list, [], { token: 'alice', titles: true });
  expect(rowOf(shown, 'R-1')).toMatchObject({ title: 'Follow-up S. T.' });
  expect(asText(shown)).toContain('Follow-up S. T.');
});

test('O4, A3: a coordinator is told how many confidential records are left out', async () => {
  const answer = await questions.ask(list, [], { token: 'carl', flags: { owner: ['alice@example.org'] } });
  expect(numbers(answer)).toEqual(['R-1', 'R-2', 'R-4']);
  expect(answer.notes?.join()).toContain('1 confidential record is left out');
});

describe('filters', () => {
  const asCoordinator = (flags: Record<string, readonly string[] | string>) => ({ token: 'carl', flags });
  test.each([
    [{ owner: ['Ivy Noël'] }, ['R-5']],
    [{ status: ['archived'] }, ['R-4']],
    [{ school: ['010'] }, ['R-1']],
    [{ 'shared-with': ['team:Psychology North'] }, ['R-1', 'R-2']],
    [{ 'shared-with': ['bob@example.org'], status: ['active'] }, ['R-1', 'R-2', 'R-5']],
    [{ search: 'taken' }, ['R-6']],
    [{ limit: '2' }, ['R-1', 'R-2']],
  ])('%j', async (flags, expected) => {
    expect(numbers(await questions.ask(list, [], asCoordinator(flags)))).toEqual(expected);
  });

  test('a limit that leaves some out says so', async () => {
    const notes = async (limit: string) => (await questions.ask(list, [], asCoordinator({ limit }))).notes?.join();
    expect(await notes('2')).toContain('there are more');
    expect(await notes('5')).toBe('');
  });

  test('an unknown school is told with the nearest codes', async () => {
    const failure = await questions.failure(list, [], asCoordinator({ school: ['011'] }));
    expect(failure).toMatchObject({ code: 'unknown-school', details: { nearest: ['010', '020'] } });
  });
});

test('A1: what a member sees with --as; --as owner names nobody here', async () => {
  expect(numbers(await questions.ask(list, [], { as: 'eve@example.org' }))).toEqual(['R-2']);
  expect((await questions.failure(list, [], { as: 'owner' })).code).toBe('usage');
});

test('an administrator, who sees none, is told how to', async () => {
  const answer = await questions.ask(list, []);
  expect(asText(answer)).toBe('Nothing found.\n');
  expect(answer.notes?.join()).toContain('--as MEMBER');
});
