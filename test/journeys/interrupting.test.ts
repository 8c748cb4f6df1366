import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Stage, stageOf } from '../support/crashing/stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await stageOf({ disable: ['batch'] });
});
afterEach(() => stage.close());

const ONE_BY_ONE = { flags: ['--concurrency', '1'] };
const isChange = ({ method }: { readonly method: string }): boolean => method !== 'GET';

/** Does something once so many changes have reached the API. */
function afterChanges(count: number, does: () => unknown) {
  let changes = 0;
  return (passing: { readonly method: string }) => {
    if (isChange(passing) && ++changes === count) does();
    return undefined;
  };
}

const stateOf = async (): Promise<string> => {
  const [run] = JSON.parse((await stage.psyctl('run', 'list', '-o', 'json')).out) as { state: string }[];
  return run?.state ?? 'none';
};

/** The end of the uninterrupted run. */
async function expectToEndWell(): Promise<void> {
  const whole = await stageOf();
  try {
    expect((await whole.applied()).exit).toBe(0);
    const resumed = await stage.psyctl('run', 'resume', 'last');
    expect([resumed.exit, await stateOf()]).toEqual([0, 'done']);
    expect(await stage.ending()).toEqual(await whole.ending());
  } finally {
    await whole.close();
  }
}

describe('a run that is asked to stop', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)(
    'law 7: by %s finishes what is in flight, reports, says how to go on, and ends with %i',
    async (signal, exit) => {
      const child = stage.start({ ...ONE_BY_ONE, meddling: { before: afterChanges(7, () => child.kill(signal)) } });
      const over = await child.over;
      expect(over.exit).toBe(exit);
      expect(over.out).toMatch(/Done: [78] of 40 changes\. 3[23] not attempted\./);
      expect(over.err).toContain(`psyctl run resume ${stage.id}`);
      expect(await stateOf()).toBe('interrupted');
      await expectToEndWell();
    },
  );

  it('law 7: a second time stops at once, though a request is in flight', async () => {
    let release = (): void => {};
    const held = new Promise<void>((done) => {
      release = done;
    });
    let changes = 0;
    const child = stage.start({
      ...ONE_BY_ONE,
      meddling: {
        async before(passing) {
          if (!isChange(passing) || ++changes !== 5) return undefined;
          child.kill('SIGINT');
          await new Promise((done) => setTimeout(done, 300));
          child.kill('SIGINT');
          await held;
          return undefined;
        },
      },
    });
    expect((await child.over).exit).toBe(130);
    release();
    expect(await stateOf()).toBe('interrupted');
    await expectToEndWell();
  });
});

describe('a run that can’t go on', () => {
  it('whose token expires in its middle is paused, and goes on with another', async () => {
    let changes = 0;
    const over = await stage.applied({
      ...ONE_BY_ONE,
      meddling: {
        before: (passing) => (isChange(passing) && ++changes > 9 ? EXPIRED : undefined),
      },
    });
    expect(over.exit).toBe(4);
    expect(over.err).toContain(`psyctl run resume ${stage.id}`);
    expect(await stateOf()).toBe('paused');
    stage.proxy.meddle();
    await expectToEndWell();
  });

  it('pauses once twenty rows in a row have failed, instead of burning through the others', async () => {
    const over = await stage.applied({
      ...ONE_BY_ONE,
      meddling: { before: (passing) => (isChange(passing) ? REFUSED : undefined) },
    });
    expect(over.exit).toBe(9);
    expect(over.err).toMatch(/20 rows in a row failed: the run is paused/);
    // And the one that was under way by then.
    expect(stage.proxy.had.filter(isChange).length).toBeLessThanOrEqual(21);
    expect(await stateOf()).toBe('paused');
  });

  it('is not carried out twice at once: another process finds it locked', async () => {
    let second: Promise<{ exit: number | null; err: string }> | null = null;
    const child = stage.start({
      ...ONE_BY_ONE,
      meddling: {
        async before(passing) {
          if (!isChange(passing) || second) return undefined;
          second = stage.psyctl('run', 'resume', 'last');
          await second;
          return undefined;
        },
      },
    });
    expect((await child.over).exit).toBe(0);
    const { exit, err } = await (second as unknown as Promise<{ exit: number | null; err: string }>);
    expect(exit).toBe(9);
    expect(err).toMatch(new RegExp(`run ${stage.id} is being carried out`));
  });
});

const problem = (status: number, code: string) => ({
  reaches: false,
  gets: {
    status,
    headers: { 'Content-Type': 'application/problem+json' },
    body: JSON.stringify({ type: 'about:blank', title: code, status, detail: code, code }),
  },
});
const EXPIRED = problem(401, 'token-expired');
const REFUSED = problem(422, 'refused');
