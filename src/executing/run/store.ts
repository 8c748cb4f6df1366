import { mkdirSync } from 'node:fs';
import { type FileHandle, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeTime } from 'ulid';
import { Failure } from '../../failures/failure.ts';
import { type ReadPlan, readPlan, writePlan } from '../saved/file.ts';
import type { Keeping } from '../saved/lines.ts';
import { type History, historyOf, type KeptEnd, type KeptRun, type RunState, say } from './events.ts';
import { type Event, eventOf, type Journal, openJournal, readJournal } from './journal.ts';
import { heldBy, takeLock } from './lock.ts';

/** A run in short, as lists show it. */
export interface RunSummary {
  readonly id: string;
  readonly command: string;
  readonly state: RunState;
  readonly startedAt: string;
  /** When it ended; of one that didn't, when it last wrote. */
  readonly lastAt: string;
  readonly steps: number;
  /** How its steps ended; null where it didn't end. */
  readonly totals: KeptEnd['totals'] | null;
}

/** What is left where a run was to begin and nothing was sent: its journal says nothing. */
export interface Leftover {
  readonly id: string;
  readonly state: 'never-begun';
  /** When it was to begin. */
  readonly lastAt: string;
}

/** A run that this process carries out. */
export interface OpenRun {
  readonly id: string;
  readonly journal: Journal;
  /** Closes the journal and lets go of the lock. */
  close(): Promise<void>;
}

/** A run as it is kept: its plan, and what its journal says. */
export interface StoredRun {
  readonly id: string;
  readonly plan: ReadPlan;
  readonly history: History;
  readonly state: RunState;
}

const PLAN = 'plan.jsonl';
const JOURNAL = 'journal.log';
const LOCK = 'lock';
/** How much of a journal's end is enough to find its last line. */
const TAIL = 1 << 16;

/** The runs that are kept in a folder, one folder each, for this user alone. */
export class RunStore {
  constructor(private readonly folder: string) {}

  /** Whether a run of such an id was begun: a plan is carried out once. Nothing is sent before its plan is kept. */
  async has(id: string): Promise<boolean> {
    return (await stat(join(this.folder, id, PLAN)).catch(() => null)) !== null;
  }

  /** Begins a run: its plan is on the disk before anything is sent. Throws `file-unwritable`. */
  async begin(keeping: Keeping, startedAt: string): Promise<OpenRun> {
    const { id, command, organization, host } = keeping.origin;
    const folder = join(this.folder, id);
    madeFolder(folder);
    const release = await takeLock(join(folder, LOCK), id);
    try {
      const plan = await writePlan(join(folder, PLAN), keeping);
      const steps = keeping.plan.steps.length;
      return await this.opened(id, release, [
        say.run({ id, command, plan, startedAt, organization: organization.name, host, steps }),
        say.start(startedAt, process.pid),
      ]);
    } catch (error) {
      await release();
      throw error;
    }
  }

  /** Goes on with a run; what it is, is read once it is this process's alone. Throws `run-locked`. */
  async resume(id: string, at: string): Promise<{ readonly open: OpenRun; readonly stored: StoredRun }> {
    const release = await takeLock(join(this.folder, id, LOCK), id);
    try {
      const stored = await this.read(id);
      const { run } = stored.history;
      // A journal cut before its first line had ended says nothing: it begins anew.
      const first = run ? [] : [say.run(runOf(stored.plan, at))];
      return { stored, open: await this.opened(id, release, [...first, say.start(at, process.pid)]) };
    } catch (error) {
      await release();
      throw error;
    }
  }

  /**
   * Notes in a run's journal that another undoes it, so that nobody resumes it by accident; once for each that does. Throws
   * `run-locked` where it is being carried out.
   */
  async noteUndone(id: string, by: string, at: string): Promise<void> {
    const release = await takeLock(join(this.folder, id, LOCK), id);
    try {
      const { history } = await this.read(id);
      if (history.undoneBy.some(({ run }) => run === by)) return;
      const journal = await openJournal(join(this.folder, id, JOURNAL));
      await journal.synced(say.undone({ run: by, at }, history.end));
      await journal.close();
    } finally {
      await release();
    }
  }

  /** Makes sure that nobody carries a run out. Throws `run-locked`. */
  async ensureIdle(id: string): Promise<void> {
    const held = await heldBy(join(this.folder, id, LOCK));
    if (held) throw new Failure('run-locked', { run: id, pid: held.pid, machine: held.machine });
  }

  /** A run, by its id or how that begins. Throws `unknown-run`, `ambiguous-run`, and what reading its files throws. */
  async find(text: string): Promise<StoredRun> {
    return await this.read(await this.idOf(text));
  }

  /** The id of the run somebody means: all of it, how it begins, or `last`. */
  async idOf(text: string): Promise<string> {
    const ids = await this.ids();
    const found = ids.filter(
      (id) => id === text.toUpperCase() || (text.length >= 4 && id.startsWith(text.toUpperCase())),
    );
    const [only, second] = text === 'last' ? ids.slice(-1) : found;
    if (only === undefined) throw new Failure('unknown-run', { text, nearest: ids.slice(-3).reverse() });
    if (second !== undefined) throw new Failure('ambiguous-run', { text, candidates: found });
    return only;
  }

  /** The runs, newest first. */
  async list(): Promise<RunSummary[]> {
    const all = await this.everything();
    return all.flatMap((one) => (one.state === 'never-begun' ? [] : [one]));
  }

  /** The runs, newest first, with what is left of those that never began. */
  async everything(): Promise<(RunSummary | Leftover)[]> {
    const ids = await this.ids();
    return await Promise.all(ids.reverse().map((id) => this.summary(id)));
  }

  /** Removes a run; one that is being carried out stays. Gives whether it is gone. Throws `file-unwritable`. */
  async remove(id: string): Promise<boolean> {
    const folder = join(this.folder, id);
    // Its lock is held while it goes: nobody resumes it meanwhile.
    const release = await takeLock(join(folder, LOCK), id).catch((error: unknown) => {
      if (error instanceof Failure && error.code === 'run-locked') return null;
      throw error;
    });
    if (!release) return false;
    try {
      await rm(folder, { recursive: true, force: true });
    } catch (error) {
      await release();
      throw new Failure('file-unwritable', { file: folder, cause: (error as NodeJS.ErrnoException).code ?? '' });
    }
    return true;
  }

  private async opened(id: string, release: () => Promise<void>, first: readonly Event[]): Promise<OpenRun> {
    const journal = await openJournal(join(this.folder, id, JOURNAL));
    for (const event of first) await journal.synced(event);
    const close = () => journal.close().finally(release);
    return { id, journal, close };
  }

  private async read(id: string): Promise<StoredRun> {
    const folder = join(this.folder, id);
    const [plan, events] = await Promise.all([readPlan(join(folder, PLAN)), readJournal(join(folder, JOURNAL))]);
    const history = historyOf(events);
    const held = await heldBy(join(folder, LOCK));
    const mine = held?.pid === process.pid;
    return { id, plan, history, state: stateOf(history.end, held !== null && !mine) };
  }

  /** Read from the first and the last line alone: a journal may be long. */
  private async summary(id: string): Promise<RunSummary | Leftover> {
    const folder = join(this.folder, id);
    const { first, last, writtenAt } = await endsOf(join(folder, JOURNAL));
    // Cut off as soon as it was begun.
    const run = historyOf(first).run ?? (await this.begun(id));
    const held = await heldBy(join(folder, LOCK));
    if (!run) return { id, state: 'never-begun', lastAt: new Date(decodeTime(id)).toISOString() };
    const { end } = historyOf(last);
    const { command, startedAt, steps } = run;
    const lastAt = end?.at ?? writtenAt;
    return { id, command, state: stateOf(end, held !== null), startedAt, lastAt, steps, totals: end?.totals ?? null };
  }

  /** What is known of a run whose journal doesn't say it yet; null where it never began. */
  private async begun(id: string): Promise<KeptRun | null> {
    if (!(await this.has(id))) return null;
    return runOf(await readPlan(join(this.folder, id, PLAN)), new Date(decodeTime(id)).toISOString());
  }

  private async ids(): Promise<string[]> {
    const names = await readdir(this.folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw new Failure('file-unreadable', { file: this.folder, cause: error.code ?? '' });
    });
    return names.filter((name) => /^[0-9A-Z]{26}$/.test(name)).sort();
  }
}

const stateOf = (end: KeptEnd | null, held: boolean): RunState => (held ? 'running' : (end?.state ?? 'interrupted'));

const runOf = ({ origin, intents, hash }: ReadPlan, startedAt: string): KeptRun => ({
  id: origin.id,
  command: origin.command,
  plan: hash,
  startedAt,
  organization: origin.organization.name,
  host: origin.host,
  steps: intents.length,
});

function madeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new Failure('file-unwritable', { file: folder, cause: (error as NodeJS.ErrnoException).code ?? '' });
  }
}

/** The first line of a journal, its last, and when it was written; whatever is between, a list needn't read. */
async function endsOf(file: string) {
  const nothing = { first: [], last: [], writtenAt: '' };
  const { size = 0, mtime } = (await stat(file).catch(() => null)) ?? {};
  if (size === 0 || !mtime) return nothing;
  const handle = await open(file, 'r').catch((error: NodeJS.ErrnoException) => {
    throw new Failure('file-unreadable', { file, cause: error.code ?? '' });
  });
  try {
    const head = await textAt(handle, 0, Math.min(size, TAIL));
    const tail = size <= TAIL ? head : await textAt(handle, size - TAIL, TAIL);
    const lines = tail.trimEnd().split('\n');
    return { first: lineEvent(head.split('\n')[0]), last: lineEvent(lines.at(-1)), writtenAt: mtime.toISOString() };
  } finally {
    await handle.close();
  }
}

async function textAt(handle: FileHandle, from: number, length: number): Promise<string> {
  const bytes = Buffer.alloc(length);
  await handle.read(bytes, 0, length, from);
  return bytes.toString('utf8');
}

/** A line that is torn or damaged says nothing here; reading the run says where. */
function lineEvent(line = ''): readonly Event[] {
  const event = eventOf(line);
  return event ? [event] : [];
}
