import * as fc from 'fast-check';
import { describe } from 'vitest';
import { draws, sharingCommand } from '../support/commands.ts';
import { peopleCommand } from '../support/commands-people.ts';
import { spaceCommand } from '../support/commands-spaces.ts';
import { transferCommand } from '../support/commands-transfers.ts';
import { law } from '../support/law.ts';
import { trySequence } from '../support/trying/sequence.ts';
import { limited, seats, worlds } from '../support/worlds.ts';

const MOST = 30;

const one = fc.tuple(
  fc.constantFrom(sharingCommand, sharingCommand, transferCommand, transferCommand, spaceCommand, peopleCommand),
  draws,
);
// Without `size` fast-check would seldom make a long one.
const commands = fc.array(one, { minLength: 1, maxLength: MOST, size: 'max' });

describe('laws 1 to 5 and 8, over random worlds and long sequences of everything psyctl does', () => {
  law(
    'hold',
    fc.asyncProperty(worlds, seats, commands, (input, limit, sequence) => trySequence(limited(input, limit), sequence)),
    { usual: 10, times: 0.5 },
  );
});
