import type { Texts } from '../../texts/index.ts';
import type { Answer } from '../answer.ts';
import { csv, type Dialect } from './csv.ts';
import { jsonLines, jsonPieces } from './json.ts';
import { markdown } from './markdown.ts';
import { tame } from './tame.ts';
import { textTable } from './text-table.ts';

/** The shapes an answer can be printed in. */
export type Format = 'text' | 'json' | 'ndjson' | 'csv' | 'md';

/** What printing goes by. */
export interface Page {
  /** Columns of the screen; less than 80 counts as 80. */
  readonly width: number;
  readonly texts: Texts;
  /** Whether headers may be set off by escape sequences. */
  readonly color?: boolean | undefined;
  /** How CSV is written. */
  readonly dialect?: Dialect | undefined;
}

const LEAST_WIDTH = 80;

/**
 * An answer in the shape asked for, ready to be written piece by piece: every line ends with a line feed, none with blanks.
 * What the API sent can hold control characters; none of them reaches a screen as one.
 */
export function print(answer: Answer, format: Format, page: Page): Iterable<string> {
  switch (format) {
    case 'json':
      return jsonPieces(answer.json);
    case 'ndjson':
      return jsonLines(answer.lines ?? (Array.isArray(answer.json) ? answer.json : [answer.json]));
    case 'csv':
      return csv(answer.table, page.dialect);
    case 'md':
      return markdown(answer.table);
    case 'text':
      return [text(answer, page)];
  }
}

function text(answer: Answer, { width, texts, color = false }: Page): string {
  const columns = Math.max(LEAST_WIDTH, width);
  if (answer.text) return tidied(tame(answer.text(columns), '\n'));
  if ([...answer.table.rows].length === 0) return `${texts.answers.empty}\n`;
  return tidied(textTable(answer.table, columns, color));
}

const tidied = (written: string): string => `${written.replace(/[ \t]+$/gm, '').replace(/\n+$/, '')}\n`;
