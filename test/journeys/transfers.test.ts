import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorldInput } from '../../src/contract/world.ts';
import { parseWorld } from '../../src/sandbox/world/parse.ts';
import { type Ended, type Journey, type Json, journeyIn } from '../support/cli.ts';
import { changesOf, errorOf, jsonOf, levelsOn, messagesOn, stepsOf } from '../support/seen.ts';
import { address, record, town } from '../support/town.ts';

const FULL = {
  confidentialNotes: 1,
  confidentialDocuments: 2,
  rawData: 3,
  tasks: 4,
  memos: 5,
  upcomingAppointments: 2,
};
const SHARED = { bob: 'write', 'team:North': 'read' } as const;
const sent = (number: string, by = 'alice', more = {}) => ({
  record: number,
  to: address('bob'),
  by: address(by),
  ...more,
});
const bob = address('bob');

let journey: Journey;
beforeAll(async () => {
  journey = await journeyIn(
    town(
      [
        record('R-T1'),
        record('R-T1c', {}, { confidential: true }),
        record('R-T1a', {}, { status: 'archived' }),
        record('R-T2'),
        record('R-T3', { fay: 'write' }),
        record('R-T4', SHARED),
        record('R-T5', SHARED),
        record('R-T6', SHARED),
        record('R-T8', {}, { contents: FULL }),
        record('R-T9', {}, { contents: FULL }),
        record('R-T10', {}, { contents: FULL }),
        record('R-T11', {}, { contents: FULL }),
        record('R-T14', { fay: 'full' }),
        record('R-T15'),
        record('R-T16', { fay: 'read' }),
        record('R-T17', {}, { confidential: true }),
        record('R-N3'),
        record('R-old', {}, { owner: address('otto') }),
      ],
      {
        transfers: [
          sent('R-T10', 'alice', { keepCopy: true, include: ['raw-data'] }),
          sent('R-T11'),
          sent('R-T14'),
          sent('R-T15', 'cleo', { to: address('gus') }),
          sent('R-T16'),
          sent('R-T17'),
          sent('R-N3', 'cleo'),
        ],
      },
    ),
  );
});
afterAll(() => journey.close());

const as = (name: string, ...args: string[]): Promise<Ended> =>
  journey.psyctlWith({ token: `token-${name}` }, ...args, '-o', 'json');
const transfer = (name: string, ...args: string[]) => as(name, 'record', 'transfer', ...args, '--yes');
const refusalOf = (ended: Ended) => {
  expect([ended.exit, jsonOf(ended).run]).toEqual([3, null]);
  return jsonOf(ended).steps[0].refusal;
};
const contentsOf = async (number: string) =>
  (await journey.world()).records.find((one) => one.number === number)?.contents;

describe('record transfer', () => {
  it('T1: by the owner or a coordinator; not a confidential one by a coordinator, nor an archived one', async () => {
    expect(refusalOf(await transfer('bob', 'R-T4', '--to', address('dan')))).toMatchObject({ rule: 'T1' });
    expect(errorOf(await transfer('cleo', 'R-T1c', '--to', bob))).toMatchObject({
      code: 'unknown-record',
      exitCode: 2,
    });
    expect(refusalOf(await transfer('alice', 'R-T1a', '--to', bob))).toMatchObject({
      rule: 'T1',
      message: 'the record is archived: only active ones are transferred',
    });
    const ended = await transfer('cleo', 'R-T1', '--to', bob);
    expect([ended.exit, jsonOf(ended).steps[0].detail.capacity]).toEqual([0, 'coordinator']);
  });

  it('T1, A1: whoever could act for the owner and doesn’t is told how', async () => {
    const ended = await journey.psyctl('record', 'transfer', 'R-T2', '--to', bob, '--dry-run', '-o', 'json');
    expect(refusalOf(ended)).toMatchObject({ rule: 'T1', hint: expect.stringContaining('--as owner') });
  });

  it.each([
    ['alice', 'the record is theirs already: it can’t be transferred to its owner'],
    ['otto', 'whom it would go to is not an active member'],
    ['ivy', 'whom it would go to has not accepted their invitation yet'],
    ['cleo', 'whom it would go to is no practitioner, and only practitioners own records'],
  ])('T2: not to %s', async (to, message) => {
    expect(refusalOf(await transfer('alice', 'R-T2', '--to', address(to)))).toMatchObject({ rule: 'T2', message });
  });

  it('T3: once; sent again it is unchanged, to somebody else refused; the recipient sees number and title', async () => {
    expect((await transfer('cleo', 'R-T3', '--to', bob)).exit).toBe(0);
    const again = await transfer('cleo', 'R-T3', '--to', bob);
    expect([again.exit, stepsOf(again)]).toEqual([0, ['1 unchanged']]);
    expect(refusalOf(await transfer('alice', 'R-T3', '--to', address('dan')))).toMatchObject({ rule: 'T3' });
    expect(await levelsOn(journey, 'R-T3')).toMatchObject({ alice: 'owner', bob: 'metadata', fay: 'write' });
  });

  it('T4: cuts collaborators off until it is declined; said before, proved after', async () => {
    const before = await levelsOn(journey, 'R-T4');
    const ended = await transfer('alice', 'R-T4', '--to', bob);
    expect(changesOf(ended)).toEqual([
      'bob: write → metadata, suspended (rows 1)',
      'dan: read → none, suspended (rows 1)',
      'eve: read → none, suspended (rows 1)',
      'alice: owner → none, revoked (rows 1)',
      'bob: write → owner, raised (rows 1)',
      'dan: read → read, resumed (rows 1)',
      'eve: read → read, resumed (rows 1)',
    ]);
    expect(jsonOf(ended).run.verification.mismatches).toEqual([]);
    expect(await levelsOn(journey, 'R-T4')).toEqual({ alice: 'owner', bob: 'metadata', cleo: 'metadata' });
    const declined = await as('bob', 'transfer', 'decline', 'R-T4', '--yes');
    expect([declined.exit, stepsOf(declined)]).toEqual([0, ['1 change']]);
    expect(await levelsOn(journey, 'R-T4')).toEqual(before);
  });

  it('T5: sent by a coordinator, nobody is cut off', async () => {
    const before = await levelsOn(journey, 'R-T5');
    const ended = await transfer('cleo', 'R-T5', '--to', bob);
    expect(jsonOf(ended).summary.access).toMatchObject({ suspended: 0, resumed: 0 });
    expect(await levelsOn(journey, 'R-T5')).toEqual(before);
  });

  it('T6: once accepted it is the recipient’s, their share has ended, and the former owner has nothing', async () => {
    await transfer('alice', 'R-T6', '--to', bob);
    const ended = await as('bob', 'transfer', 'accept', 'R-T6', '--yes');
    expect([ended.exit, jsonOf(ended).run.verification.mismatches]).toEqual([0, []]);
    expect(await levelsOn(journey, 'R-T6')).toEqual({ bob: 'owner', cleo: 'metadata', dan: 'read', eve: 'read' });
    expect(stepsOf(await as('bob', 'transfer', 'accept', 'R-T6', '--yes'))).toEqual(['1 unchanged']);
  });

  it('T7, T8: takes confidential items and raw data along by choice, the rest by itself', async () => {
    const deletions = async (...args: string[]) => {
      const ended = await as('alice', 'record', 'transfer', 'R-T8', '--to', bob, ...args, '--dry-run');
      const effects: Json[] = jsonOf(ended).effects.filter((one: Json) => one.kind === 'deletion');
      return Object.fromEntries(effects.map(({ item, count }) => [item, count]));
    };
    const always = { task: 4, memo: 5 };
    const notes = { 'confidential-note': 1, 'confidential-document': 2 };
    expect(await deletions()).toEqual({ ...always, ...notes, 'raw-data': 3 });
    expect(await deletions('--include', 'confidential')).toEqual({ ...always, 'raw-data': 3 });
    expect(await deletions('--include', 'raw-data')).toEqual({ ...always, ...notes });
    expect(await deletions('--include', 'confidential,raw-data')).toEqual(always);
    expect(await deletions('--keep-copy')).toEqual(always);
  });

  it('T9, T11: what would be destroyed has to be agreed to, and --yes is no such agreement', async () => {
    const none = await transfer('alice', 'R-T9', '--to', bob);
    expect([none.exit, errorOf(none).code]).toEqual([6, 'deletion-consent']);
    const few = await transfer('alice', 'R-T9', '--to', bob, '--allow-deletion=14');
    expect([few.exit, errorOf(few).hint]).toEqual([6, expect.stringContaining('--allow-deletion=15')]);
    expect((await journey.world()).transfers.some((one) => one.record === 'R-T9')).toBe(false);
    const ended = await transfer('alice', 'R-T9', '--to', bob, '--allow-deletion=15');
    expect([ended.exit, jsonOf(ended).summary]).toMatchObject([
      0,
      { deletions: 15, emails: { colleagues: 1, clients: 2 } },
    ]);
    // T12: nothing has happened to it yet.
    expect(await contentsOf('R-T9')).toMatchObject(FULL);
  });
});

describe('transfer accept, decline, cancel, reassign', () => {
  it('T10, T12: with a copy the former owner keeps read, and what was excluded isn’t destroyed', async () => {
    const ended = await as('bob', 'transfer', 'accept', 'R-T10', '--yes', '--allow-deletion=9');
    expect([ended.exit, jsonOf(ended).summary.deletions]).toEqual([0, 9]);
    expect(await levelsOn(journey, 'R-T10')).toEqual({ alice: 'read', bob: 'owner', cleo: 'metadata' });
    expect(await contentsOf('R-T10')).toMatchObject({ confidentialNotes: 0, rawData: 3, tasks: 0, memos: 0 });
  });

  it('T11, T9: accepting destroys what was left out, once agreed to, and clients are written to', async () => {
    const none = await as('bob', 'transfer', 'accept', 'R-T11', '--yes');
    expect([none.exit, errorOf(none).code]).toEqual([6, 'deletion-consent']);
    const ended = await as('bob', 'transfer', 'accept', 'R-T11', '--yes', '--allow-deletion');
    expect(ended.exit).toBe(0);
    expect(await contentsOf('R-T11')).toMatchObject({
      confidentialNotes: 0,
      rawData: 0,
      tasks: 0,
      upcomingAppointments: 0,
    });
    expect(await messagesOn(journey, 'R-T11')).toEqual([
      ' email transfer.accept',
      ' email transfer.accept',
      'alice notification transfer.accept',
    ]);
  });

  it('T14: while it is pending nothing is shared or archived', async () => {
    const archived = await as('alice', 'record', 'archive', 'R-T14', '--yes');
    expect(refusalOf(archived)).toMatchObject({ rule: 'T14' });
    const shared = await as('alice', 'record', 'share', 'R-T14', '--with', bob, '--access', 'read', '--yes');
    expect(refusalOf(shared)).toMatchObject({ rule: 'T14' });
  });

  it('T15: who is no practitioner any more can’t accept, and a coordinator has it wait for somebody else', async () => {
    const world = await journey.world();
    const gus = world.members.find(({ email }) => email === address('gus'))?.id ?? '';
    await fetch(`${journey.sandbox.url}/v1/members/${gus}`, {
      method: 'PATCH',
      headers: { Authorization: 'Bearer test-admin-token', 'Content-Type': 'application/json' },
      body: JSON.stringify({ roles: ['manager'] }),
    });
    const accepted = await journey.psyctl('transfer', 'accept', 'R-T15', '--as', address('gus'), '--yes', '-o', 'json');
    expect(refusalOf(accepted)).toMatchObject({ rule: 'T15', hint: expect.stringContaining('reassign') });
    const ended = await as('cleo', 'transfer', 'reassign', 'R-T15', '--to', bob, '--yes');
    expect([ended.exit, changesOf(ended)[0]]).toEqual([0, expect.stringContaining('gus: metadata →')]);
    expect((await levelsOn(journey, 'R-T15'))['bob']).toBe('metadata');
  });

  it('T16: reassigned, it stays sent as it was: whoever was cut off stays so', async () => {
    const ended = await as('cleo', 'transfer', 'reassign', 'R-T16', '--to', address('dan'), '--yes');
    expect([ended.exit, jsonOf(ended).steps[0].detail.capacity]).toEqual([0, 'owner']);
    expect(await levelsOn(journey, 'R-T16')).toEqual({ alice: 'owner', cleo: 'metadata', dan: 'metadata' });
  });

  it('T17: a coordinator cancels the transfer of a confidential record without seeing its number', async () => {
    const { id } = (await journey.world()).records.find(({ number }) => number === 'R-T17') ?? {};
    const [wire] = await pendingOf(id ?? '');
    const ended = await as('cleo', 'transfer', 'cancel', wire.id, '--yes');
    expect([ended.exit, jsonOf(ended).steps[0].target]).toEqual([0, id]);
    expect(jsonOf(ended).accessChanges).toMatchObject([{ member: bob, resource: `record:${id}`, change: 'unknown' }]);
    expect(await levelsOn(journey, 'R-T17')).toEqual({ alice: 'owner' });
  });

  it('T17: who only sees that one is pending is told whose it is to see, and how to act for them', async () => {
    const ended = await journey.psyctl('transfer', 'cancel', 'R-T14', '--dry-run', '-o', 'json');
    expect(refusalOf(ended)).toMatchObject({ rule: 'T17', hint: expect.stringContaining('--as owner') });
    const owner = await journey.psyctl('transfer', 'cancel', 'R-T14', '--as', 'owner', '--dry-run', '-o', 'json');
    expect([owner.exit, stepsOf(owner)]).toEqual([0, ['1 change']]);
  });

  it('N3: who is written to on sending, accepting and cancelling', async () => {
    await as('bob', 'transfer', 'accept', 'R-N3', '--yes');
    expect(await messagesOn(journey, 'R-N3')).toEqual(['cleo notification transfer.accept']);
    await transfer('cleo', 'R-T2', '--to', bob);
    await as('alice', 'transfer', 'cancel', 'R-T2', '--yes');
    expect(await messagesOn(journey, 'R-T2')).toEqual([
      'alice notification transfer.send',
      'bob email transfer.send',
      'bob notification transfer.cancel',
      'bob notification transfer.send',
    ]);
  });

  it('T3: what nobody sees is an unknown transfer', async () => {
    const ended = await as('bob', 'transfer', 'accept', 'R-none', '--yes');
    expect([ended.exit, errorOf(ended).code]).toEqual([2, 'unknown-transfer']);
  });

  const pendingOf = async (id: string): Promise<Json> => {
    const answer = await fetch(`${journey.sandbox.url}/v1/transfers?record=${id}&status=pending`, {
      headers: { Authorization: 'Bearer token-alice' },
    });
    return ((await answer.json()) as Json).items;
  };
});

describe('all that somebody has', () => {
  let all: Journey;
  beforeAll(async () => {
    const many = Array.from({ length: 30 }, (_, n) => record(`R-${n + 100}`, SHARED));
    all = await journeyIn(
      town(
        [
          ...many,
          record('R-arch', {}, { status: 'archived' }),
          record('R-wait'),
          record('R-secret1', {}, { confidential: true, contents: FULL }),
          record('R-secret2', {}, { confidential: true }),
          record('R-secret3', {}, { confidential: true }),
        ],
        { transfers: [sent('R-wait'), sent('R-secret3')] },
      ),
    );
  });
  afterAll(() => all.close());
  const from = (name: string, ...args: string[]) =>
    all.psyctlWith(
      { token: `token-${name}` },
      'record',
      'transfer',
      '--all-from',
      address('alice'),
      '--to',
      bob,
      ...args,
      '-o',
      'json',
    );

  it('T1, T3: takes the active ones, and says which it leaves behind and why', async () => {
    const ended = await from('alice', '--dry-run');
    expect([ended.exit, jsonOf(ended).steps.length]).toEqual([0, 30]);
    expect(jsonOf(ended).leftBehind.map(({ target, rule }: Json) => [target, rule])).toEqual([
      ['R-secret1', 'T1'],
      ['R-secret2', 'T1'],
      ['R-secret3', 'T3'],
      ['R-wait', 'T3'],
      ['R-arch', 'T1'],
    ]);
    const more = await from('alice', '--include', 'confidential-records', '--dry-run');
    expect(jsonOf(more).steps.length).toBe(32);
  });

  it('T1: nobody but they themself or a coordinator', async () => {
    expect(refusalOf(await from('bob', '--dry-run'))).toMatchObject({ rule: 'T1' });
  });

  it('asks for pages, never record by record', async () => {
    const ended = await from('cleo', '--dry-run', '--verbose');
    const requests = ended.err.trim().split('\n').length;
    expect(requests).toBeLessThan(25);
  });

  it('A3: a coordinator takes the confidential ones along uncounted but for their number, and unknown for the rest', async () => {
    const without = await from('cleo', '--dry-run');
    expect(jsonOf(without).leftBehind).toContainEqual(expect.objectContaining({ target: null, count: 2, rule: 'T1' }));
    const held = await from('cleo', '--include', 'confidential-records', '--yes', '--allow-deletion=100');
    expect([held.exit, errorOf(held).code]).toEqual([6, 'deletion-consent']);
    const ended = await from('cleo', '--include', 'confidential-records', '--yes', '--allow-deletion');
    expect(ended.exit).toBe(0);
    expect(jsonOf(ended).steps.at(-1)).toMatchObject({
      action: 'transfer.send',
      target: address('alice'),
      detail: { count: 2, capacity: 'coordinator' },
      status: 'change',
    });
    expect(jsonOf(ended).accessChanges).toContainEqual(
      expect.objectContaining({ member: bob, resource: null, change: 'unknown', count: 2 }),
    );
    const { transfers } = await all.world();
    expect(transfers.map((one) => one.record)).toEqual(expect.arrayContaining(['R-secret1', 'R-secret2']));
    const again = await from('cleo', '--include', 'confidential-records', '--yes', '--allow-deletion');
    expect([again.exit, jsonOf(again).steps, jsonOf(again).run]).toEqual([0, [], null]);
  });
});

describe('what is typed wrong', () => {
  it('confidential-records needs --all-from', async () => {
    const ended = await transfer('alice', 'R-T2', '--to', bob, '--include', 'confidential-records');
    expect([ended.exit, errorOf(ended)]).toMatchObject([
      2,
      { code: 'flag-needs', message: '--include confidential-records needs --all-from', column: '--include' },
    ]);
  });

  it('single records and --all-from can’t go together', async () => {
    const ended = await transfer('alice', 'R-T2', '--all-from', address('alice'), '--to', bob);
    expect([ended.exit, errorOf(ended).code]).toEqual([2, 'conflicting-flags']);
  });

  it('law 8: a file that sends one record to two people is refused, both rows named', async () => {
    const input = `record,to,include,keep-copy\nR-T2,${bob},confidential|raw-data,yes\nR-T2,${address('dan')},,\n`;
    const ended = await journey.psyctlWith(
      { token: 'token-alice', input },
      ...['record', 'transfer', '--csv', '-', '--dry-run', '-o', 'json'],
    );
    const error = JSON.parse(ended.err.trim().split('\n').at(-1) ?? '').error;
    expect([ended.exit, error.code, error.row]).toEqual([2, 'contradiction', 3]);
    expect(error.message).toContain('rows 2 and 3');
  });

  it('an unknown inclusion is refused where it stands', async () => {
    const input = `record,to,include\nR-T2,${bob},everything\n`;
    const ended = await journey.psyctlWith(
      { token: 'token-alice', input },
      ...['record', 'transfer', '--csv', '-', '--dry-run', '-o', 'json'],
    );
    const error = JSON.parse(ended.err.trim().split('\n').at(-1) ?? '').error;
    expect([ended.exit, error.code, error.row, error.column]).toEqual([2, 'bad-value', 2, 'include']);
  });
});

describe('the preview of a transfer', () => {
  it('T4, T9, N3: on 80 columns, as a person reads it', async () => {
    const file = new URL('../../fixtures/worlds/preview.yaml', import.meta.url);
    const small = await journeyIn(parseWorld(readFileSync(file, 'utf8'), 'preview.yaml') as WorldInput);
    const run = (...more: string[]) =>
      small.psyctlWith(
        { token: 'sandbox-alice', env: { COLUMNS: '80' } },
        ...['record', 'transfer', 'R-1001', '--to', bob, '--dry-run', ...more],
      );
    expect((await run('--titles')).out).toBe(PREVIEW);
    const { summary } = jsonOf(await run('-o', 'json'));
    expect(summary).toEqual({
      steps: { change: 1, unchanged: 0, refused: 0, waiting: 0 },
      access: { gained: 0, revoked: 1, raised: 1, lowered: 0, 'path-only': 0, suspended: 5, resumed: 4, unknown: 0 },
      emails: { colleagues: 1, clients: 2 },
      deletions: 4,
      seats: null,
    });
    await small.close();
  });
});

const PREVIEW = `Transfer 1 record, sent by its owner Alice Roy         CSS Mille-Rives (sandbox)

R-1001 Follow-up S. T.
                          today    while pending    once accepted
  Bob Gagnon              write    number, title    owner
  Alice Roy               owner    owner            none
  Psychology North (4)    read     cut off          read
  If Bob declines or you cancel, everyone is as today.
  Sent by a coordinator, nobody would be cut off.

  Deleted for good when Bob accepts (today's count; later additions too)
    1 confidential note, 1 raw data item   keep: --include confidential,raw-data
                                           or --keep-copy
    1 task, 1 memo                         can't be kept
  Messages  now 1 e-mail to Bob; then 2 to clients (2 appointments cancelled)

Dry run: nothing was sent.
`;
