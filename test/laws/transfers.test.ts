import * as fc from 'fast-check';
import { describe } from 'vitest';
import { draws, sharingCommand } from '../support/commands.ts';
import { transferCommand } from '../support/commands-transfers.ts';
import { law } from '../support/law.ts';
import { sandboxOf } from '../support/sandbox.ts';
import { tryCommand } from '../support/trying/index.ts';
import { worlds } from '../support/worlds.ts';

const steps = fc.array(fc.tuple(draws, fc.integer({ min: 0, max: 3 })), { minLength: 1, maxLength: 5 });

describe('laws 1 to 5 and 8, over random worlds and sequences of transfers, with shares between', () => {
  law(
    'hold',
    fc.asyncProperty(fc.tuple(worlds, steps), async ([input, sequence]) => {
      const test = await sandboxOf(input);
      try {
        for (const [draw, kind] of sequence) {
          const command = kind === 0 ? sharingCommand : transferCommand;
          await tryCommand(test, command(draw, await test.world()));
        }
      } finally {
        await test.close();
      }
    }),
  );
});
