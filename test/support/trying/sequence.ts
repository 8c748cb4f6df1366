import type { World, WorldInput } from '../../../src/contract/world.ts';
import type { Draw, TriedCommand } from '../commands.ts';
import { sandboxOf } from '../sandbox.ts';
import { tryCommand } from './index.ts';
import { standOf } from './stand.ts';

/** What a draw becomes in a world: a command of some part of the field. */
export type Making = (draw: Draw, world: World) => TriedCommand;

/** Tries one command after another in an organization, each made of what the world holds by then. */
export async function trySequence(input: WorldInput, sequence: readonly (readonly [Making, Draw])[]): Promise<void> {
  const test = await sandboxOf(input);
  try {
    let stand = await standOf(test);
    for (const [making, draw] of sequence) stand = await tryCommand(test, making(draw, stand.world), stand);
  } finally {
    await test.close();
  }
}
