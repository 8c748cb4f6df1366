// Made when first needed: they take longer to make than help takes to show.
let days: Intl.DateTimeFormat | undefined;
let moments: Intl.DateTimeFormat | undefined;
let seconds: Intl.DateTimeFormat | undefined;

/** A day, as a reader writes it: Jun 19, 2026. */
export function day(at: string): string {
  days ??= new Intl.DateTimeFormat('en-CA', { dateStyle: 'medium' });
  return days.format(new Date(at));
}

/** A day and a time of the reader's own. */
export function moment(at: string): string {
  moments ??= new Intl.DateTimeFormat('en-CA', { dateStyle: 'medium', timeStyle: 'short' });
  return moments.format(new Date(at));
}

/** The same to the second, for what went on within a minute. */
export function second(at: string): string {
  seconds ??= new Intl.DateTimeFormat('en-CA', { dateStyle: 'medium', timeStyle: 'medium' });
  return seconds.format(new Date(at));
}
