import { lackingOf } from '../commands/asking/lacking.ts';
import type { Carrying } from '../commands/carrying/carrying.ts';
import type { ChangeCommand, Given } from '../commands/command.ts';
import type { Screen } from '../commands/showing.ts';
import type { Asker } from '../reading/asker.ts';
import type { Typed } from './execute.ts';

/**
 * Whether somebody is asked for what a change lacks: who sits at a terminal, gives no rows, and hasn't agreed to all that
 * may come of it beforehand.
 */
export function asksFor(command: ChangeCommand, given: Given, { terminal }: Screen): boolean {
  const { yes, csv } = given.flags;
  if (yes === true || csv !== undefined || lackingOf(command, given).length === 0) return false;
  return terminal.isInTty && terminal.isErrTty;
}

/** Asks for what a change lacks; gives all of it as it could have been typed. */
export async function askedFor(
  key: string,
  command: ChangeCommand,
  given: Given,
  { terminal, texts, options }: Screen,
  { reader, signal }: Carrying,
): Promise<Typed> {
  const [{ askFor }, { askerOf }] = await Promise.all([
    import('../commands/asking/ask.ts'),
    import('../reading/asker.ts'),
  ]);
  let asker: Promise<Asker> | undefined;
  return await askFor(given, {
    ...{ key, command, reader, texts, signal, width: terminal.width },
    asker: () => {
      asker ??= askerOf(reader, options.as);
      return asker;
    },
    say: async (text) => {
      if (!options.quiet) await terminal.err(text);
    },
  });
}
