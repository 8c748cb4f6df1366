import { Sequence } from '../../model/sequence.ts';

/** What JSON lets stand within a text and a terminal would obey: written as escapes, which mean the same. */
const UNRULY = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

const escaped = (text: string): string =>
  text.replace(UNRULY, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

const INDENT = '  ';

/** A value as JSON, set in by two blanks; piece by piece, so that long lists are never one text. */
export function* jsonPieces(value: unknown): Generator<string, undefined> {
  yield* piecesOf(value, '\n');
  yield '\n';
}

/** The same as one text. */
export const json = (value: unknown): string => [...jsonPieces(value)].join('');

/** Values as JSON, one a line. */
export function* jsonLines(values: Iterable<unknown>): Generator<string, undefined> {
  for (const value of values) yield `${escaped(JSON.stringify(value))}\n`;
}

/** `line` is what begins a line as far in as the value is. */
function* piecesOf(value: unknown, line: string): Generator<string, undefined> {
  if (value instanceof Sequence || Array.isArray(value)) yield* listOf(value, line);
  else if (isPlain(value)) yield* fieldsOf(Object.entries(value), line);
  else yield whole(value, line);
}

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

const whole = (value: unknown, line: string): string =>
  escaped(JSON.stringify(value ?? null, null, INDENT).replaceAll('\n', line));

function* listOf(items: Iterable<unknown>, line: string): Generator<string, undefined> {
  let before = '[';
  for (const item of items) {
    yield before + line + INDENT + whole(item, line + INDENT);
    before = ',';
  }
  yield before === '[' ? '[]' : `${line}]`;
}

function* fieldsOf(fields: readonly (readonly [string, unknown])[], line: string): Generator<string, undefined> {
  let before = '{';
  for (const [name, value] of fields) {
    if (value === undefined) continue;
    yield `${before}${line}${INDENT}${escaped(JSON.stringify(name))}: `;
    yield* piecesOf(value, line + INDENT);
    before = ',';
  }
  yield before === '{' ? '{}' : `${line}}`;
}
