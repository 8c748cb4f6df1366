import { distance } from 'fastest-levenshtein';
import type { Failure } from '../failures/failure.ts';

const MOST = 3;

/** Of some names, the few that somebody who typed `text` may have meant, nearest first. */
export function nearest(text: string, names: Iterable<string>): string[] {
  const typed = fold(text);
  // Of an e-mail what stands before the @: colleagues share the rest, which makes strangers look alike.
  const telling = typed.split('@', 1)[0] ?? typed;
  const limit = Math.max(2, Math.floor(telling.length * 0.4));
  return [...new Set(names)]
    .map((name) => ({ name, far: howFar(typed, fold(name)) }))
    .filter(({ far }) => far <= limit)
    .sort((a, b) => a.far - b.far || a.name.localeCompare(b.name))
    .slice(0, MOST)
    .map(({ name }) => name);
}

/** A name without case and accents: what people forget first. */
const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

// Half a name is as good as a misspelt one: `psychology` for `Psychology North`.
const howFar = (typed: string, name: string) =>
  typed.length > 2 && name.includes(typed) ? 0.5 : distance(typed, name);

/** Texts one slip away from another: what can be asked for where nothing can be listed (A1). */
export function slipsOf(text: string, most: number): string[] {
  const slips = new Set<string>();
  for (let at = text.length - 1; at >= 0; at--) {
    slips.add(text.slice(0, at) + text.slice(at + 1));
    slips.add(text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2));
    for (const digit of '0123456789') {
      if (/\d/.test(text[at] ?? '')) slips.add(text.slice(0, at) + digit + text.slice(at + 1));
    }
  }
  slips.delete(text);
  slips.delete('');
  const meantAsDigits = text.replace(/o/gi, '0').replace(/[il]/gi, '1');
  return [...new Set([text.toUpperCase(), meantAsDigits, ...slips])].filter((slip) => slip !== text).slice(0, most);
}

/** Of several failures to find something, the one that says what may have been meant; the first where none does. */
export const mostTelling = (failures: readonly Failure[]): Failure | undefined =>
  failures.find(({ details }) => 'nearest' in details && details.nearest.length > 0) ?? failures[0];
