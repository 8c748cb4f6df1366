import * as fc from 'fast-check';
import { describe } from 'vitest';
import { law } from '../support/law.ts';
import { sequencesOf, trySequence } from '../support/trying/sequence.ts';
import { limited, seats, worlds } from '../support/worlds.ts';

const commands = sequencesOf(['sharing', 'sharing', 'transfers', 'transfers', 'spaces', 'people'], 30);

describe('laws 1 to 6 and 8, over random worlds and long sequences of everything psyctl does', () => {
  law(
    'hold',
    fc.asyncProperty(worlds, seats, commands, (input, limit, sequence) => trySequence(limited(input, limit), sequence)),
    { usual: 10, times: 0.5 },
  );
});
