import type { CommandHelp } from '../help.ts';
import { LISTED } from './help-reading.ts';

const RUN = 'the run’s id, how that begins, or last';

/** Help of the commands about plans and runs that are kept. */
export const helpOfRuns = {
  'plan show': {
    summary: 'Show what a saved plan would do',
    description:
      'As things stood when it was made; no connection is needed. People appear by their e-mail: the file holds no names of people, and no titles.',
    arguments: { FILE: 'a plan that --out wrote' },
    flags: {},
    examples: [{ command: 'psyctl plan show plan.jsonl', does: 'shows it again' }],
  },
  'plan apply': {
    summary: 'Carry a saved plan out, once',
    description:
      'Reads again what the plan rests on and refuses it where that has moved (exit 5), saying what, by whom and when. With --resume it starts, goes on, or ends with 0 where all is done: one line for a scheduler.',
    arguments: { FILE: 'a plan that --out wrote' },
    flags: {
      resume: 'go on with it where it was begun; end with 0 where it is done',
      'skip-stale': 'leave out the rows that rest on what has moved, and send the others (exit 7)',
    },
    examples: [{ command: 'psyctl plan apply plan.jsonl --yes', does: 'carries it out' }],
  },
  'run list': {
    summary: 'List the runs that are kept, newest first',
    description: 'Every change that is sent is a run, with a journal of each request.',
    arguments: {},
    flags: LISTED,
    examples: [{ command: 'psyctl run list', does: 'lists the runs' }],
  },
  'run show': {
    summary: 'Show how a run went: what became of each row, every retry, every pause',
    description: '',
    arguments: { RUN },
    flags: {},
    examples: [{ command: 'psyctl run show last', does: 'shows the last one' }],
  },
  'run resume': {
    summary: 'Go on with a run that was interrupted or paused',
    description:
      'What may have been sent is looked for first; the rest is sent with the same keys, so that nobody is written to twice. A run that is finished is left as it is, and ends with 0.',
    arguments: { RUN },
    flags: {},
    examples: [{ command: 'psyctl run resume last', does: 'goes on with the last one' }],
  },
  'run undo': {
    summary: 'Put back what a run did, as far as that can be',
    description:
      'Makes a plan like any other, previewed and agreed to, on behalf of whoever the run acted for. Each row is reversed, or needs somebody else (it says whom, and what they would run), or can’t be undone. What others have changed since is left as it is. An undo is a run too. Exit 7 where a part is left out.',
    arguments: { RUN },
    flags: {},
    examples: [
      { command: 'psyctl run undo last --dry-run', does: 'shows what would come of it' },
      { command: 'psyctl run undo last --yes', does: 'puts it back' },
    ],
  },
  'run verify': {
    summary: 'Hold what a run foretold against what is by now',
    description:
      'For weeks later, when recipients have answered: a transfer that was accepted is held against what was foretold for that, one that was declined or cancelled against how everyone was before. What differs is named, with what others did since. Exit 0 where all is accepted and as foretold, 8 where something differs, 10 while some are pending.',
    arguments: { RUN },
    flags: {},
    examples: [{ command: 'psyctl run verify last', does: 'looks at the last one again' }],
  },
  'run failed': {
    summary: 'Show the rows of a run that were not done, and why',
    description:
      'With --csv: the rows as they were written, with the columns code, message and retryable behind them. They can be fed again as they stand: psyctl passes those columns over. What was typed as arguments comes as the rows of a file. Nothing is sent, and no connection is needed.',
    arguments: { RUN },
    flags: { csv: 'as CSV, to be fed again; the same as -o csv' },
    examples: [
      { command: 'psyctl run failed last', does: 'shows what is left of the last one' },
      { command: 'psyctl run failed last --csv', does: 'gives its rows, to be mended and fed again' },
    ],
  },
  'run export': {
    summary: 'Write the archive of a run, for whoever answers for personal information',
    description:
      'JSON: the plan’s hash, psyctl’s version, who, acting for whom, why, when (with the time zone), the organization and the host; each row with its outcome and request; and of what was done, whose access changed from which level to which, who was written to (clients are only counted), what is deleted for good; retries, pauses, and what was verified. Numbers and e-mails of members, never a title or the name of a student or client. The seal at its end is the SHA-256 of all before it as JSON without blanks: jq -cj "del(.seal)" FILE | sha256sum.',
    arguments: { RUN, FILE: 'where to write it; standard output without one' },
    flags: {},
    examples: [
      { command: 'psyctl run export last archive.json', does: 'writes the archive of the last run' },
      { command: 'psyctl run export last', does: 'prints it' },
    ],
  },
  'run prune': {
    summary: 'Remove runs that ended long ago',
    description:
      'What runs left behind that never began goes too. A run that is under way stays; so does one that isn’t finished, without --unfinished. Export what has to be kept before.',
    arguments: {},
    flags: {
      'older-than': 'how long ago they ended: 90d, 12w or 2y; or before which day: 2026-01-31',
      unfinished: 'also those that were interrupted or are paused: they can’t be resumed then',
      'dry-run': 'show what would be removed, and remove nothing',
      yes: 'consent without being asked',
    },
    examples: [{ command: 'psyctl run prune --older-than 90d --dry-run', does: 'shows what would go' }],
  },
} as const satisfies Record<string, CommandHelp>;
