import { afterAll, beforeAll, expect, test } from 'vitest';
import list from '../../../src/commands/profile/list.ts';
import { asText, type Questions, questionsIn, WORLD } from '../asking.ts';

let questions: Questions;
beforeAll(async () => {
  questions = await questionsIn({
    ...WORLD,
    profiles: [...(WORLD.profiles ?? []), { key: 'P-002', name: 'Léa Huot', school: '020' }],
    spaces: [{ id: 'S-2', kind: 'multi', profile: 'P-001', creator: 'alice@example.org' }],
  });
});
afterAll(() => questions.close());

const keys = ({ json }: { json: unknown }) => (json as { key: string }[]).map(({ key }) => key);

test('C6: everybody sees keys and schools; names only for profiles of their own schools', async () => {
  const answer = await questions.ask(list, [], { token: 'alice', titles: true });
  expect(answer.json).toMatchObject([
    { key: 'P-001', name: 'Sam Tremblay', hasMultiSpace: true },
    { key: 'P-002', name: null, hasMultiSpace: false },
  ]);
  expect(asText(answer)).toMatch(/P-002 +unknown +020 +no/);
  const bare = await questions.ask(list, [], { token: 'alice' });
  expect(JSON.stringify(bare.json) + asText(bare)).not.toContain('Tremblay');
});

test('filters by school, want of a multi-space, key or name, and a limit', async () => {
  const of = async (flags: Record<string, string | string[] | boolean>) =>
    keys(await questions.ask(list, [], { flags }));
  expect(await of({ school: ['020'] })).toEqual(['P-002']);
  expect(await of({ 'without-space': true })).toEqual(['P-002']);
  expect(await of({ search: 'tremblay' })).toEqual(['P-001']);
  expect(await of({ limit: '1' })).toEqual(['P-001']);
  expect(await questions.failure(list, [], { flags: { school: ['02'] } })).toMatchObject({ code: 'unknown-school' });
});
