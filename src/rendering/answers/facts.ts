import type { Texts } from '../../texts/index.ts';
import type { AnswerRow, AnswerTable } from '../answer.ts';
import { padded, plain, setIn, widest } from '../layout.ts';

/** What is known of a thing: a label, and one value or several. */
export interface Fact {
  readonly label: string;
  readonly values: readonly string[];
}

/** A thing and what is known of it: a title, then a fact a line, labels in a column of their own. */
export function factsText(title: string, facts: readonly Fact[], width: number): string {
  const label = widest(facts.map((fact) => fact.label)) + 4;
  const lines = facts.flatMap(({ label: name, values }) =>
    values.map((value, n) => `${padded(n === 0 ? `  ${name}` : '', label)}${hanging(plain(value), width, label)}`),
  );
  return [plain(title), ...lines].join('\n');
}

const hanging = (value: string, width: number, by: number): string => setIn(value, width, by).trimStart();

/** The same as a table of one row, for `csv` and `md`; `say` puts the codes of some cells in words. */
export const factsTable = (
  cells: AnswerRow,
  { answers }: Texts,
  say: Readonly<Record<string, (code: string) => string>> = {},
): AnswerTable => ({
  columns: Object.keys(cells).map((key) => ({
    key,
    header: answers.fields[key] ?? key,
    ...(say[key] && { say: say[key] }),
  })),
  rows: [cells],
});
