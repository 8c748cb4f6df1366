import { expect, it } from 'vitest';
import { textsOf } from '../../src/texts/index.ts';

/** As wide as a terminal is where nobody has made it wider. */
const NARROW = 80;

it.each(['en', 'fr'] as const)('what the keys do is all there in a narrow terminal (%s)', async (language) => {
  const { keys, keysOfMany, keysOfFew } = (await textsOf(language)).asking;
  for (const said of [keys, keysOfMany, keysOfFew]) expect(said.length, said).toBeLessThan(NARROW);
});
