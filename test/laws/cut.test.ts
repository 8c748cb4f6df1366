import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { journalOf, stageOf } from '../support/crashing/stage.ts';
import { placesAmong, seed } from '../support/crashing/trying.ts';

it(`law 7: a run whose journal is cut anywhere comes to the same end, and writes to nobody again (seed ${seed})`, {
  timeout: 3_600_000,
}, async () => {
  const stage = await stageOf();
  try {
    expect((await stage.applied()).exit).toBe(0);
    const ending = await stage.ending();
    const journal = readFileSync(journalOf(stage));
    for (const bytes of placesAmong(journal.length, 6, 200)) {
      writeFileSync(journalOf(stage), journal.subarray(0, bytes));
      const { exit, err } = await stage.applied();
      expect({ bytes, exit, err: exit === 0 ? '' : err, ...(await stage.ending()) }).toEqual({
        bytes,
        exit: 0,
        err: '',
        ...ending,
      });
    }
  } finally {
    await stage.close();
  }
});
