import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ended, type Journey, journeyIn } from '../support/cli.ts';
import { changesOf, errorOf, jsonOf, levelsOn, messagesOn, stepsOf } from '../support/seen.ts';
import { address, record, town } from '../support/town.ts';

const SIX = { bob: 'read', dan: 'read', eve: 'read', fay: 'read', gus: 'read', ada: 'read' } as const;

let journey: Journey;
beforeAll(async () => {
  journey = await journeyIn(
    town([record('R-1'), record('R-2', { bob: 'read' }), record('R-3'), record('R-six', SIX), record('R-four', SIX)]),
  );
});
afterAll(() => journey.close());

const alice = (...args: string[]): Promise<Ended> =>
  journey.psyctlWith({ token: 'token-alice' }, 'record', ...args, '-o', 'json');
const sharing = (...more: string[]) => alice('share', 'R-1', '--with', address('bob'), '--access', 'read', ...more);
const state = async () => ({ world: await journey.world(), outbox: await journey.outbox() });

describe('nothing is sent', () => {
  it('law 5: by a dry run, which asks for things and changes none', async () => {
    const before = await state();
    const ended = await sharing('--dry-run', '--verbose');
    expect(ended.exit).toBe(0);
    expect(jsonOf(ended)).toMatchObject({ dryRun: true, run: null });
    expect(changesOf(ended)).toEqual(['bob: none → read, gained (rows 1)']);
    const methods = ended.err
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).method);
    expect(new Set(methods)).toEqual(new Set(['GET']));
    expect(await state()).toEqual(before);
  });

  it('without --yes and a terminal: the preview is shown, and psyctl exits 6', async () => {
    const before = await state();
    const ended = await sharing();
    expect(ended.exit).toBe(6);
    expect(jsonOf(ended)).toMatchObject({ dryRun: false, run: null, summary: { steps: { change: 1 } } });
    expect(errorOf(ended)).toMatchObject({ code: 'consent-missing', exitCode: 6, hint: 'add --yes to give it' });
    expect(await state()).toEqual(before);
  });

  it('where everything is so already: no consent is asked, and the run is null', async () => {
    const ended = await alice('share', 'R-2', '--with', address('bob'), '--access', 'read');
    expect([ended.exit, ended.err, jsonOf(ended).run]).toEqual([0, '', null]);
  });

  it('--detailed-exitcode: 10 where changes are pending, 0 where none are', async () => {
    expect((await sharing('--dry-run', '--detailed-exitcode')).exit).toBe(10);
    const same = await alice(
      ...['share', 'R-2', '--with', address('bob'), '--access', 'read', '--dry-run', '--detailed-exitcode'],
    );
    expect(same.exit).toBe(0);
  });
});

describe('refused rows', () => {
  const both = (...more: string[]) =>
    alice('share', 'R-3', '--with', address('bob'), '--with', address('alice'), '--access', 'read', ...more);

  it('law 4: one holds back the whole plan, in a preview too', async () => {
    for (const how of ['--yes', '--dry-run']) {
      const ended = await both(how);
      expect([ended.exit, ...stepsOf(ended)]).toEqual([3, '1 change', '2 S8 refused']);
      expect(jsonOf(ended).run).toBeNull();
    }
    expect(await messagesOn(journey, 'R-3')).toEqual([]);
  });

  it('missing consent comes before refusals', async () => {
    expect((await both()).exit).toBe(6);
  });

  it('--skip-refused lets the others go, and exits 7', async () => {
    const ended = await both('--yes', '--skip-refused');
    expect(ended.exit).toBe(7);
    expect(jsonOf(ended).run.rows.map((row: { status: string }) => row.status)).toEqual(['done', 'refused']);
    expect(jsonOf(ended).run.totals).toMatchObject({ done: 1, refused: 1 });
    expect(await levelsOn(journey, 'R-3')).toEqual({ alice: 'owner', bob: 'read', cleo: 'metadata' });
  });

  it('--skip-refused where nothing is left is refused all the same', async () => {
    const ended = await alice(
      'share',
      'R-3',
      '--with',
      address('alice'),
      '--access',
      'read',
      '--yes',
      '--skip-refused',
    );
    expect([ended.exit, jsonOf(ended).run]).toEqual([3, null]);
  });
});

describe('--max-losses', () => {
  const ending = (number: string, people: readonly string[], ...more: string[]) =>
    alice('unshare', number, ...people.flatMap((name) => ['--from', address(name)]), '--yes', ...more);
  const six = Object.keys(SIX);

  it('holds back many losses of few people, and says how to let them through', async () => {
    const before = await levelsOn(journey, 'R-six');
    for (const more of [[], ['--max-losses', '5'], ['--max-losses', '60%']]) {
      const ended = await ending('R-six', six, ...more);
      expect(ended.exit).toBe(6);
      expect(jsonOf(ended).run).toBeNull();
      expect(errorOf(ended)).toMatchObject({ code: 'too-many-losses', hint: '--max-losses 6 lets it through' });
    }
    expect(await levelsOn(journey, 'R-six')).toEqual(before);
  });

  it('four or fewer always pass', async () => {
    expect((await ending('R-four', six.slice(0, 4), '--max-losses', '0')).exit).toBe(0);
  });

  it('a limit that is high enough lets them through', async () => {
    expect((await ending('R-six', six, '--max-losses', '6')).exit).toBe(0);
    expect(await levelsOn(journey, 'R-six')).toEqual({ alice: 'owner', cleo: 'metadata' });
  });

  it('is a number or a percentage', async () => {
    const ended = await ending('R-four', ['gus'], '--max-losses', 'few');
    expect([ended.exit, errorOf(ended).code]).toEqual([2, 'bad-value']);
  });
});

describe('contradictions', () => {
  it('law 8: name both rows, and nothing is sent', async () => {
    const input = 'record,with,access\nR-1,bob@example.org,read\nR-3,bob@example.org,read\nR-1,BOB@example.org,full\n';
    const ended = await journey.psyctlWith(
      { token: 'token-alice', input },
      ...['record', 'share', '--csv', '-', '--yes', '-o', 'json', '--quiet'],
    );
    expect(ended.exit).toBe(2);
    expect(errorOf(ended)).toMatchObject({ code: 'contradiction', row: 4 });
    expect(errorOf(ended).message).toBe('rows 2 and 4 want different things of R-1 with bob@example.org');
    expect((await levelsOn(journey, 'R-1'))['bob']).toBeUndefined();
  });

  it('law 8: the same row twice is done once', async () => {
    const input = 'record,with,access\nR-1,gus@example.org,read\nR-1,gus@example.org,read\n';
    const ended = await journey.psyctlWith(
      { token: 'token-alice', input },
      ...['record', 'share', '--csv', '-', '--yes', '-o', 'json', '--quiet'],
    );
    expect([ended.exit, ...stepsOf(ended)]).toEqual([0, '2 change', '3 unchanged']);
    expect(await messagesOn(journey, 'R-1')).toEqual(['gus email share.set', 'gus notification share.set']);
  });
});
