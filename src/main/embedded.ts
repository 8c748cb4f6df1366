import { existsSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { World } from '../contract/world.ts';
import { Failure } from '../failures/failure.ts';
import { asFailure } from '../sandbox/failures.ts';
import { startSandbox } from '../sandbox/start.ts';
import { parseWorld } from '../sandbox/world/parse.ts';
import { packaged } from './packaged.ts';

/** The world a newcomer finds. */
const FIRST_WORLD = 'fixtures/worlds/mille-rives.yaml';

/** The embedded sandbox, running, and the administrator's token that may act for others. */
export interface Embedded {
  readonly url: string;
  readonly token: string;
  /** Whether it was made just now. */
  readonly seeded: boolean;
  close(): Promise<void>;
}

/** Starts the embedded sandbox on its database file; one that isn't there yet is made, of the world that ships with psyctl. */
export async function startEmbedded(file: string): Promise<Embedded> {
  const seeded = !existsSync(file);
  const world = seeded ? { world: await firstWorld() } : {};
  const sandbox = await startSandbox({ database: file, ...world }).catch((error) => {
    throw asFailure(error, { file });
  });
  const token = sandbox.tokens.find((one) => one.scopes.includes('act-as')) ?? sandbox.tokens[0];
  if (!token) throw new Failure('no-token', { connection: 'sandbox', url: sandbox.url });
  return { url: sandbox.url, token: token.token, seeded, close: () => sandbox.close() };
}

/** Puts the embedded sandbox back as it was at first. */
export async function resetEmbedded(file: string): Promise<void> {
  // One that another version made can't be opened: it is made anew too.
  for (const part of ['', '-wal', '-shm']) rmSync(`${file}${part}`, { force: true });
  const sandbox = await startSandbox({ database: file, world: await firstWorld() });
  await sandbox.close();
}

const firstWorld = async (): Promise<World> => parseWorld(await readFile(packaged(FIRST_WORLD), 'utf8'), FIRST_WORLD);
