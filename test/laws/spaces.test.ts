import * as fc from 'fast-check';
import { describe } from 'vitest';
import { draws, sharingCommand } from '../support/commands.ts';
import { spaceCommand } from '../support/commands-spaces.ts';
import { law } from '../support/law.ts';
import { sandboxOf } from '../support/sandbox.ts';
import { tryCommand } from '../support/trying/index.ts';
import { worlds } from '../support/worlds.ts';

const one = fc.tuple(fc.constantFrom(spaceCommand, spaceCommand, spaceCommand, sharingCommand), draws);
const sequences = fc.tuple(worlds, fc.array(one, { minLength: 1, maxLength: 5 }));

describe('laws 1 to 5 and 8, over random worlds and sequences of changes of spaces, among shares of records', () => {
  law(
    'hold',
    fc.asyncProperty(sequences, async ([input, sequence]) => {
      const test = await sandboxOf(input);
      try {
        for (const [command, draw] of sequence) await tryCommand(test, command(draw, await test.world()));
      } finally {
        await test.close();
      }
    }),
  );
});
