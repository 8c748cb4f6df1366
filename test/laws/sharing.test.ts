import * as fc from 'fast-check';
import { describe } from 'vitest';
import { draws, sharingCommand } from '../support/commands.ts';
import { law } from '../support/law.ts';
import { sandboxOf } from '../support/sandbox.ts';
import { tryCommand } from '../support/trying/index.ts';
import { worlds } from '../support/worlds.ts';

const sequences = fc.tuple(worlds, fc.array(draws, { minLength: 1, maxLength: 5 }));

describe('laws 1 to 5 and 8, over random worlds and sequences of shares, unshares and leaves', () => {
  law(
    'hold',
    fc.asyncProperty(sequences, async ([input, sequence]) => {
      const test = await sandboxOf(input);
      try {
        for (const draw of sequence) await tryCommand(test, sharingCommand(draw, await test.world()));
      } finally {
        await test.close();
      }
    }),
  );
});
