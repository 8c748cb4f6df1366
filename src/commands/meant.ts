import { nearest } from '../reading/nearest.ts';
import type { CommandName } from './load.ts';

/**
 * Of the commands there are, those that somebody who typed one that isn't there may have meant, likeliest first. A verb
 * is looked for among its noun's; a verb by itself, or before its noun, with the nouns that have it.
 */
export function meantCommands({ noun, verb }: CommandName, keys: readonly string[]): string[] {
  const nouns = [...new Set(keys.map((key) => key.split(' ')[0] ?? key))];
  const verbsOf = (one: string) =>
    keys.flatMap((key) => (key.startsWith(`${one} `) ? [key.slice(one.length + 1)] : []));
  if (nouns.includes(noun)) return nearest(verb ?? '', verbsOf(noun)).map((near) => `${noun} ${near}`);

  const turned = keys.filter((key) => key === `${verb?.replace(/s$/, '')} ${noun}`);
  const ofAnyNoun = keys.filter((key) => key.endsWith(` ${noun}`));
  if (turned.length + ofAnyNoun.length > 0) return turned.length > 0 ? turned : ofAnyNoun.slice(0, MOST);
  const near = nearest(noun, nouns);
  const whole = near.flatMap((one) =>
    verbsOf(one).length === 0 ? [one] : nearest(verb ?? '', verbsOf(one)).map((nearVerb) => `${one} ${nearVerb}`),
  );
  return whole.length > 0 ? whole.slice(0, MOST) : near;
}

const MOST = 3;
