import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listAudit } from '../../src/contract/audit.ts';
import { all } from '../../src/reading/take.ts';
import { type Ended, type Journey, journeyIn } from '../support/cli.ts';
import { errorOf, jsonOf, messagesOn, stepsOf } from '../support/seen.ts';
import { address, record, town } from '../support/town.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await journeyIn(
    town([
      record('R-1', { fay: 'full' }, { profiles: ['P-1'] }),
      record('R-2', { max: 'full' }, { owner: address('bob'), profiles: ['P-1'] }),
      record('R-3', {}, { owner: address('otto') }),
      record('R-4', {}, { confidential: true, profiles: ['P-1'] }),
      record('R-5', { ada: 'read' }),
    ]),
  );
});
afterAll(() => journey.close());

const shareArgs = (...records: string[]) =>
  ['record', 'share', ...records, '--with', address('gus'), '--access', 'read', '-o', 'json'] as const;
const as = (token: string, ...args: string[]): Promise<Ended> =>
  journey.psyctlWith({ token: `token-${token}` }, ...args);

describe('acting for others', () => {
  it('A1: an administrator’s own rights open no record; they are told how to act for the owner', async () => {
    const ended = await journey.psyctl(...shareArgs('R-1'), '--yes');
    expect([ended.exit, ...stepsOf(ended)]).toEqual([3, '1 S2 refused']);
    expect(jsonOf(ended).steps[0].refusal.hint).toBe('your token may act for them: add --as owner');
    expect(jsonOf(ended).accessChanges).toEqual([]);
  });

  it('A1, A4: --as owner is each record’s owner; the audit names both, and why', async () => {
    const ended = await journey.psyctl(
      ...shareArgs('R-1', 'R-2'),
      '--yes',
      '--as',
      'owner',
      '--reason',
      'moving office',
    );
    expect([ended.exit, ...stepsOf(ended)]).toEqual([0, '1 change', '2 change']);
    expect(jsonOf(ended).actor).toEqual({ email: address('ada'), actingAs: 'owner', reason: 'moving office' });
    const audit = await all(journey.admin.reader.list(listAudit, { query: {} }));
    const named = audit.map(({ actor, actingFor, reason, record: about }) => [
      about?.number,
      actor.email,
      actingFor?.email,
      reason,
    ]);
    expect(named).toEqual(
      expect.arrayContaining([
        ['R-1', address('ada'), address('alice'), 'moving office'],
        ['R-2', address('ada'), address('bob'), 'moving office'],
      ]),
    );
  });

  it('A4: the one acted for is not written to, whoever acts is no exception', async () => {
    const ended = await journey.psyctl(
      ...['record', 'share', 'R-1', '--with', address('ada'), address('fay'), '--access', 'write'],
      ...['--as', address('fay'), '--yes', '-o', 'json'],
    );
    expect(jsonOf(ended).actor).toMatchObject({ email: address('ada'), actingAs: address('fay') });
    expect(ended.exit).toBe(0);
    expect((await messagesOn(journey, 'R-1')).filter((message) => !message.startsWith('gus'))).toEqual([
      'ada email share.set',
      'ada notification share.set',
    ]);
  });

  it('A1: for an owner who is not active nobody can act', async () => {
    const ended = await journey.psyctl(...shareArgs('R-3'), '--yes', '--as', 'owner');
    expect([ended.exit, ...stepsOf(ended)]).toEqual([3, '1 A1 refused']);
    expect(jsonOf(ended).steps[0].refusal.hint).toContain('a coordinator can transfer the record');
    const named = await journey.psyctl(...shareArgs('R-3'), '--yes', '--as', address('otto'));
    expect(errorOf(named)).toMatchObject({ code: 'act-as-refused', rule: 'A1', column: '--as' });
  });

  it('A1: a token without the scope may not, and says who may', async () => {
    const ended = await as('alice', ...shareArgs('R-1'), '--as', 'owner');
    expect(errorOf(ended)).toMatchObject({
      code: 'act-as-refused',
      rule: 'A1',
      message: 'this token may not act for others',
    });
    expect(ended.exit).toBe(errorOf(ended).exitCode);
    expect(ended.exit).not.toBe(0);
  });
});

describe('seeing enough', () => {
  it('A2: a record one has no way to is unknown: the nearest numbers are of records one sees', async () => {
    const ended = await as('bob', ...shareArgs('R-1'), '--yes');
    expect(ended.exit).toBe(2);
    expect(errorOf(ended)).toMatchObject({ code: 'unknown-record', exitCode: 2 });
    expect(errorOf(ended).hint).toBe('did you mean “R-2”?');
  });

  it('O4, S2: a coordinator sees the record, and may not share it; a confidential one does not exist for them', async () => {
    const ended = await as('cleo', ...shareArgs('R-1'), '--yes');
    expect([ended.exit, ...stepsOf(ended)]).toEqual([3, '1 S2 refused']);
    expect(jsonOf(ended).steps[0].refusal.hint).toBe('ask its owner');
    expect((await as('cleo', ...shareArgs('R-4'), '--yes')).exit).toBe(2);
  });

  it('O4, A2: a manager sees too little to know what would change, and is told so', async () => {
    const ended = await as('max', ...shareArgs('R-1'), '--yes');
    expect([ended.exit, ...stepsOf(ended)]).toEqual([3, '1 S2 refused']);
    expect(jsonOf(ended).steps[0].refusal.message).toBe('you see too little of this record to change who shares it');
    expect((await as('max', ...shareArgs('R-4'), '--yes')).exit).toBe(2);
  });

  it('S2: whatever their role, whoever has full access may', async () => {
    const ended = await as(
      'max',
      'record',
      'share',
      'R-2',
      '--with',
      address('dan'),
      '--access',
      'read',
      '-o',
      'json',
      '--yes',
    );
    expect([ended.exit, ...stepsOf(ended)]).toEqual([0, '1 change']);
  });

  it('O11: what is printed for a change never holds a title or a pupil’s name, not even with --titles', async () => {
    const ended = await journey.psyctl(...shareArgs('R-1', 'R-2'), '--dry-run', '--as', 'owner', '--titles');
    expect(ended.exit).toBe(0);
    expect(ended.out).not.toMatch(/Title of|Tremblay/);
    const text = await journey.psyctl(
      'record',
      'unshare',
      'R-1',
      '--from',
      address('fay'),
      '--dry-run',
      '--as',
      'owner',
    );
    expect(text.out).toContain('R-1');
    expect(text.out).not.toContain('Title of');
  });
});
