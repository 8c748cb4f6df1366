import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import explain from '../../../src/commands/access/explain.ts';
import { asText, type Questions, questionsIn } from '../asking.ts';

let questions: Questions;
beforeAll(async () => {
  questions = await questionsIn();
});
afterAll(() => questions.close());

const OWNER = { as: 'owner' };
// biome-ignore lint/suspicious/noExplicitAny: looks into the JSON as a script would
const jsonOf = async (...of: Parameters<Questions['ask']>): Promise<any> => (await questions.ask(...of)).json;

describe('why somebody has access', () => {
  test('S7: all ways are mentioned, the highest in the first sentence, and what each would leave', async () => {
    const answer = await questions.ask(explain, ['bob@example.org', 'R-1'], OWNER);
    expect(asText(answer)).toBe(
      [
        'Bob Gagnon can read R-1 and write in it, through their own share.',
        '',
        'Ways in',
        '  own share: write, notes need the owner’s approval',
        '  team Psychology North: read',
        '',
        'To close it',
        '  psyctl record unshare R-1 --from bob@example.org --as owner',
        '    ends the share of Bob Gagnon (write); read remains',
        '  psyctl record unshare R-1 --from "team:Psychology North" --as owner',
        '    ends the share of the team Psychology North, for all 3 people in it; write remains',
        '  an administrator takes Bob Gagnon out of the team Psychology North; they lose whatever else only',
        '    the team gives',
        '',
      ].join('\n'),
    );
  });

  test('the JSON is what scripts rely on', async () => {
    const json = await jsonOf(explain, ['dan@example.org', 'R-1'], OWNER);
    expect(json).toEqual({
      member: { id: expect.any(String), email: 'dan@example.org' },
      resource: 'record:R-1',
      level: 'read',
      certainty: 'observed',
      paths: [{ kind: 'team', level: 'read', via: 'Psychology North', state: 'active' }],
      closes: [
        {
          command: 'psyctl record unshare R-1 --from "team:Psychology North" --as owner',
          does: 'ends the share of the team Psychology North, for all 3 people in it',
        },
        { command: null, does: expect.stringContaining('out of the team') },
      ],
      nearest: [],
    });
  });

  test('O11: an administrator learns level and path without acting for anybody', async () => {
    const json = await jsonOf(explain, ['Dan Huot', 'R-3']);
    expect(json).toMatchObject({ level: 'none', certainty: 'observed' });
    expect(await jsonOf(explain, ['dan@example.org', 'R-1'])).toMatchObject({ level: 'read', certainty: 'observed' });
  });

  test('A1: without act-as a number is found through what the member reaches, and otherwise unknown', async () => {
    const asked = { token: 'ada' };
    expect(await jsonOf(explain, ['dan@example.org', 'R-1'], asked)).toMatchObject({
      level: 'read',
      resource: 'record:R-1',
    });
    const answer = await questions.ask(explain, ['eve@example.org', 'R-1'], asked);
    expect(answer.json).toMatchObject({ level: null, certainty: 'unknown', closes: [], nearest: [] });
    expect(answer.notes?.join()).toContain('act-as');
  });

  test('S6: one’s own share is given back by leaving', async () => {
    const { closes } = await jsonOf(explain, ['bob@example.org', 'R-5'], { token: 'bob' });
    expect(closes).toEqual([{ command: 'psyctl record leave R-5', does: 'gives your own share back (read)' }]);
  });

  test('A1: nobody acts for an owner who isn’t active, so no command is suggested', async () => {
    const { closes } = await jsonOf(explain, ['bob@example.org', 'R-5'], OWNER);
    expect(closes).toEqual([{ command: null, does: expect.stringContaining('not active') }]);
  });

  test('T10: a copy says of when it is, and can’t be closed', async () => {
    const answer = await questions.ask(explain, ['alice@example.org', 'R-6'], OWNER);
    expect(answer.json).toMatchObject({
      paths: [{ kind: 'archived-copy', since: '2026-06-20T16:00:00Z' }],
      closes: [{ command: null }],
    });
    expect(asText(answer)).toMatch(/copy of .*2026/);
  });

  test('C1: a space', async () => {
    const answer = await questions.ask(explain, ['dan@example.org', 'space:S-1']);
    expect(answer.json).toMatchObject({
      resource: 'space:S-1',
      level: 'member',
      paths: [{ kind: 'team', via: 'Psychology North' }],
    });
    expect(asText(answer)).toContain('Dan Huot is in space S-1, through the team Psychology North.');
  });
});

describe('why somebody has none', () => {
  test('T4: a pending transfer cuts off, and its end brings back', async () => {
    const answer = await questions.ask(explain, ['bob@example.org', 'R-2'], OWNER);
    expect(answer.json).toMatchObject({
      level: 'none',
      certainty: 'observed',
      paths: [
        { kind: 'share', level: 'full', state: 'suspended' },
        { kind: 'team', level: 'read', state: 'suspended' },
      ],
      closes: [],
      nearest: [
        { command: null, does: 'the pending transfer is accepted, declined or cancelled: then they have full again' },
      ],
    });
    expect(asText(answer)).toContain('own share: full, cut off by a pending transfer');
  });

  test('T14: while it is pending no share is suggested to anybody else', async () => {
    const { nearest } = await jsonOf(explain, ['ada@example.org', 'R-2'], OWNER);
    expect(nearest).toEqual([{ command: null, does: expect.stringContaining('no share can be added') }]);
  });

  test('O5, O12: who is inactive has nothing, and would have it back', async () => {
    for (const asked of [OWNER, {}]) {
      const answer = await questions.ask(explain, ['ivy@example.org', 'R-1'], asked);
      expect(answer.json).toMatchObject({
        level: 'none',
        paths: [{ kind: 'share', level: 'write', state: 'inactive' }],
        nearest: [{ command: null, does: 'an administrator restores Ivy Noël' }],
      });
      expect(asText(answer)).toContain('once restored, they would have: write.');
    }
  });

  test('S8: who is invited has nothing yet', async () => {
    const answer = await questions.ask(explain, ['ina@example.org', 'R-1'], OWNER);
    expect(asText(answer)).toContain('once they have, they would have: read.');
  });

  test('the nearest ways in, a share before a team', async () => {
    const { nearest } = await jsonOf(explain, ['eve@example.org', 'R-1'], OWNER);
    expect(nearest).toEqual([
      {
        command: 'psyctl record share R-1 --with eve@example.org --access read --as owner',
        does: 'shares the record with Ève Dubé, to read',
      },
      { command: null, does: expect.stringContaining('to the team Psychology North (3 people): read here') },
    ]);
  });

  test('S2: the owner is told no --as', async () => {
    const { nearest } = await jsonOf(explain, ['eve@example.org', 'R-1'], { token: 'alice' });
    expect(nearest[0].command).toBe('psyctl record share R-1 --with eve@example.org --access read');
  });

  test('R5: an archived record is reactivated first', async () => {
    const { nearest } = await jsonOf(explain, ['eve@example.org', 'R-4'], OWNER);
    expect(nearest[0]).toEqual({ command: null, does: expect.stringContaining('archived') });
  });
});

describe('what can’t be known', () => {
  test('A2: a recipient sees too little to speak of others: unknown, with what would help', async () => {
    const answer = await questions.ask(explain, ['bob@example.org', 'R-2'], { as: 'eve@example.org' });
    expect(answer.json).toMatchObject({ level: null, certainty: 'unknown', paths: [], closes: [], nearest: [] });
    expect(answer.notes?.join()).toContain('--as owner');
    expect(asText(answer)).toContain('can’t be told');
  });

  test('A2: a manager is not told of others either, but of themself', async () => {
    const asked = { token: 'mia' };
    expect(await jsonOf(explain, ['bob@example.org', 'R-1'], asked)).toMatchObject({ certainty: 'unknown' });
    expect(await jsonOf(explain, ['mia@example.org', 'R-1'], asked)).toMatchObject({
      level: 'metadata',
      certainty: 'observed',
    });
  });

  test('T17: whoever isn’t told to whom a record is transferred can’t say that somebody has nothing', async () => {
    // A coordinator's transfer leaves collaborators connected (T5); they see that one is pending, not to whom.
    const pending = await questionsIn({ ...PENDING });
    const asked = { token: 'bob' };
    expect((await pending.ask(explain, ['eve@example.org', 'R-9'], asked)).json).toMatchObject({
      certainty: 'unknown',
    });
    expect((await pending.ask(explain, ['bob@example.org', 'R-9'], asked)).json).toMatchObject({ level: 'read' });
    await pending.close();
  });

  test('A2: what the asker has no way to is an unknown record', async () => {
    expect((await questions.failure(explain, ['bob@example.org', 'R-1'], { token: 'eve' })).code).toBe(
      'unknown-record',
    );
  });

  test('an unknown member is told with the nearest', async () => {
    const failure = await questions.failure(explain, ['Bob Gagnom', 'R-1']);
    expect(failure).toMatchObject({ code: 'unknown-member', details: { nearest: ['Bob Gagnon'] } });
  });
});

const PENDING = {
  organization: { name: 'Test', kind: 'clinic' as const },
  members: [
    { email: 'ada@example.org', name: 'Ada', roles: ['administrator' as const] },
    { email: 'alice@example.org', name: 'Alice', roles: ['practitioner' as const] },
    { email: 'bob@example.org', name: 'Bob', roles: ['practitioner' as const] },
    { email: 'eve@example.org', name: 'Eve', roles: ['practitioner' as const] },
    { email: 'carl@example.org', name: 'Carl', roles: ['coordinator' as const] },
  ],
  records: [
    {
      number: 'R-9',
      title: 'T',
      owner: 'alice@example.org',
      shares: [{ with: 'bob@example.org', access: 'read' as const }],
    },
  ],
  transfers: [{ record: 'R-9', to: 'eve@example.org', by: 'carl@example.org' }],
  tokens: [{ token: 'token-bob', member: 'bob@example.org' }],
};

describe('since when and through whom', () => {
  test('A1: the audit says who shared it, for whom, and why', async () => {
    const own = await questionsIn();
    await own.share('R-1', 'eve@example.org', 'replaces Bob');
    const answer = await own.ask(explain, ['eve@example.org', 'R-1'], OWNER);
    expect(answer.json).toMatchObject({
      paths: [
        {
          kind: 'share',
          since: expect.any(String),
          by: 'ada@example.org',
          actingFor: 'alice@example.org',
          reason: 'replaces Bob',
        },
      ],
    });
    expect(asText(answer)).toMatch(/own share: read, since .*, by Ada Morin, acting for Alice Roy, “replaces Bob”/);
    await own.close();
  });
});
