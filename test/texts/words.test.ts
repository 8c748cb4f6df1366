import { expect, it } from 'vitest';
import { within as inEnglish } from '../../src/texts/en/words.ts';
import { within as inFrench } from '../../src/texts/fr/words.ts';

it.each([
  [0.2, '1 s'],
  [99, '99 s'],
  [100, '2 min'],
  [5_940, '99 min'],
  [5_941, '1 h 40 min'],
  [7_500, '2 h 05 min'],
])('%d seconds are said as %s', (seconds, said) => {
  expect(inEnglish(seconds)).toBe(said);
  expect(inFrench(seconds).replaceAll('\u00a0', ' ')).toBe(said);
});
