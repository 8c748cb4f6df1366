import { afterAll, beforeAll, expect, test } from 'vitest';
import who from '../../../src/commands/access/who.ts';
import type { Answer } from '../../../src/rendering/answer.ts';
import { asText, type Questions, questionsIn } from '../asking.ts';

let questions: Questions;
beforeAll(async () => {
  questions = await questionsIn();
});
afterAll(() => questions.close());

const levels = ({ json }: Answer) =>
  Object.fromEntries(
    (json as { member: { email: string }; level: string }[]).map((row) => [row.member.email.split('@')[0], row.level]),
  );
const R1 = { alice: 'owner', bob: 'write', dan: 'read', carl: 'metadata', mia: 'metadata' };

test.each([
  ['as its owner', { as: 'owner' }],
  ['as an administrator, who asks of all members (O11)', {}],
  ['as an administrator without act-as, who finds the number that way too', { token: 'ada' }],
  ['as somebody it is shared with (S10)', { token: 'bob' }],
  ['as a coordinator (O4)', { token: 'carl' }],
])('everyone who reaches a record, asked %s', async (_, asked) => {
  expect(levels(await questions.ask(who, ['R-1'], asked))).toEqual(R1);
});

test('T4, O5: those who have nothing now but did, or will, are named beside it', async () => {
  const pending = await questions.ask(who, ['R-2'], { as: 'owner' });
  expect(levels(pending)).toEqual({ alice: 'owner', eve: 'metadata', carl: 'metadata' });
  expect(pending.notes?.join('\n')).toMatch(/Cut off .*Bob Gagnon and Dan Huot/);
  const shared = await questions.ask(who, ['R-1'], { as: 'owner' });
  expect(shared.notes?.join('\n')).toMatch(/once they are: .*Ivy Noël/);
});

test('the JSON of a row is that of an explanation without what would close it', async () => {
  const { json } = await questions.ask(who, ['S-1']);
  expect((json as object[])[0]).toEqual({
    member: { id: expect.any(String), email: 'alice@example.org' },
    resource: 'space:S-1',
    level: 'member',
    certainty: 'observed',
    paths: [{ kind: 'creator', level: 'member', via: null, state: 'active' }],
  });
});

test('A2: whoever sees too little is told so, never an empty list', async () => {
  const failure = await questions.failure(who, ['R-1'], { token: 'mia' });
  expect(failure.code).toBe('forbidden');
  expect(failure.details).toEqual({ about: 'who', resource: { type: 'record', name: 'R-1' }, how: 'nobody' });
  expect((await questions.failure(who, ['R-77'], { token: 'ada' })).code).toBe('forbidden');
  expect((await questions.failure(who, ['R-77'])).code).toBe('unknown-record');
});

test('a person reads names and ways', async () => {
  const text = asText(await questions.ask(who, ['R-1'], { as: 'owner' }), 120);
  expect(text).toMatch(/^Bob Gagnon +bob@example.org +write +own share, team Psychology North: read$/m);
});
