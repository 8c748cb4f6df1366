import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { readJson } from './connections.ts';
import { writePrivate } from './private-file.ts';

const Tokens = z.strictObject({ tokens: z.record(z.string(), z.string().min(1)) });

/** The file tokens are in where no keyring takes them. */
export const tokenFile = (folder: string): string => join(folder, 'tokens.json');

/** The token a folder's file has for a connection; null where it has none. Throws as `readSettings` does. */
export async function readToken(folder: string, name: string): Promise<string | null> {
  const tokens = await tokensIn(folder);
  return Object.hasOwn(tokens, name) ? (tokens[name] ?? null) : null;
}

/** Puts a connection's token into the folder's file, or takes it out; without tokens there is no file. */
export async function writeToken(folder: string, name: string, token: string | null): Promise<void> {
  const { [name]: _, ...others } = await tokensIn(folder);
  const tokens = token === null ? others : { ...others, [name]: token };
  if (Object.keys(tokens).length > 0) await writePrivate(tokenFile(folder), `${JSON.stringify({ tokens }, null, 2)}\n`);
  else await rm(tokenFile(folder), { force: true });
}

async function tokensIn(folder: string): Promise<Record<string, string>> {
  const file = tokenFile(folder);
  return existsSync(file) ? (await readJson(file, Tokens)).tokens : {};
}
