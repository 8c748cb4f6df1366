/** What JSON lets stand within a text and a terminal would obey: written as escapes, which mean the same. */
const UNRULY = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

const escaped = (text: string): string =>
  text.replace(UNRULY, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** A value as JSON, set in by two blanks. */
export const json = (value: unknown): string => `${escaped(JSON.stringify(value, null, 2))}\n`;

/** Values as JSON, one a line. */
export const jsonLines = (values: readonly unknown[]): string =>
  values.map((value) => `${escaped(JSON.stringify(value))}\n`).join('');
