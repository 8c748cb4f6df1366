import { constants } from 'node:fs';
import { access, readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Failure } from '../../failures/failure.ts';
import type { Chosen } from '../../settings/choose.ts';
import type { Settings } from '../../settings/connections.ts';
import { folders } from '../../settings/folders.ts';
import type { Around } from '../command.ts';
import { type Finding, fail, failed, ok, warn } from './finding.ts';

/** Node, and whether it is one psyctl runs on. */
export async function nodeFinding(
  { packaged, texts: { doctor } }: Pick<Around, 'packaged' | 'texts'>,
  version = process.versions.node,
): Promise<Finding> {
  const { engines } = JSON.parse(await readFile(packaged('package.json'), 'utf8')) as { engines: { node: string } };
  const needed = engines.node.replace(/^>=/, '');
  return isAtLeast(version, needed) ? ok('node', doctor.node(version)) : fail('node', doctor.oldNode(version, needed));
}

/** Whether a version like 20.18.1 is another, or comes after it. */
function isAtLeast(version: string, needed: string): boolean {
  const [has, wants] = [version, needed].map((one) => one.split('.').map(Number));
  for (const [at, want] of (wants ?? []).entries()) {
    const part = has?.[at] ?? 0;
    if (part !== want) return part > want;
  }
  return true;
}

/** What is remembered, where that could be read. */
export const settingsFinding = (on: Around, settings: Settings | Failure): Finding =>
  settings instanceof Failure
    ? failed('settings', settings, on.texts)
    : ok('settings', on.texts.doctor.settings(Object.keys(settings.connections).length, on.accounts.file));

/** Which connection is used. */
export function connectionFinding({ texts }: Around, chosen: Chosen | Failure): Finding {
  const { doctor } = texts;
  if (chosen instanceof Failure) return failed('connection', chosen, texts);
  if (chosen.kind === 'api') return ok('connection', doctor.connection(chosen.name, chosen.url));
  return chosen.announced ? warn('connection', doctor.onlySandbox) : ok('connection', doctor.sandbox);
}

/** Whether what psyctl keeps is for this user alone, and can be written. */
export async function filesFinding({ texts: { doctor }, accounts, env }: Around): Promise<Finding> {
  if (process.platform === 'win32') return ok('files', doctor.filesOfWindows);
  const secret = accounts.tokens.file;
  const { data, state } = folders(env);
  const kept = [dirname(accounts.file), accounts.file, secret, data, state];
  const found = (await Promise.all(kept.map(flawsOf))).flat();
  if (found.length === 0) return ok('files', doctor.files);
  const open = found.some(({ file, flaw }) => flaw === 'unwritable' || file === secret);
  return (open ? fail : warn)('files', doctor.flaws(found));
}

/** What is wrong with a file or a folder of ours. */
export interface Flaw {
  readonly file: string;
  readonly flaw: 'open-to-others' | 'unwritable';
  /** Its permissions as they should be, for chmod. */
  readonly mode: string;
}

async function flawsOf(file: string): Promise<Flaw[]> {
  const found = await stat(file).catch(() => null);
  if (!found) return [];
  const mode = found.isDirectory() ? '700' : '600';
  const writable = await access(file, constants.R_OK | constants.W_OK).then(
    () => true,
    () => false,
  );
  return [
    ...((found.mode & 0o077) !== 0 ? [{ file, flaw: 'open-to-others' as const, mode }] : []),
    ...(writable ? [] : [{ file, flaw: 'unwritable' as const, mode }]),
  ];
}

/** Whether the system's keyring answers; only where a token is in it, or could go there, is it of importance. */
export async function keyringFinding(
  { texts: { doctor }, accounts, env }: Around,
  chosen: Chosen | Failure | null,
): Promise<Finding> {
  const trouble = await accounts.tokens.trouble();
  if (!trouble) return ok('keyring', doctor.keyring);
  const known = chosen instanceof Failure ? null : chosen;
  const elsewhere = env['PSYCTL_TOKEN'] || (known?.kind === 'api' ? known.kept === 'file' : known !== null);
  return elsewhere ? ok('keyring', doctor.keyringNotNeeded(trouble)) : warn('keyring', doctor.noKeyring(trouble));
}
