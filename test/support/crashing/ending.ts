import type { World } from '../../../src/contract/world.ts';
import type { TestSandbox } from '../sandbox.ts';
import { messageKey } from '../trying/stand.ts';

/** How everything stands at the end, whatever ids the sandbox gave: who is where, and every message, sorted. */
export interface Ending {
  readonly world: unknown;
  readonly messages: readonly string[];
}

/** How a sandbox stands, told without ids: two runs that do the same end the same. */
export async function endingOf(test: TestSandbox): Promise<Ending> {
  const [world, outbox] = await Promise.all([test.world(), test.outbox()]);
  const names = new Map(world.spaces.map((space) => [`space:${space.id}`, `space:${space.name}`]));
  const messages = outbox.map((message) => {
    const { resource } = message.about;
    return messageKey({ ...message, about: { ...message.about, resource: names.get(resource ?? '') ?? resource } });
  });
  return { world: withoutIds(world), messages: messages.sort() };
}

/** Lists in one order, things by what they are called. */
function withoutIds(world: World): unknown {
  return JSON.parse(
    JSON.stringify(world, (key, value: unknown) => {
      // When a copy was made says nothing of whether it was.
      if (key === 'id' || key === 'at') return undefined;
      return Array.isArray(value)
        ? value
            .map((one) => [JSON.stringify(one, sortedKeys), one] as const)
            .sort()
            .map(([, one]) => one)
        : value;
    }),
  );
}

const sortedKeys = (key: string, value: unknown): unknown => (key === 'id' || key === 'at' ? undefined : value);
