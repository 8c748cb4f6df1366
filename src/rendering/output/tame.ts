/** What steers a terminal or turns the direction of writing: control characters, bidirectional overrides, line separators. */
const UNRULY = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/**
 * A text from elsewhere with everything taken out that a terminal would take as an order, or that would make it read
 * as what it isn't; `kept` are control characters that may stay.
 */
export const tame = (text: string, kept = ''): string =>
  text.replace(UNRULY, (character) => (kept.includes(character) ? character : '\uFFFD'));
