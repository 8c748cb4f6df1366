import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import check from '../../../src/commands/access/check.ts';
import explain from '../../../src/commands/access/explain.ts';
import history from '../../../src/commands/access/history.ts';
import of from '../../../src/commands/access/of.ts';
import who from '../../../src/commands/access/who.ts';
import { setSpaceMember } from '../../../src/contract/spaces.ts';
import { asText, type Questions, questionsIn, WORLD } from '../asking.ts';

let questions: Questions;
beforeAll(async () => {
  questions = await questionsIn({
    ...WORLD,
    spaces: [
      ...(WORLD.spaces ?? []),
      {
        id: 'S-2',
        kind: 'multi',
        profile: 'P-001',
        creator: 'alice@example.org',
        members: [
          { with: 'team:Psychology North', access: 'read' },
          { with: 'bob@example.org', access: 'write' },
          { with: 'ivy@example.org', access: 'write' },
        ],
      },
    ],
  });
  const [{ id } = { id: '' }] = (await questions.world()).members.filter(({ email }) => email === 'eve@example.org');
  await questions.admin.changer.change(setSpaceMember, {
    params: { id: 'S-2', granteeId: id ?? '' },
    body: { access: 'read' },
    actAs: (await questions.world()).members.find(({ email }) => email === 'alice@example.org')?.id,
    reason: 'transition',
  });
});
afterAll(() => questions.close());

describe.each(['S-2', 'space:S-2', 'multi:P-001'])('of a space named as %s', (named) => {
  it('access who: everybody in it, and who would be once active', async () => {
    const answer = await questions.ask(who, [named], { as: 'owner' });
    const levels = (answer.json as { member: { email: string }; level: string }[]).map(
      ({ member, level }) => `${member.email.split('@')[0]} ${level}`,
    );
    expect(levels.sort()).toEqual(['alice full', 'bob write', 'dan read', 'eve read']);
    expect(answer.notes?.join()).toContain('Ivy Noël');
  });

  it('access explain: through what, and which commands close it (C4)', async () => {
    const answer = await questions.ask(explain, ['bob@example.org', named], { as: 'owner' });
    expect(answer.json).toMatchObject({
      resource: 'space:S-2',
      level: 'write',
      closes: [
        {
          command: 'psyctl space unshare S-2 --from bob@example.org --as owner',
          does: expect.stringContaining('read remains'),
        },
        { command: 'psyctl space unshare S-2 --from "team:Psychology North" --as owner' },
        { command: null },
      ],
    });
  });

  it('access explain: who is not in it, and what would have them in it', async () => {
    const answer = await questions.ask(explain, ['carl@example.org', named], { as: 'owner' });
    expect(answer.json).toMatchObject({
      level: 'none',
      nearest: [
        { command: 'psyctl space share S-2 --with carl@example.org --access read --as owner' },
        { command: null },
      ],
    });
  });

  it('access explain: S8, O12: who is not active has nothing yet', async () => {
    const answer = await questions.ask(explain, ['ivy@example.org', named], { as: 'owner' });
    expect(answer.json).toMatchObject({ level: 'none', paths: [{ kind: 'share', level: 'write', state: 'inactive' }] });
    expect(asText(answer)).toContain('once restored, they would have: write');
  });

  it('access check', async () => {
    expect((await questions.ask(check, ['bob@example.org', 'write', named])).exit).toBe(0);
    expect((await questions.ask(check, ['dan@example.org', 'write', named])).exit).toBe(11);
  });

  it('access history', async () => {
    const [entry] = (await questions.ask(history, [named])).json as { action: string; reason: string }[];
    expect(entry).toMatchObject({ action: 'space.share', reason: 'transition', space: { id: 'S-2' } });
  });
});

it('access explain: whoever was given it themself leaves by a command of their own', async () => {
  const answer = await questions.ask(explain, ['bob@example.org', 'S-2'], { token: 'bob' });
  expect(answer.json).toMatchObject({ closes: [{ command: 'psyctl space leave S-2' }, {}, {}] });
});

it('access explain: C1: in a collaborative space with no level', async () => {
  const answer = await questions.ask(explain, ['carl@example.org', 'S-1'], { as: 'owner' });
  expect(answer.json).toMatchObject({
    nearest: [{ command: 'psyctl space share S-1 --with carl@example.org --as owner' }, {}],
  });
});

it('access of: spaces among the records', async () => {
  const { json } = await questions.ask(of, ['bob@example.org']);
  expect(json).toContainEqual(expect.objectContaining({ resource: 'space:S-2', level: 'write' }));
});
