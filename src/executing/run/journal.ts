import { type FileHandle, open, readFile } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { Failure } from '../../failures/failure.ts';

/** One line of a journal: what happened, and what there is to know of it. */
export type Event = readonly [kind: string, ...rest: readonly unknown[]];

/**
 * An append-only file of what a run does. Each line carries a checksum, so that a torn last line is known for what it is
 * and damage further up is not taken for truth.
 */
export interface Journal {
  /** Writes lines; resolves once the disk has them. Throws `file-unwritable`. */
  synced(...events: readonly Event[]): Promise<void>;
  /** Writes a line in its turn; whoever awaits the next `synced`, or `close`, knows that it is there. */
  add(event: Event): void;
  /** Waits until everything is on the disk. Throws `file-unwritable` if anything isn't. */
  close(): Promise<void>;
}

/**
 * Opens a journal to go on with it, made if there is none; a torn last line is cut off.
 * Throws `file-unwritable`, `file-unreadable`, `journal-damaged`: then nothing stays open.
 */
export async function openJournal(file: string): Promise<Journal> {
  const handle = await orFailure(file, () => open(file, 'a', 0o600));
  try {
    const { whole } = await readWhole(file);
    await orFailure(file, () => handle.truncate(whole));
  } catch (error) {
    await handle.close();
    throw error;
  }
  return new FileJournal(file, handle);
}

/** What a journal says. Throws `file-unreadable`, or `journal-damaged` with the line where more than the end is torn. */
export async function readJournal(file: string): Promise<readonly Event[]> {
  return (await readWhole(file)).events;
}

/** An event as a line: a checksum, a space, JSON. */
const lineOf = (event: Event): string => {
  const json = JSON.stringify(event);
  return `${sumOf(json)} ${json}\n`;
};

const sumOf = (text: string): string => crc32(text).toString(16).padStart(8, '0');

/** What a line says; null where it isn't as it was written. */
export function eventOf(line: string): Event | null {
  const json = line.slice(9);
  if (line.slice(0, 9) !== `${sumOf(json)} `) return null;
  return JSON.parse(json) as Event;
}

async function readWhole(file: string): Promise<{ events: Event[]; whole: number }> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return Buffer.alloc(0);
    throw new Failure('file-unreadable', { file, cause: error.code ?? '' });
  });
  const events: Event[] = [];
  let whole = 0;
  for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, whole)) {
    const event = eventOf(bytes.toString('utf8', whole, end));
    if (!event) {
      // Only the last thing written can be torn: a crash tears nothing further up.
      if (end === bytes.length - 1) break;
      throw new Failure('journal-damaged', {}, { file, row: events.length + 1 });
    }
    events.push(event);
    whole = end + 1;
  }
  return { events, whole };
}

/** How long lines nobody waits for are gathered, in milliseconds, where nothing takes them along sooner. */
const SOON_MS = 10;

/** Lines that come together are written, and synced, together. */
class FileJournal implements Journal {
  private waiting = '';
  private wanted = false;
  private writing: Promise<void> = Promise.resolve();
  /** The write that takes what waits; null while nothing does. */
  private next: Promise<void> | null = null;
  /** Has that write begin at once. */
  private hurry: () => void = () => {};

  constructor(
    private readonly file: string,
    private readonly handle: FileHandle,
  ) {}

  add(event: Event): void {
    // Whoever closes hears of a failure; until then it must not count as unhandled.
    this.taken(lineOf(event)).catch(() => {});
  }

  async synced(...events: readonly Event[]): Promise<void> {
    this.wanted = true;
    this.hurry();
    await this.taken(events.map(lineOf).join(''));
  }

  async close(): Promise<void> {
    this.wanted = true;
    this.hurry();
    try {
      await (this.next ?? this.writing);
      await orFailure(this.file, () => this.handle.datasync());
    } finally {
      await this.handle.close();
    }
  }

  /** Resolves once the write that takes some lines is over: whatever comes later waits for the one after it. */
  private taken(lines: string): Promise<void> {
    this.waiting += lines;
    this.next ??= this.after(this.writing);
    return this.next;
  }

  private async after(before: Promise<void>): Promise<void> {
    // What couldn't be written must not be followed by what can.
    await before;
    if (!this.wanted) await this.soon();
    // Whatever else is added in this turn of the event loop goes along.
    await new Promise((resolve) => setImmediate(resolve));
    const [text, sync] = [this.waiting, this.wanted];
    this.waiting = '';
    this.wanted = false;
    this.writing = this.next ?? Promise.resolve();
    this.next = null;
    await orFailure(this.file, async () => {
      await this.handle.appendFile(text);
      if (sync) await this.handle.datasync();
    });
  }

  /** Resolves when somebody waits for the disk, or soon. */
  private async soon(): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, SOON_MS);
      this.hurry = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.hurry = () => {};
  }
}

async function orFailure<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new Failure('file-unwritable', { file, cause: (error as NodeJS.ErrnoException).code ?? '' });
  }
}
