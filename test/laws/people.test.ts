import * as fc from 'fast-check';
import { describe } from 'vitest';
import { draws, sharingCommand } from '../support/commands.ts';
import { peopleCommand } from '../support/commands-people.ts';
import { law } from '../support/law.ts';
import { sandboxOf } from '../support/sandbox.ts';
import { tryCommand } from '../support/trying/index.ts';
import { worlds } from '../support/worlds.ts';

const seats = fc.constantFrom(null, null, null, 4, 6, 8);
const steps = fc.tuple(fc.nat(3), draws);
const sequences = fc.tuple(worlds, seats, fc.array(steps, { minLength: 1, maxLength: 5 }));

describe('laws 1 to 5 and 8, over random worlds and sequences of changes of teams and members', () => {
  law(
    'hold',
    fc.asyncProperty(sequences, async ([input, wanted, sequence]) => {
      const taken = input.members.filter(({ status }) => status !== 'inactive').length;
      const limit = wanted === null ? {} : { plan: 'paid' as const, seats: Math.max(wanted, taken) };
      const test = await sandboxOf({ ...input, organization: { ...input.organization, ...limit } });
      try {
        for (const [kind, draw] of sequence) {
          const command = kind === 0 ? sharingCommand : peopleCommand;
          await tryCommand(test, command(draw, await test.world()));
        }
      } finally {
        await test.close();
      }
    }),
  );
});
