import type { Screen } from '../commands/showing.ts';
import type { Answer } from '../rendering/answer.ts';

/** Whether data is printed in colour: never into a file. */
export const colorOf = ({ terminal, options }: Screen): boolean =>
  terminal.colorOut && options.outputFile === undefined;

/** Prints an answer in the shape asked for, and what there is to be said beside it. */
export async function show(answer: Answer, screen: Screen): Promise<void> {
  const { terminal, texts, options, out } = screen;
  const [{ print }, { arranged }] = await Promise.all([
    import('../rendering/output/print.ts'),
    import('../rendering/output/arrange.ts'),
  ]);
  const shown = arranged(answer, options.arrangement, texts);
  const { format, csvDialect: dialect } = options;
  const printed = print(shown, format, { width: terminal.width, texts, color: colorOf(screen), dialect });
  if (!(await inPager(printed, screen))) await out(printed);
  if (!options.quiet) for (const note of shown.notes ?? []) await terminal.err(`${note}\n`);
}

/** What a person reads goes through their pager where it is longer than their screen; gives whether it did. */
async function inPager(printed: Iterable<string>, { terminal, options }: Screen): Promise<boolean> {
  const isRead = terminal.isOutTty && terminal.isInTty && options.outputFile === undefined && options.format === 'text';
  if (!isRead || !options.pager) return false;
  const text = [...printed].join('');
  if (text.split('\n').length <= terminal.height) return false;
  const { paged, pagerOf } = await import('../terminal/pager.ts');
  const pager = pagerOf(process.env);
  return pager !== null && (await paged(text, pager, process.env));
}
