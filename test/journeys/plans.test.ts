import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ended, type Journey, journeyIn } from '../support/cli.ts';
import { errorOf, jsonOf, levelsOn, messagesOn } from '../support/seen.ts';
import { address, record, town } from '../support/town.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await journeyIn(
    town(
      [
        'R-out',
        'R-stale',
        'R-kept',
        'R-moved',
        'R-safe',
        'R-elsewhere',
        'R-broken',
        'R-resume',
        'R-quiet',
        'R-refused',
      ].map((number) => record(number)),
    ),
  );
});
afterAll(() => journey.close());

const bob = address('bob');
const ALICE = { token: 'token-alice' };
const fileOf = (name: string) => join(journey.home, `${name}.jsonl`);
const alice = (...args: string[]): Promise<Ended> => journey.psyctlWith(ALICE, ...args);
const share = (records: string[], ...flags: string[]) =>
  alice('record', 'share', ...records, '--with', bob, '--access', 'read', ...flags);

/** Saves a plan that shares records with Bob; gives its file. */
async function saved(name: string, ...records: string[]): Promise<string> {
  const file = fileOf(name);
  expect((await share(records, '--out', file)).exit).toBe(0);
  return file;
}

describe('a plan in a file', () => {
  it('law 6: is what the preview said, for this user alone, and sends nothing', async () => {
    const preview = await share(['R-out'], '--dry-run', '-o', 'json');
    const file = await saved('out', 'R-out');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await levelsOn(journey, 'R-out')).toEqual({ alice: 'owner', cleo: 'metadata' });
    const shown = await alice('plan', 'show', file, '-o', 'json');
    const { plan: _, actor, ...same } = jsonOf(preview);
    expect(jsonOf(shown)).toMatchObject({ ...same, actor });
    const kept = readFileSync(file, 'utf8');
    for (const personal of ['Title of', 'Alice Test', 'Bob Test', 'Sam Tremblay', 'token-alice'])
      expect(kept).not.toContain(personal);
  });

  it('law 6: applied, does what it showed; a second time it says that it is done', async () => {
    const file = await saved('kept', 'R-kept');
    expect((await alice('plan', 'apply', file)).exit).toBe(6);
    expect(await messagesOn(journey, 'R-kept')).toEqual([]);
    const applied = await alice('plan', 'apply', file, '--yes', '-o', 'json');
    expect([applied.exit, jsonOf(applied).run.totals.done]).toEqual([0, 1]);
    expect(await levelsOn(journey, 'R-kept')).toEqual({ alice: 'owner', bob: 'read', cleo: 'metadata' });
    const again = await alice('plan', 'apply', file, '--yes', '-o', 'json');
    expect([again.exit, errorOf(again).code]).toEqual([5, 'plan-applied']);
    expect((await alice('plan', 'apply', file, '--yes', '--resume')).exit).toBe(0);
    expect(await messagesOn(journey, 'R-kept')).toEqual(['bob email share.set', 'bob notification share.set']);
  });

  it('with --resume, is begun where it was not yet: one line in a scheduler', async () => {
    const file = await saved('resume', 'R-resume');
    for (const _ of [1, 2]) expect((await alice('plan', 'apply', file, '--yes', '--resume')).exit).toBe(0);
    expect(await messagesOn(journey, 'R-resume')).toEqual(['bob email share.set', 'bob notification share.set']);
  });

  it('whose ground has moved is refused, naming what moved, who did it, and how to plan anew', async () => {
    const file = await saved('stale', 'R-stale');
    await alice('record', 'share', 'R-stale', '--with', address('dan'), '--access', 'write', '--yes');
    const ended = await alice('plan', 'apply', file, '--yes', '-o', 'json');
    const { code, message, hint } = errorOf(ended);
    expect([ended.exit, code]).toEqual([5, 'plan-stale']);
    expect(message).toMatch(/record:R-stale has moved.*share\.set by alice@example\.org/);
    expect(hint).toContain(`psyctl record share R-stale --with ${bob} --access read`);
    expect(await levelsOn(journey, 'R-stale')).toEqual({ alice: 'owner', cleo: 'metadata', dan: 'write' });
  });

  it('with --skip-stale, leaves out the rows that rest on what moved, and sends the others', async () => {
    const file = await saved('moved', 'R-moved', 'R-safe');
    await alice('record', 'archive', 'R-moved', '--yes');
    expect((await alice('plan', 'apply', file, '--yes')).exit).toBe(5);
    const ended = await alice('plan', 'apply', file, '--yes', '--skip-stale');
    expect(ended.exit).toBe(7);
    expect(ended.err).toMatch(/record:R-moved has moved/);
    expect(ended.err).toMatch(/Left out: 1 row rests on what has moved/);
    expect(await levelsOn(journey, 'R-safe')).toMatchObject({ bob: 'read' });
    expect(await levelsOn(journey, 'R-moved')).not.toHaveProperty('bob');
  });

  it('is for the account, and the place, it was made for', async () => {
    const file = await saved('elsewhere', 'R-elsewhere');
    const another = await journey.psyctlWith({ token: 'token-bob' }, 'plan', 'apply', file, '--yes', '-o', 'json');
    expect([another.exit, errorOf(another).code]).toEqual([2, 'plan-elsewhere']);
    const other = await journeyIn(town([record('R-elsewhere')]));
    try {
      const env = { PSYCTL_API_URL: other.sandbox.url };
      const there = await journey.psyctlWith({ ...ALICE, env }, 'plan', 'apply', file, '--yes', '-o', 'json');
      expect([there.exit, errorOf(there).code]).toEqual([2, 'plan-elsewhere']);
    } finally {
      await other.close();
    }
  });

  it('that was changed by hand is refused, whatever was changed', async () => {
    const file = await saved('broken', 'R-broken');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('"read"', '"full"'));
    const ended = await alice('plan', 'apply', file, '--yes', '-o', 'json');
    expect([ended.exit, errorOf(ended).code]).toEqual([2, 'plan-damaged']);
    writeFileSync(file, text.slice(0, -20));
    expect((await alice('plan', 'show', file)).exit).toBe(2);
    expect((await alice('plan', 'show', fileOf('none'))).exit).toBe(2);
  });

  it('says itself for whom and why: to say so again is an error', async () => {
    const file = await saved('quiet', 'R-quiet');
    const ended = await alice('plan', 'apply', file, '--yes', '--as', bob, '-o', 'json');
    expect([ended.exit, errorOf(ended).code]).toEqual([2, 'conflicting-flags']);
  });

  it('with refused rows is not written, unless they are left out', async () => {
    await alice('record', 'archive', 'R-refused', '--yes');
    const file = fileOf('refused');
    expect((await share(['R-refused', 'R-out'], '--out', file)).exit).toBe(3);
    expect(() => statSync(file)).toThrow();
    expect((await share(['R-refused', 'R-out'], '--out', file, '--skip-refused')).exit).toBe(7);
    const shown = jsonOf(await alice('plan', 'show', file, '-o', 'json'));
    expect(shown.steps.map(({ target }: { target: string }) => target)).toEqual(['R-out']);
  });
});
