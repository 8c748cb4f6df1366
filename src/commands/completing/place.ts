import type { ArgumentSpec, Command, FlagSpec } from '../command.ts';
import { flagsOf, OPTIONAL_VALUE, SHORT } from '../flags.ts';

/** What somebody who types a command’s arguments and flags is about to type. */
export interface Place {
  /** The argument or the flag whose value it is; null where no value can be there. */
  readonly spec: ArgumentSpec | FlagSpec | null;
  /** What stands before the value in the word: `--with=`. */
  readonly before: string;
  /** What is typed of the value. */
  readonly typed: string;
  /** The flags it could be, where it could be one. */
  readonly flags: readonly FlagSpec[];
}

interface Walked {
  /** The flag whose value follows. */
  readonly due: FlagSpec | undefined;
  /** Whether that flag has a value already, and takes more. */
  readonly more: boolean;
  readonly positionals: number;
  readonly used: ReadonlySet<string>;
  /** Whether `--` has been typed: nothing is a flag any more. */
  readonly ended: boolean;
}

/** Where the last word of a command line is: `rest` is what follows the command’s name before it. */
export function placeOf(command: Command, rest: readonly string[], word: string): Place {
  const all = flagsOf(command);
  const { due, more, positionals, used, ended } = walk(rest, all);
  const dashed = word.startsWith('-') && !ended;
  const flags = all.filter(({ name, many }) => many || !used.has(name));
  const [name = '', typed] = dashed && word.startsWith('--') ? split(word, '=') : [];
  if (typed !== undefined) {
    return { spec: takingValue(all, name.slice(2)) ?? null, before: `${name}=`, typed, flags: [] };
  }
  if (dashed && (!due || more)) return { spec: null, before: '', typed: word, flags };
  const argument = command.arguments[positionals] ?? command.arguments.findLast(({ many }) => many);
  const spec = due ?? argument ?? null;
  return { spec, before: '', typed: word, flags: spec || ended ? [] : flags };
}

function walk(rest: readonly string[], all: readonly FlagSpec[]): Walked {
  const ended = rest.includes('--');
  const end = ended ? rest.indexOf('--') : rest.length;
  const passed = stretches(rest.slice(0, end)).map(({ dashed, following }) => {
    const flag = flagOf(dashed, all);
    const taking = flag && !dashed.includes('=') ? takingValue(all, flag.name) : undefined;
    return { flag, taking, following, free: following - takenBy(taking, following) };
  });
  const { taking, following } = passed.at(-1) ?? { taking: undefined, following: 0 };
  return {
    due: !ended && (taking?.many || following === 0) ? taking : undefined,
    more: following > 0,
    positionals: passed.reduce((sum, { free }) => sum + free, rest.slice(end + 1).length),
    used: new Set(passed.flatMap(({ flag }) => flag?.name ?? [])),
    ended,
  };
}

/** How many of the words that follow a flag are its values. */
const takenBy = (taking: FlagSpec | undefined, following: number): number =>
  taking === undefined ? 0 : taking.many ? following : Math.min(following, 1);

/** A flag, and how many words follow until the next; before the first of them, words that follow none. */
function stretches(words: readonly string[]): { dashed: string; following: number }[] {
  const found = [{ dashed: '', following: 0 }];
  for (const word of words) {
    const last = found.at(-1);
    if (/^-./.test(word)) found.push({ dashed: word, following: 0 });
    else if (last) last.following++;
  }
  return found;
}

/** The flag a word gives, its value or not. */
function flagOf(word: string, all: readonly FlagSpec[]): FlagSpec | undefined {
  const [name] = split(word, '=');
  return all.find((one) => name === `--${one.name}` || name === `--no-${one.name}` || name === shortOf(one));
}

/** The flag of a name, if a value follows it. */
const takingValue = (all: readonly FlagSpec[], name: string): FlagSpec | undefined =>
  all.find((flag) => flag.name === name && flag.value !== undefined && !OPTIONAL_VALUE.has(name));

const shortOf = ({ name }: FlagSpec): string | null => (SHORT[name] ? `-${SHORT[name]}` : null);

/** A word before and after the first of a letter; without it, there is nothing after. */
function split(word: string, at: string): [string, string?] {
  const index = word.indexOf(at);
  return index === -1 ? [word] : [word.slice(0, index), word.slice(index + 1)];
}
