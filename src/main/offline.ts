import type { Connection } from '../api/index.ts';
import type { Screen } from '../commands/showing.ts';
import type { Snapshot } from '../contract/world.ts';
import { Failure } from '../failures/failure.ts';
import { textOf } from '../input/file.ts';
import { SNAPSHOT_VERSION } from '../reading/pulling/pull.ts';
import { asFailure } from '../sandbox/failures.ts';
import { startSandbox } from '../sandbox/start.ts';
import { parseWorld } from '../sandbox/world/parse.ts';
import { connectionTo } from './connecting.ts';

/**
 * Answers from a snapshot: a sandbox in memory is asked, started from the file, as its puller, so that questions go the
 * way they always go. Nothing leaves this machine, and flags about connections are left aside.
 * Throws `file-missing`, `world-invalid`, `bad-snapshot`.
 */
export async function withSnapshot<T>(
  file: string,
  screen: Screen,
  env: NodeJS.ProcessEnv,
  use: (connection: Connection, snapshot: Snapshot, screen: Screen) => Promise<T>,
): Promise<T> {
  const { world, snapshot } = await readSnapshotFile(file);
  const as = actingIn(snapshot, screen.options.as, file);
  const ignoring = {
    ...screen,
    options: { ...screen.options, as, rate: undefined, caFile: undefined, proxy: undefined },
  };
  const sandbox = await startSandbox({ database: ':memory:', world }).catch((error) => {
    throw asFailure(error, { file });
  });
  const token = world.tokens.find(({ member }) => member === snapshot.puller)?.token ?? '';
  const connection = await connectionTo({ url: sandbox.url, token, caFile: undefined }, ignoring, env);
  try {
    return await use(connection, snapshot, ignoring);
  } finally {
    await connection.close();
    await sandbox.close();
  }
}

async function readSnapshotFile(file: string) {
  const text = await textOf(file);
  try {
    const world = parseWorld(text, file);
    const { snapshot } = world;
    if (snapshot?.version === SNAPSHOT_VERSION) return { world, snapshot };
    const problem = snapshot ? 'version' : 'none';
    throw new Failure('bad-snapshot', { problem, puller: snapshot?.puller ?? '' }, { file });
  } catch (error) {
    throw asFailure(error, { file });
  }
}

/** A4: it answers as whom it was pulled for, and can't tell what others would be told. */
function actingIn({ as, puller }: Snapshot, wanted: string | undefined, file: string): 'owner' | undefined {
  const own = as ?? puller;
  if (wanted !== undefined && wanted.toLowerCase() !== own.toLowerCase())
    throw new Failure('bad-snapshot', { problem: 'as', puller: own }, { file });
  return as ?? undefined;
}
