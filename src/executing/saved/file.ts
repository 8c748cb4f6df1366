import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rename, unlink } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Failure } from '../../failures/failure.ts';
import { type Keeping, type KeptPlan, LineReader, linesOf } from './lines.ts';

/** How much is gathered before it is written. */
const CHUNK = 1 << 16;
/** What the last line begins with; the hash of all lines before it follows. */
const SEAL = 'sha256:';

/**
 * Writes a plan to a file that only this user can read, whole or not at all; gives its hash.
 * Throws `file-unwritable`.
 */
export async function writePlan(file: string, keeping: Keeping): Promise<string> {
  const unfinished = `${file}.${process.pid}.tmp`;
  try {
    const hash = await writeLines(unfinished, linesOf(keeping));
    await rename(unfinished, file);
    return hash;
  } catch (error) {
    await unlink(unfinished).catch(() => {});
    const { code } = error as NodeJS.ErrnoException;
    throw code === undefined ? error : new Failure('file-unwritable', { file, cause: code });
  }
}

async function writeLines(file: string, lines: Iterable<string>): Promise<string> {
  const hash = createHash('sha256');
  const handle = await open(file, 'w', 0o600);
  try {
    let gathered = '';
    const flush = async () => {
      hash.update(gathered);
      await handle.write(gathered);
      gathered = '';
    };
    for (const line of lines) {
      gathered += `${line}\n`;
      if (gathered.length >= CHUNK) await flush();
    }
    await flush();
    const sum = hash.digest('hex');
    await handle.write(`${SEAL}${sum}\n`);
    await handle.sync();
    return sum;
  } finally {
    await handle.close();
  }
}

/** A plan read from a file, and its hash. */
export interface ReadPlan extends KeptPlan {
  readonly hash: string;
}

/**
 * Reads a plan. Throws `file-missing` or `file-unreadable`; `plan-version` for one of another version of psyctl; and
 * `plan-damaged` where a line is none of a plan's, or the file isn't as it was written.
 */
export async function readPlan(file: string): Promise<ReadPlan> {
  const reader = new LineReader(file);
  const hash = createHash('sha256');
  let sum: string | null = null;
  let row = 0;
  const damaged = () => new Failure('plan-damaged', {}, { file, row });
  try {
    const lines = createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY });
    for await (const line of lines) {
      row += 1;
      if (sum !== null) throw damaged();
      if (line.startsWith(SEAL)) {
        sum = line.slice(SEAL.length);
        continue;
      }
      hash.update(`${line}\n`);
      reader.take(line);
    }
  } catch (error) {
    throw failureOf(error, file);
  }
  if (sum === null || sum !== hash.digest('hex')) throw damaged();
  return { ...reader.end(), hash: sum };
}

function failureOf(error: unknown, file: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (error instanceof Failure || code === undefined) return error;
  return code === 'ENOENT'
    ? new Failure('file-missing', { file })
    : new Failure('file-unreadable', { file, cause: code });
}
