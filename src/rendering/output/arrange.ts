import { Failure } from '../../failures/failure.ts';
import type { Texts } from '../../texts/index.ts';
import { type Answer, type AnswerColumn, type AnswerRow, saidIn } from '../answer.ts';

/** How a list is to be shown: by which column, which columns, and how many of it once it is sorted. */
export interface Arrangement {
  /** A column, `-` before it for the other way round. */
  readonly sort: string | undefined;
  /** None: all of them. */
  readonly columns: readonly string[];
  readonly limit: number;
}

/**
 * An answer with its rows sorted, then cut, and its columns chosen, in the order they were named; what JSON says of each row
 * goes with it. Columns go by their key or their header. Throws `bad-value` for one there isn't, with those there are.
 */
export function arranged(answer: Answer, { sort, columns, limit }: Arrangement, texts: Texts): Answer {
  const rows = [...answer.table.rows];
  const isCut = rows.length > limit;
  if (sort === undefined && columns.length === 0 && !isCut) return answer;
  const { text: _, ...rest } = answer;
  const chosen = columns.map((name) => columnNamed(name, '--columns', answer.table.columns));
  const order = (sort === undefined ? rows.map((_row, n) => n) : orderBy(sort, answer, texts.language)).slice(0, limit);
  const put = <T>(things: readonly T[]) => order.map((n) => things[n] as T);
  const goesAlong = Array.isArray(answer.json) && answer.json.length === rows.length;
  return {
    ...rest,
    json: goesAlong ? put(answer.json as unknown[]) : answer.json,
    table: { columns: chosen.length > 0 ? chosen : answer.table.columns, rows: put(rows) },
    notes: [...(isCut ? [texts.answers.limited(limit)] : []), ...(answer.notes ?? [])],
  };
}

function columnNamed(name: string, flag: string, columns: readonly AnswerColumn[]): AnswerColumn {
  const wanted = name.trim().toLowerCase();
  const found = columns.find(({ key, header }) => key.toLowerCase() === wanted || header.toLowerCase() === wanted);
  if (found) return found;
  const allowed = columns.map(({ key }) => key);
  throw new Failure('bad-value', { name: flag, value: name, allowed }, { column: flag });
}

/** The positions of the rows as they come when sorted; what is empty comes last either way. */
function orderBy(sort: string, { table }: Answer, language: string): number[] {
  const isDown = sort.startsWith('-');
  const column = columnNamed(isDown ? sort.slice(1) : sort, '--sort', table.columns);
  const cells = [...table.rows].map((row: AnswerRow) => saidIn(row, column));
  const { compare } = new Intl.Collator(language, { numeric: true });
  const between = (one: string | number, other: string | number) =>
    typeof one === 'number' && typeof other === 'number' ? one - other : compare(String(one), String(other));
  return cells
    .map((_, n) => n)
    .sort((a, b) => {
      const [one, other] = [cells[a] ?? '', cells[b] ?? ''];
      if (one === '' || other === '') return Number(one === '') - Number(other === '');
      return isDown ? between(other, one) : between(one, other);
    });
}
