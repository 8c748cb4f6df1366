import { afterAll, beforeAll, expect, test } from 'vitest';
import show from '../../../src/commands/space/show.ts';
import { asText, type Questions, questionsIn, WORLD } from '../asking.ts';

let questions: Questions;
beforeAll(async () => {
  questions = await questionsIn({
    ...WORLD,
    spaces: [
      {
        id: 'S-1',
        name: 'Class',
        kind: 'collaborative',
        record: 'R-1',
        creator: 'alice@example.org',
        members: [{ with: 'team:Psychology North' }, { with: 'eve@example.org' }],
      },
      {
        id: 'S-2',
        kind: 'multi',
        profile: 'P-001',
        creator: 'alice@example.org',
        members: [
          { with: 'bob@example.org', access: 'full' },
          { with: 'ivy@example.org', access: 'read' },
        ],
      },
    ],
  });
});
afterAll(() => questions.close());

test('C2, C3: who is in a multi-space, at what level, and that it opens no record', async () => {
  const answer = await questions.ask(show, ['multi:P-001'], { as: 'owner', titles: true });
  expect(asText(answer)).toBe(
    [
      'S-2 Sam Tremblay',
      '  Kind        multi-space: everybody in it has a level of their own',
      '  Profile     P-001',
      '  Created by  alice@example.org',
      '  In it       alice@example.org: full, as its creator',
      '              bob@example.org: full',
      '              ivy@example.org (inactive): read',
      '  Opens       no record: who is in it sees none by that, and who has a record is in no space by that',
      '  Notes       confidential ones are visible only to their author',
      '',
    ].join('\n'),
  );
});

test('C1: in a collaborative space there are no levels; it comes from a record', async () => {
  const text = asText(await questions.ask(show, ['S-1'], { token: 'alice' }));
  expect(text).toContain('no levels: whoever is in it may invite others');
  expect(text).toMatch(/From record +R-1\n/);
  expect(text).toContain('team Psychology North: in it');
  expect(text).not.toContain('Class');
});

test('C3, A2: the record is unknown to whoever has no way to it', async () => {
  const answer = await questions.ask(show, ['S-1'], { token: 'eve' });
  expect(answer.json).toMatchObject({ record: null, unknown: ['record'] });
  expect(asText(answer)).toMatch(/From record +unknown/);
});

test('A1: with act-as alone a space leads to its creator, the rest is unknown', async () => {
  const { json, notes } = await questions.ask(show, ['S-2']);
  expect(json).toMatchObject({ creator: { email: 'alice@example.org' }, members: null });
  expect(notes?.join()).toContain('--as owner');
});

test('A2: one that nobody who asks is in is unknown', async () => {
  expect(await questions.failure(show, ['S-2'], { token: 'eve' })).toMatchObject({ code: 'unknown-space' });
  expect(await questions.failure(show, ['multi:P-001'], { token: 'eve' })).toMatchObject({ code: 'unknown-space' });
  expect(await questions.failure(show, ['multi:P-01'])).toMatchObject({ code: 'unknown-profile' });
});
