import { count } from './words.ts';

/** `2026-11-26T12:00:00Z` as a day. */
const day = (at: string): string => at.slice(0, 10);

/** What is said of snapshots. */
export const snapshot = {
  file: 'file',
  reading: (done: number) => `${count(done, 'record or space', 'records and spaces')} read`,
  pulled: (file: string, read: number) => `Wrote ${count(read, 'record or space', 'records and spaces')} to ${file}.`,
  next: (file: string) =>
    `Ask it: psyctl access … --snapshot ${file}. Rehearse on it: psyctl sandbox start --world ${file}.`,
  asked: (puller: string, at: string, whole: boolean) =>
    `From a snapshot pulled as ${puller} on ${day(at)}, without who gave access and when` +
    `${whole ? '.' : `; of what ${puller} has no way to, all is unknown.`}`,
};

/** What may keep a snapshot from answering, and what to do about it. */
export const snapshotProblems = {
  none: () => ['this is a world, but no snapshot', 'psyctl snapshot pull FILE writes one'],
  version: () => ['this snapshot is of another version of psyctl', 'pull it again: psyctl snapshot pull FILE'],
  as: (puller: string) => [
    `this snapshot was pulled as ${puller}: what others would be told is unknown`,
    'pull one with the same --as',
  ],
  'no-history': () => [
    'unknown: a snapshot holds no history',
    'ask the API itself: the same command without --snapshot',
  ],
} satisfies Record<string, (puller: string) => [string, string]>;
