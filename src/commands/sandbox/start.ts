import type { World } from '../../contract/world.ts';
import { EXIT } from '../../failures/exit.ts';
import { Failure } from '../../failures/failure.ts';
import { textOf } from '../../input/file.ts';
import { onInterrupt } from '../../terminal/signals.ts';
import { type Around, around, flagValue, type Given } from '../command.ts';

const DEFAULT_PORT = '4010';

/** `sandbox start [--world FILE | --size N] [--port N] [--database FILE|:memory:]`: serves until it is interrupted */
export default around({
  arguments: [],
  flags: [
    { name: 'world', value: 'FILE', names: 'file' },
    { name: 'size', value: 'N' },
    { name: 'port', value: 'N' },
    { name: 'database', value: 'FILE', names: 'file' },
  ],
  async run(on, given) {
    const [{ startSandbox }, { asFailure }] = await Promise.all([
      import('../../sandbox/start.ts'),
      import('../../sandbox/failures.ts'),
    ]);
    const database = flagValue(given, 'database') ?? ':memory:';
    const port = wholeNumber(given, 'port') ?? Number(DEFAULT_PORT);
    const stopped = new Promise<'SIGINT' | 'SIGTERM'>((resolve) => onInterrupt(resolve));
    const file = flagValue(given, 'world') ?? database;
    const sandbox = await worldOf(given, on)
      .then((world) => startSandbox({ world, database, port }))
      .catch((error) => {
        throw asFailure(error, { file, port });
      });
    const { url, tokens } = sandbox;
    if (on.json) on.out(`${JSON.stringify({ url, pid: process.pid, tokens })}\n`);
    else on.out(`${on.texts.sandbox.listening(url, tokens)}\n`);
    await stopped;
    await sandbox.close();
    return EXIT.done;
  },
});

/** The world to start from: a file's, one made up of a size, or the one that ships with psyctl. */
async function worldOf(given: Given, on: Around): Promise<World> {
  const file = flagValue(given, 'world');
  const size = wholeNumber(given, 'size');
  if (file !== undefined && size !== undefined) {
    throw new Failure('conflicting-flags', { flags: ['--world', '--size'] });
  }
  if (size !== undefined) {
    const { generateWorld } = await import('../../sandbox/generate.ts');
    return generateWorld({ records: size });
  }
  const { parseWorld } = await import('../../sandbox/world/parse.ts');
  const path = file ?? on.packaged('fixtures/worlds/mille-rives.yaml');
  return parseWorld(await textOf(path), path);
}

function wholeNumber(given: Given, name: string): number | undefined {
  const value = flagValue(given, name);
  if (value === undefined) return undefined;
  if (!/^\d+$/.test(value))
    throw new Failure('bad-value', { name: `--${name}`, value, allowed: [], shape: 'whole-number' });
  return Number(value);
}
