import { afterAll, beforeAll, expect, test } from 'vitest';
import show from '../../../src/commands/record/show.ts';
import { asText, type Questions, questionsIn } from '../asking.ts';

let questions: Questions;
beforeAll(async () => {
  questions = await questionsIn();
});
afterAll(() => questions.close());

test('everything its owner sees', async () => {
  const answer = await questions.ask(show, ['R-1'], { as: 'owner', titles: true });
  expect(asText(answer)).toBe(
    [
      'R-1 Follow-up S. T.',
      '  Owner         alice@example.org',
      '  Status        active',
      '  Confidential  partially',
      '  Profiles      P-001 (school 010)',
      '  Transfer      none',
      '  Shared with   bob@example.org: write, notes need the owner’s approval',
      '                ivy@example.org (inactive): write',
      '                team Psychology North: read',
      '  Copies        none',
      '  Holds         3 progress notes, 1 confidential note',
      '',
    ].join('\n'),
  );
  expect(answer.json).toMatchObject({ number: 'R-1', title: 'Follow-up S. T.', unknown: [], pendingTransfer: null });
});

test('A2: with act-as alone a number leads to its owner, the rest is unknown', async () => {
  const answer = await questions.ask(show, ['R-2']);
  expect(answer.json).toMatchObject({ owner: { email: 'alice@example.org' }, pendingTransfer: null });
  expect((answer.json as { unknown: string[] }).unknown).toContain('pendingTransfer');
  expect(asText(answer)).toMatch(/Transfer +unknown/);
  expect(answer.notes?.join()).toContain('--as owner');
});

test('T3, T10: who it is being sent to, and who holds a copy', async () => {
  expect(asText(await questions.ask(show, ['R-2'], { as: 'owner' }))).toContain(
    'pending, sent by its owner, to eve@example.org',
  );
  expect(asText(await questions.ask(show, ['R-6'], { as: 'owner' }))).toMatch(
    /Copies +alice@example.org: copy of .*2026/,
  );
});

test('an unknown number is told with the nearest', async () => {
  const failure = await questions.failure(show, ['R-11'], { token: 'alice' });
  expect(failure).toMatchObject({ code: 'unknown-record', details: { nearest: expect.arrayContaining(['R-1']) } });
});
