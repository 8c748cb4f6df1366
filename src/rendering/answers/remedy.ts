import { plain, setIn } from '../layout.ts';
import type { Remedy } from './explained.ts';

/** A command on a line of its own and what it does beneath. It is not wrapped: it is there to be copied. */
export const remedyLines = ({ command, does }: Remedy, width: number): string[] =>
  command === null ? [setIn(does, width, 2, 2)] : [`  ${plain(command)}`, setIn(does, width, 4, 2)];
