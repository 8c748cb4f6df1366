import { readFileSync } from 'node:fs';
import { link, readFile, rename, unlink, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { Failure } from '../../failures/failure.ts';

/** Who holds a lock: a process of a machine. */
export interface Holder {
  readonly pid: number;
  readonly machine: string;
  /** Tells a process from a later one of the same number; null where the system doesn't say. */
  readonly since: string | null;
}

/**
 * Takes the lock of a run, for this process alone; gives what lets go of it. The lock of a process that is dead is taken
 * over, that of a living one, or of one on another machine, never: then it throws `run-locked`.
 */
export async function takeLock(file: string, run: string): Promise<() => Promise<void>> {
  const own = `${file}.${process.pid}`;
  await written(own, thisProcess());
  try {
    // A link is there at once and with its content, or not at all.
    while (!(await linked(own, file))) await takeAway(file, run);
  } finally {
    await unlink(own).catch(() => {});
  }
  return () => unlink(file).catch(() => {});
}

/** Who holds a lock and lives, as far as can be told from here; null where nobody does. */
export async function heldBy(file: string): Promise<Holder | null> {
  const holder = await holderOf(file);
  return holder && lives(holder) ? holder : null;
}

async function written(file: string, holder: Holder): Promise<void> {
  try {
    await writeFile(file, JSON.stringify(holder), { mode: 0o600 });
  } catch (error) {
    throw unwritable(file, error);
  }
}

const unwritable = (file: string, error: unknown): Failure =>
  new Failure('file-unwritable', { file, cause: (error as NodeJS.ErrnoException).code ?? '' });

async function linked(own: string, file: string): Promise<boolean> {
  try {
    await link(own, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw unwritable(file, error);
  }
}

/** Takes a dead process's lock away; of two that try, one finds it gone, or that it took a living one's, and puts that back. */
async function takeAway(file: string, run: string): Promise<void> {
  const refused = ({ pid, machine }: Holder) => new Failure('run-locked', { run, pid, machine });
  const holder = await heldBy(file);
  if (holder) throw refused(holder);
  const taken = `${file}.${process.pid}.taken`;
  await rename(file, taken).catch(() => {});
  const other = await heldBy(taken);
  if (other) await link(taken, file).catch(() => {});
  await unlink(taken).catch(() => {});
  if (other) throw refused(other);
}

async function holderOf(file: string): Promise<Holder | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Holder;
  } catch {
    return null;
  }
}

const thisProcess = (): Holder => ({ pid: process.pid, machine: hostname(), since: sinceOf(process.pid) });

/** Of a process on another machine nobody here can tell: it counts as living. */
function lives({ pid, machine, since }: Holder): boolean {
  if (machine !== hostname()) return true;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  const fields = statOf(pid);
  // A process that has ended and that nobody asked about yet still has its number.
  if (fields?.[0] === 'Z') return false;
  return since === null || (fields?.[SINCE] ?? null) === since;
}

const SINCE = 19;

/** When a process began, as Linux counts it; null elsewhere. */
const sinceOf = (pid: number): string | null => statOf(pid)?.[SINCE] ?? null;

/** What Linux says of a process, from its state on: before that is a name that may hold anything. */
function statOf(pid: number): string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}
