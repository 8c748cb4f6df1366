import { describe, expect, it } from 'vitest';
import type { PlannedIntent } from '../../src/model/intents/index.ts';
import type { Ending } from '../support/crashing/ending.ts';
import { mixedRows } from '../support/crashing/mixed.ts';
import { type Over, type Stage, stageOf, type Without } from '../support/crashing/stage.ts';
import { allOf, seed, seedsFrom } from '../support/crashing/trying.ts';
import { fatesOf, type Rates } from '../support/fates.ts';
import type { Meddling } from '../support/faulty-proxy.ts';
import { CUTS, cutsOf } from '../support/tcp-proxy.ts';

/** A bad night: about one request in four doesn't simply pass. */
const BAD_NIGHT: Rates = {
  dropsBefore: 0.05,
  dropsAfter: 0.05,
  tears: 0.03,
  fails: 0.04,
  failsAfter: 0.03,
  page: 0.01,
  pageAfter: 0.01,
  sameCursor: 0.01,
  putsOff: 0.05,
  retryAfter: 0,
  upToMs: 20,
};
const ALL = 'with all an API can offer';
/** How likely each cut of a bad line is, for each request. */
const CUT = 0.05;
/** So often a scheduler's line is run again before the night is over. */
const TRIES = 12;

describe(`law 7: forty changes of every kind in a bad night (seeds from ${seed})`, () => {
  it.each<[string, Without]>([
    [ALL, {}],
    ['without batches', { disable: ['batch'] }],
    ['without ETags', { disable: ['etags'] }],
  ])('%s: end as on a good one, with nobody written to twice', { timeout: 3_600_000 }, async (name, without) => {
    const ending = await goodNight(without);
    const seeds = name === ALL ? seedsFrom(2, 30) : seedsFrom(1, 10);
    await allOf(seeds, async (of) => {
      const stage = await stageOf(without);
      try {
        const { exit, err } = await badNight(stage, of);
        expect({ seed: of, exit, err: exit === 0 ? '' : err, ...(await stage.ending()) }).toEqual({
          seed: of,
          exit: 0,
          err: '',
          ...ending,
        });
      } finally {
        await stage.close();
      }
    });
  });

  it('over a line that is cut anywhere: end so too', { timeout: 3_600_000 }, async () => {
    const ending = await goodNight({});
    const cuts = new Map(CUTS.map((cut) => [cut, 0]));
    await allOf(seedsFrom(3, 10), async (of) => {
      const stage = await stageOf();
      try {
        stage.line.meddle(cutsOf(of, CUT));
        const { exit } = await untilItEnds(stage);
        expect({ seed: of, exit, ...(await stage.ending()) }).toEqual({ seed: of, exit: 0, ...ending });
        for (const cut of CUTS) cuts.set(cut, (cuts.get(cut) ?? 0) + stage.line.cuts[cut]);
      } finally {
        await stage.close();
      }
    });
    for (const [cut, count] of cuts) expect(count, cut).toBeGreaterThan(0);
  });

  it.each<[string, Without]>([
    ['without idempotency keys', { disable: ['idempotency'] }],
    ['without keys, ETags and batches', { disable: ['idempotency', 'etags', 'batch'] }],
  ])('%s: end so too, but for rows that are named', { timeout: 3_600_000 }, async (_, lacking) => {
    const ending = await goodNight(lacking);
    await allOf(seedsFrom(1, 10), async (of) => {
      const stage = await stageOf(lacking);
      try {
        const { exit, out } = await badNight(stage, of);
        const { messages } = await stage.ending();
        const shown = JSON.parse((await stage.psyctl('run', 'show', 'last', '-o', 'json')).out) as Shown;
        const unknown = shown.rows.filter(({ status }) => status === 'unknown').map(({ row }) => row);
        const heldBack = shown.rows.filter(({ status }) => status === 'not-attempted').map(({ row }) => row);
        const named = [...shown.guarantees.sentAgain, ...unknown, ...heldBack];
        expect({ of, exit, idempotency: shown.guarantees.idempotency }).toEqual({
          of,
          exit: unknown.length > 0 ? 7 : 0,
          idempotency: false,
        });
        expect(out).toContain('idempotency keys');
        if (named.length === 0) expect(await stage.ending()).toEqual(ending);
        else {
          const rows = mixedRows().filter(({ row }) => named.includes(row));
          const written = without(messages, ending.messages).filter((message) => !rows.some(isOf(message)));
          const missing = without(ending.messages, messages).filter((message) => !rows.some(isToOrOf(message)));
          expect({ of, named, written, missing }).toEqual({ of, named, written: [], missing: [] });
        }
      } finally {
        await stage.close();
      }
    });
  });
});

interface Shown {
  readonly rows: readonly { readonly row: number; readonly status: string }[];
  readonly guarantees: { readonly idempotency: boolean; readonly sentAgain: readonly number[] };
}

/** Whether a message, told by `messageKey`, may be what a row writes: about its record, a space, or neither but to whom it names. */
const isOf = (message: string) => (row: PlannedIntent) => {
  if ('space' in row) return message.includes(' space:');
  const record = 'transfer' in row ? row.transfer : 'record' in row ? row.record : null;
  if (record) return message.endsWith(` record:${record.text}`);
  return !/ (record|space):/.test(message) && isToOrOf(message)(row);
};

/** Whether a message is about anything or to anybody that a row names. */
const isToOrOf = (message: string) => (row: PlannedIntent) => namesIn(row).some((name) => has(message, name));

const has = (message: string, name: string) => message.toLowerCase().includes(name.toLowerCase());

/** Every name a row has of something. */
const namesIn = (row: object): string[] =>
  Object.values(row).flatMap((value): string[] => {
    if (typeof value !== 'object' || value === null) return [];
    return 'text' in value && typeof value.text === 'string' && value.text !== '' ? [value.text] : namesIn(value);
  });

/** What is in one list and not in the other, each as often. */
function without(some: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return some.filter((one) => {
    const at = left.indexOf(one);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}

async function goodNight(without: Without): Promise<Ending> {
  const stage = await stageOf(without);
  try {
    expect((await stage.applied()).exit).toBe(0);
    return await stage.ending();
  } finally {
    await stage.close();
  }
}

/** A night with faults in what is asked and answered. */
function badNight(stage: Stage, of: number): Promise<Over> {
  const fate = fatesOf(of, BAD_NIGHT);
  return untilItEnds(stage, { before: () => fate() });
}

/** The same command again and again, as a scheduler runs it, and a last time in the morning, when all is well. */
async function untilItEnds(stage: Stage, meddling: Meddling = {}): Promise<Over> {
  for (let tried = 0; tried < TRIES; tried++) {
    const over = await stage.applied({ meddling });
    if (over.exit === 0 || over.exit === 7) return over;
  }
  stage.line.meddle();
  return await stage.applied();
}
