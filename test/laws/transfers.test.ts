import * as fc from 'fast-check';
import { describe } from 'vitest';
import { draws, sharingCommand } from '../support/commands.ts';
import { transferCommand } from '../support/commands-transfers.ts';
import { law } from '../support/law.ts';
import { trySequence } from '../support/trying/sequence.ts';
import { worlds } from '../support/worlds.ts';

const one = fc.tuple(fc.constantFrom(transferCommand, transferCommand, transferCommand, sharingCommand), draws);
const commands = fc.array(one, { minLength: 1, maxLength: 5 });

describe('laws 1 to 5 and 8, over random worlds and sequences of transfers, with shares between', () => {
  law(
    'hold',
    fc.asyncProperty(worlds, commands, (input, sequence) => trySequence(input, sequence)),
    { usual: 30, times: 0.5 },
  );
});
