import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import show from '../../../src/commands/space/show.ts';
import { asText, type Questions, questionsIn } from '../asking.ts';
import { ROOMS } from '../rooms.ts';

let questions: Questions;
beforeAll(async () => {
  questions = await questionsIn(ROOMS);
});
afterAll(() => questions.close());

const OWNER = { as: 'owner' };

describe('who is in it', () => {
  test('C2, C8: of a multi-space, each with a level; it is no place for service records', async () => {
    expect(asText(await questions.ask(show, ['multi:P-001'], OWNER))).toBe(
      [
        'S-2',
        '  Kind        multi-space: each in it has a level; its creator and full access decide who',
        '  Profile     P-001',
        '  Created by  alice@example.org',
        '  In it       alice@example.org (creator): full',
        '              bob@example.org: write',
        '              ivy@example.org (inactive): read',
        '  People      2 people now; access who names them',
        '',
        'Being in it opens no record, and access to a record opens none of its spaces.',
        'A space is for working together, and no place for what belongs in a service record.',
        'Confidential notes in it are visible only to their author.',
        '',
      ].join('\n'),
    );
  });

  test('C1, C3: of a collaborative one, without levels; the record it was made from stays closed', async () => {
    const answer = await questions.ask(show, ['space:S-1'], { token: 'bob' });
    const text = asText(answer);
    expect(text).toMatch(/^ {2}Made from +R-1$/m);
    expect(text).toMatch(/^ +team Psychology North \(3\)$/m);
    expect(text).toContain('opens no record');
    expect(text).not.toContain('onfidential notes');
    expect(answer.table.rows).toMatchObject([
      { members: 'alice@example.org (creator), eve@example.org, team Psychology North (3)', people: 4 },
    ]);
  });
});

test('the name only where titles may be shown', async () => {
  const hidden = await questions.ask(show, ['S-2'], { token: 'alice' });
  expect(JSON.stringify([hidden.json, hidden.table]) + asText(hidden)).not.toContain('Tremblay');
  expect(asText(await questions.ask(show, ['S-2'], { token: 'alice', titles: true }))).toMatch(/^S-2 Sam Tremblay$/m);
});

test('A1, A2: with act-as alone id and creator are known, the rest unknown, and how to know it', async () => {
  const answer = await questions.ask(show, ['S-2']);
  expect(answer.json).toEqual({
    id: 'S-2',
    creator: { id: expect.any(String), email: 'alice@example.org' },
    kind: null,
    profile: null,
    record: null,
    members: null,
    people: null,
    unknown: ['kind', 'profile', 'record', 'members', 'people'],
  });
  expect(asText(answer)).toMatch(/^ {2}In it +unknown$/m);
  expect(answer.notes?.join()).toContain('--as owner');
});

describe('which space', () => {
  test('C6: a profile with several multi-spaces names them; one is in only one of them and means that', async () => {
    expect(await questions.failure(show, ['multi:P-002'], OWNER)).toMatchObject({
      code: 'ambiguous-space',
      details: { candidates: ['S-3', 'S-4'] },
    });
    expect((await questions.ask(show, ['multi:P-002'], { token: 'bob' })).json).toMatchObject({ id: 'S-3' });
  });

  test('C6: a multi-space one isn’t in, and none at all, are told apart', async () => {
    const unseen = await questions.failure(show, ['multi:P-001'], { token: 'eve' });
    expect(unseen).toMatchObject({ code: 'unknown-space', details: { multi: 'unseen' } });
    const none = await questions.failure(show, ['multi:P-003'], OWNER);
    expect(none).toMatchObject({ code: 'unknown-space', details: { multi: 'none' } });
  });

  test('unknown ones are told with the nearest', async () => {
    expect((await questions.failure(show, ['S-9'], { token: 'eve' })).details).toMatchObject({ nearest: ['S-1'] });
    expect(await questions.failure(show, ['multi:P-00'], OWNER)).toMatchObject({ code: 'unknown-profile' });
    // A2: one isn't in it, so for eve it doesn't exist.
    expect(await questions.failure(show, ['S-2'], { token: 'eve' })).toMatchObject({ code: 'unknown-space' });
  });
});
