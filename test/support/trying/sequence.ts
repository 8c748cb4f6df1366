import * as fc from 'fast-check';
import type { World, WorldInput } from '../../../src/contract/world.ts';
import { type Draw, draws, sharingCommand, type TriedCommand } from '../commands.ts';
import { peopleCommand } from '../commands-people.ts';
import { spaceCommand } from '../commands-spaces.ts';
import { transferCommand } from '../commands-transfers.ts';
import { sandboxOf } from '../sandbox.ts';
import { tryCommand } from './index.ts';
import { standOf } from './stand.ts';

/** A part of the field, and how a draw becomes a command of it in a world. */
export const AREAS = {
  sharing: sharingCommand,
  transfers: transferCommand,
  spaces: spaceCommand,
  people: peopleCommand,
} satisfies Record<string, (draw: Draw, world: World) => TriedCommand>;

type Area = keyof typeof AREAS;

/** Commands one after another, each of a part of the field. */
export type Sequence = readonly (readonly [Area, Draw])[];

/** Sequences of at least one command of some parts of the field; a part named twice is drawn twice as often. */
export const sequencesOf = (areas: readonly Area[], maxLength: number): fc.Arbitrary<Sequence> =>
  // Without `size` fast-check would seldom make a long one.
  fc.array(fc.tuple(fc.constantFrom(...areas), draws), { minLength: 1, maxLength, size: 'max' });

/** Tries one command after another in an organization, each made of what the world holds by then. */
export async function trySequence(input: WorldInput, sequence: Sequence): Promise<void> {
  const test = await sandboxOf(input);
  try {
    let stand = await standOf(test);
    for (const [area, draw] of sequence) {
      const command = AREAS[area](draw, stand.world);
      stand = await tryCommand(test, command, stand).catch((error: Error) => {
        error.message = `${JSON.stringify(command)}\n${error.message}`;
        throw error;
      });
    }
  } finally {
    await test.close();
  }
}
