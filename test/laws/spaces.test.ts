import * as fc from 'fast-check';
import { describe } from 'vitest';
import { draws, sharingCommand } from '../support/commands.ts';
import { spaceCommand } from '../support/commands-spaces.ts';
import { law } from '../support/law.ts';
import { trySequence } from '../support/trying/sequence.ts';
import { worlds } from '../support/worlds.ts';

const one = fc.tuple(fc.constantFrom(spaceCommand, spaceCommand, spaceCommand, sharingCommand), draws);
const commands = fc.array(one, { minLength: 1, maxLength: 5 });

describe('laws 1 to 5 and 8, over random worlds and sequences of changes of spaces, among shares of records', () => {
  law(
    'hold',
    fc.asyncProperty(worlds, commands, (input, sequence) => trySequence(input, sequence)),
    { usual: 25, times: 0.5 },
  );
});
