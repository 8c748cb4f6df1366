/** What a spreadsheet would take for a formula, or what one that was defused looks like. */
const FORMULA = /^'*[=+\-@\t\r]/;
const DEFUSED = /^'+[=+\-@\t\r]/;

/**
 * A cell as it is written: with one more apostrophe before what a spreadsheet would take for a formula, or what has
 * apostrophes before that already. Any other comes as it is; `undefused` gives back each of them.
 */
export const defused = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell);

/**
 * A cell as it was meant: one apostrophe is taken from before what a spreadsheet would take for a formula. Any other
 * comes as it is: what has no apostrophe was typed so (`-5`), and an apostrophe before anything else belongs to it.
 */
export const undefused = (cell: string): string => (DEFUSED.test(cell) ? cell.slice(1) : cell);
