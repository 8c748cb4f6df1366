import * as fc from 'fast-check';
import { describe } from 'vitest';
import { law } from '../support/law.ts';
import { sequencesOf } from '../support/trying/sequence.ts';
import { tryUndoings } from '../support/trying/undoing.ts';
import { limited, seats, worlds } from '../support/worlds.ts';

const commands = sequencesOf(['sharing', 'sharing', 'transfers', 'spaces', 'people', 'people'], 8);

describe('what a run did is undone, but for what is told to be somebody else’s or impossible', () => {
  law(
    'holds over random worlds and sequences of commands',
    fc.asyncProperty(worlds, seats, commands, (input, limit, sequence) => tryUndoings(limited(input, limit), sequence)),
    { usual: 10, times: 0.5 },
  );
});
