import { describe, expect, it } from 'vitest';
import type { Ending } from '../support/crashing/ending.ts';
import { type Stage, stageOf, type Without } from '../support/crashing/stage.ts';
import { allOf, placesAmong, seed } from '../support/crashing/trying.ts';

const MODES: readonly (readonly [string, Without, readonly string[]])[] = [
  ['one request for each change', { disable: ['batch'] }, ['--concurrency', '1']],
  ['changes in batches', {}, []],
];

describe.each(MODES)('law 7, %s: forty changes of every kind', (_, without, flags) => {
  it(`killed before or after any request, then resumed, end as if nothing had happened (seed ${seed})`, {
    timeout: 3_600_000,
  }, async () => {
    const whole = await uninterrupted(without, flags);
    const places = placesAmong(whole.requests, 3).flatMap((n) => [
      { n, when: 'before' },
      { n, when: 'after' },
    ]);
    await allOf(places, ({ n, when }) =>
      expectTheSameEnd({ n, when }, whole.ending, without, async (stage) => {
        const child = stage.start({
          flags,
          meddling: { [when]: (passing: { n: number }) => void (passing.n === n && child.kill()) },
        });
        return (await child.over).signal;
      }),
    );
  });

  it(`killed in or after any write of its journal, then resumed, end as if nothing had happened (seed ${seed})`, {
    timeout: 3_600_000,
  }, async () => {
    const whole = await uninterrupted(without, flags);
    const places = placesAmong(whole.writes, 3).flatMap((n) => [`torn:${n}`, `after:${n}`]);
    await allOf(places, (atWrite) =>
      expectTheSameEnd(
        { atWrite },
        whole.ending,
        without,
        async (stage) => (await stage.applied({ flags, atWrite })).signal,
      ),
    );
  });
});

interface Whole {
  readonly ending: Ending;
  readonly requests: number;
  readonly writes: number;
}

/** How the changes end when nothing happens, with how many requests and writes of the journal. */
async function uninterrupted(without: Without, flags: readonly string[]): Promise<Whole> {
  const stage = await stageOf(without);
  try {
    const { exit, err } = await stage.applied({ flags, atWrite: 'count' });
    expect(exit).toBe(0);
    const writes = Number(/^writes: (\d+)$/m.exec(err)?.[1]);
    expect(writes).toBeGreaterThan(2);
    return { ending: await stage.ending(), requests: stage.proxy.had.length, writes };
  } finally {
    await stage.close();
  }
}

/** Has a run killed somewhere and resumed, and holds its end against that of the uninterrupted one. */
async function expectTheSameEnd(
  place: object,
  ending: Ending,
  without: Without,
  killed: (stage: Stage) => Promise<string | undefined | null>,
): Promise<void> {
  const stage = await stageOf(without);
  try {
    const signal = await killed(stage);
    const { exit, err } = await stage.applied();
    // Of what is sent side by side the order may differ: a write or a request more or less is no fault.
    expect({
      ...place,
      signal: signal ?? 'SIGKILL',
      exit,
      err: exit === 0 ? '' : err,
      ...(await stage.ending()),
    }).toEqual({
      ...place,
      signal: 'SIGKILL',
      exit: 0,
      err: '',
      ...ending,
    });
  } finally {
    await stage.close();
  }
}
