import type { Reading } from '../commands/command.ts';
import type { Screen } from '../commands/showing.ts';
import { jsonLines } from '../rendering/output/json.ts';

/**
 * What prints a list while the rest of it is read: as JSON lines, in the order it is read, on standard output. Empty where
 * it has to be whole: sorted, in a file, or with columns that have to be known before anything is printed.
 * Printing rejects where standard output fails otherwise than by its reader having gone.
 */
export function printingOn({ terminal, options, out }: Screen): Pick<Reading, 'printing'> {
  const { format, outputFile, arrangement } = options;
  const isWhole = outputFile !== undefined || arrangement.sort !== undefined || arrangement.columns.length > 0;
  if (format !== 'ndjson' || isWhole) return {};
  return {
    async printing(items) {
      await out(jsonLines(items));
      return !terminal.gone.aborted;
    },
  };
}
