import { afterAll, beforeAll, expect, test } from 'vitest';
import list from '../../../src/commands/space/list.ts';
import { asText, type Questions, questionsIn, WORLD } from '../asking.ts';

let questions: Questions;
beforeAll(async () => {
  const multi = { kind: 'multi' as const, creator: 'bob@example.org' };
  questions = await questionsIn({
    ...WORLD,
    spaces: [
      ...(WORLD.spaces ?? []),
      { id: 'S-2', profile: 'P-001', ...multi, members: [{ with: 'alice@example.org', access: 'read' }] },
    ],
  });
});
afterAll(() => questions.close());

const ids = ({ json }: { json: unknown }) => (json as { id: string }[]).map(({ id }) => id);

test('C1, A2: those one is in, names only where titles are shown', async () => {
  const answer = await questions.ask(list, [], { token: 'alice' });
  expect(ids(answer)).toEqual(['S-1', 'S-2']);
  expect(asText(answer)).not.toContain('Tremblay');
  expect(JSON.stringify(answer.json)).not.toContain('Tremblay');
  const titled = await questions.ask(list, [], { token: 'alice', titles: true });
  expect(asText(titled)).toContain('Sam Tremblay');
  expect(ids(await questions.ask(list, [], { token: 'eve' }))).toEqual([]);
});

test('filters by kind, profile and name, and a limit that is said', async () => {
  const of = async (flags: Record<string, string | string[]>) =>
    ids(await questions.ask(list, [], { token: 'alice', flags }));
  expect(await of({ kind: 'multi' })).toEqual(['S-2']);
  expect(await of({ profile: ['P-001'] })).toEqual(['S-2']);
  expect(await of({ search: 'class' })).toEqual(['S-1']);
  const limited = await questions.ask(list, [], { token: 'alice', flags: { limit: '1' } });
  expect([ids(limited), limited.notes]).toEqual([['S-1'], ['Only the first 1 are shown: there are more.']]);
});

test('A1: an administrator is in none, and is told how to list those of somebody else', async () => {
  const { json, notes } = await questions.ask(list, []);
  expect([json, notes?.join()]).toEqual([[], expect.stringContaining('--as MEMBER')]);
});

test('an unknown profile is told with the nearest; --as owner names nobody', async () => {
  expect(await questions.failure(list, [], { flags: { profile: ['P-0011'] } })).toMatchObject({
    code: 'unknown-profile',
    details: { nearest: ['P-001'] },
  });
  expect(await questions.failure(list, [], { as: 'owner' })).toMatchObject({ code: 'usage' });
});
