import { Failure } from '../failures/failure.ts';

const ALLOWED = ['90d', '12w', '2y', '2026-01-31'];

/**
 * The moment that `--older-than` means: so many days, weeks or years before now, or the beginning of a day here. Months are
 * left out, since `m` is taken for minutes as easily. Throws `bad-value`.
 */
export function momentBefore(text: string, name: string, now: Date = new Date()): Date {
  return ago(text, now) ?? dayOf(text) ?? refuse(text, name);
}

function ago(text: string, now: Date): Date | null {
  const [, digits, unit] = /^(\d{1,4})([dwy])$/i.exec(text.trim()) ?? [];
  if (digits === undefined || unit === undefined) return null;
  const moment = new Date(now);
  const n = Number(digits);
  // By the calendar: a day on which the clock is changed is a day too.
  if (unit.toLowerCase() === 'y') moment.setFullYear(moment.getFullYear() - n);
  else moment.setDate(moment.getDate() - n * (unit.toLowerCase() === 'w' ? 7 : 1));
  return moment;
}

function dayOf(text: string): Date | null {
  const [, year, month, day] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim()) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  const moment = new Date(year, month - 1, day);
  return moment.getMonth() === month - 1 && moment.getDate() === day ? moment : null;
}

function refuse(value: string, name: string): never {
  throw new Failure('bad-value', { name, value, allowed: ALLOWED }, { column: name });
}
