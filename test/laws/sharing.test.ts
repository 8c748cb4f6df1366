import * as fc from 'fast-check';
import { describe } from 'vitest';
import { law } from '../support/law.ts';
import { sequencesOf, trySequence } from '../support/trying/sequence.ts';
import { worlds } from '../support/worlds.ts';

const commands = sequencesOf(['sharing'], 5);

describe('laws 1 to 6 and 8, over random worlds and sequences of shares, unshares and leaves', () => {
  law(
    'hold',
    fc.asyncProperty(worlds, commands, (input, sequence) => trySequence(input, sequence)),
    { usual: 50 },
  );
});
