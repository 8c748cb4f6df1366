import { second } from './dates.ts';
import { count, listed } from './words.ts';

/** What others did to something, as it is told. */
interface Deed {
  readonly who: string;
  readonly action: string;
  readonly at: string;
}

/** What is said of a run that is undone. */
export const undo = {
  undoes: (run: string) => `Undoes run ${run}.`,
  already: (rows: number) => `${count(rows, 'row is', 'rows are')} as before the run already.`,
  title: {
    reversed: (rows: number) => `Reversed (${count(rows, 'row')})`,
    'somebody-else': (rows: number) => `Needs somebody else (${count(rows, 'row')})`,
    impossible: (rows: number) => `Can't be undone (${count(rows, 'row')})`,
  },
  /** `who` could put it back. */
  told: (why: string, who: string | null) => (who === null ? why : `${why}; ${who} could put it back:`),
  why: {
    step: 'is put back',
    'with-row': (row: number) => `goes with row ${row}`,
    already: 'is as before the run',
    changed: (by: readonly Deed[]) =>
      by.length === 0
        ? 'was changed since by others, and is left as it is'
        : `was changed since, and is left as it is: ${listed(by.map(({ who, action, at }) => `${action} by ${who}, ${second(at)}`))}`,
    gone: 'is no longer there, or no longer to be seen',
    'not-theirs': (rule: string | null) =>
      rule === null ? 'whoever did it may not put it back' : `whoever did it may not put it back: ${rule}`,
    refused: (rule: string) => `a rule forbids it as things are: ${rule}`,
    'given-to-team': 'had been given to the team, and ended with it',
    'given-unseen': (things: number) =>
      `had been given to the team too, on ${count(things, 'record')} nobody is told of while a transfer suspends it: ask their owners`,
    accepted: 'was accepted, and is its new owner’s',
    'share-ended': 'the share its new owner held ended when it was accepted',
    destroyed: (items: readonly string[], unknown: boolean, appointments: number | null) =>
      [
        ...(items.length > 0 || unknown
          ? [`destroyed for good: ${listed([...items, ...(unknown ? ['what can’t be counted from here'] : [])])}`]
          : []),
        ...(appointments === 0
          ? []
          : [
              appointments === null
                ? 'appointments were cancelled, and clients told'
                : `${count(appointments, 'appointment was', 'appointments were')} cancelled, and the clients told`,
            ]),
      ].join('; '),
    sender: 'only whoever sent it sends it again as it was',
    'space-stays': 'a space can’t be deleted: it stays',
    'name-taken': 'another team bears that name now',
    'only-wrote': 'it did nothing but write to somebody again',
    'unknown-outcome': 'whether it was done can’t be told',
    written: (emails: number) => `${count(emails, 'e-mail was', 'e-mails were')} written, and can’t be unwritten`,
  },
};
