import { GLOBAL_FLAGS, SHORT } from './flags.ts';
import type { CommandName } from './load.ts';

/** Which command an argument list names, and what is left of it. */
export interface Invocation {
  readonly name: CommandName | null;
  readonly rest: readonly string[];
  readonly help: boolean;
}

const TAKES_VALUE = new Set(
  GLOBAL_FLAGS.filter((flag) => flag.value).flatMap((flag) => [`--${flag.name}`, `-${SHORT[flag.name] ?? '-'}`]),
);

/**
 * Finds the noun and the verb in an argument list; flags every command takes may stand before them. `single` says
 * which nouns are commands by themselves.
 */
export function invocationOf(args: readonly string[], single: (noun: string) => boolean): Invocation {
  const end = args.includes('--') ? args.indexOf('--') : args.length;
  const { words, rest } = wordsIn(args.slice(0, end), single);
  // `psyctl help record share` asks what `psyctl record share --help` does.
  if (words[0] === 'help') return { ...invocationOf(args.toSpliced(args.indexOf('help'), 1), single), help: true };
  const [noun, verb = null] = words;
  const flags = new Set(args.slice(0, end));
  return {
    name: noun === undefined ? null : { noun, verb },
    rest: [...rest, ...args.slice(end)],
    help: flags.has('--help') || flags.has('-h'),
  };
}

/** Parts the words that name a command from everything else, in its order. */
function wordsIn(args: readonly string[], single: (noun: string) => boolean) {
  const words: string[] = [];
  const rest: string[] = [];
  let valueDue = false;
  for (const arg of args) {
    const complete = words.length === 2 || (words.length === 1 && single(words[0] ?? ''));
    if (complete || valueDue || arg.startsWith('-')) rest.push(arg);
    else words.push(arg);
    valueDue = !complete && !valueDue && TAKES_VALUE.has(arg);
  }
  return { words, rest };
}
