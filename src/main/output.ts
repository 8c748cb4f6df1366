import { open, realpath, rename, unlink } from 'node:fs/promises';
import type { Options } from '../commands/options.ts';
import { Failure } from '../failures/failure.ts';
import type { Terminal } from '../terminal/streams.ts';

/** What is written: a text, or one in pieces, made as they are written. */
export type Written = string | Iterable<string>;

/** How much of many small pieces is gathered before it is written, in characters. */
const CHUNK = 1 << 16;

/**
 * Where data goes: standard output, or a file that only this user can read, in UTF-8, whole each time. What comes in pieces
 * comes once, and last.
 */
export function outputOf({ outputFile }: Options, terminal: Terminal): (written: Written) => Promise<void> {
  if (outputFile === undefined) {
    return async (written) => {
      for (const chunk of chunksOf([written])) await terminal.out(chunk);
    };
  }
  const parts: Written[] = [];
  return async (written) => {
    parts.push(written);
    await writeWhole(outputFile, ...parts);
  };
}

/** Writes a file that only this user can read, whole or not at all. Throws `file-unwritable`. */
export async function writeWhole(file: string, ...parts: readonly Written[]): Promise<void> {
  await writeChunks(file, chunksOf(parts));
}

async function writeChunks(file: string, chunks: Iterable<string> | AsyncIterable<string>): Promise<void> {
  const unfinished = `${file}.${process.pid}.tmp`;
  try {
    const target = await realpath(file).catch(() => file);
    await writeNew(unfinished, chunks);
    await rename(unfinished, target);
  } catch (error) {
    await unlink(unfinished).catch(() => {});
    const { code } = error as NodeJS.ErrnoException;
    throw code === undefined ? error : new Failure('file-unwritable', { file, cause: code });
  }
}

/** The same with what is still being read. */
export async function writeComing(file: string, pieces: AsyncIterable<string>): Promise<void> {
  await writeChunks(file, gathered(pieces));
}

async function writeNew(file: string, chunks: Iterable<string> | AsyncIterable<string>): Promise<void> {
  const handle = await open(file, 'w', 0o600);
  try {
    for await (const chunk of chunks) await handle.write(chunk);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function* gathered(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let together = '';
  for await (const piece of pieces) {
    together += piece;
    if (together.length < CHUNK) continue;
    yield together;
    together = '';
  }
  yield together;
}

function* chunksOf(parts: readonly Written[]): Generator<string> {
  let gathered: string[] = [];
  let length = 0;
  for (const part of parts) {
    for (const piece of typeof part === 'string' ? [part] : part) {
      gathered.push(piece);
      length += piece.length;
      if (length < CHUNK) continue;
      yield gathered.join('');
      gathered = [];
      length = 0;
    }
  }
  if (length > 0) yield gathered.join('');
}
