import * as fc from 'fast-check';
import { describe } from 'vitest';
import { law } from '../support/law.ts';
import { sequencesOf, trySequence } from '../support/trying/sequence.ts';
import { limited, seats, worlds } from '../support/worlds.ts';

const commands = sequencesOf(['people', 'people', 'people', 'sharing'], 5);

describe('laws 1 to 6 and 8, over random worlds and sequences of changes of teams and members', () => {
  law(
    'hold',
    fc.asyncProperty(worlds, seats, commands, (input, limit, sequence) => trySequence(limited(input, limit), sequence)),
    { usual: 25, times: 0.5 },
  );
});
