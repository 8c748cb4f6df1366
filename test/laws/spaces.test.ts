import * as fc from 'fast-check';
import { describe } from 'vitest';
import { law } from '../support/law.ts';
import { sequencesOf, trySequence } from '../support/trying/sequence.ts';
import { worlds } from '../support/worlds.ts';

const commands = sequencesOf(['spaces', 'spaces', 'spaces', 'sharing'], 5);

describe('laws 1 to 6 and 8, over random worlds and sequences of changes of spaces, among shares of records', () => {
  law(
    'hold',
    fc.asyncProperty(worlds, commands, (input, sequence) => trySequence(input, sequence)),
    { usual: 25, times: 0.5 },
  );
});
