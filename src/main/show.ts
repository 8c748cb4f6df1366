import type { Screen } from '../commands/showing.ts';
import type { Answer } from '../rendering/answer.ts';

/** Whether data is printed in colour: never into a file. */
export const colorOf = ({ terminal, options }: Screen): boolean =>
  terminal.colorOut && options.outputFile === undefined;

/** Prints an answer in the shape asked for, and what there is to be said beside it. */
export async function show(answer: Answer, screen: Screen): Promise<void> {
  const { terminal, texts, options, out } = screen;
  const { print } = await import('../rendering/output/print.ts');
  await out(print(answer, options.format, { width: terminal.width, texts, color: colorOf(screen) }));
  if (!options.quiet) for (const note of answer.notes ?? []) await terminal.err(`${note}\n`);
}
