import stringWidth from 'fast-string-width';

/** Letters with and without accents and the usual punctuation, each one column wide; a soft hyphen isn't. */
const LATIN = /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027]*$/;

/** How many columns a terminal gives a text. Measuring letter by letter is slow: most texts needn't be. */
export const columnsOf = (text: string): number => (LATIN.test(text) ? text.length : stringWidth(text));
