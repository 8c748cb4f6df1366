import { lineOf, listedWith, replies } from './bash.ts';
import type { Candidate } from './offered.ts';

/** The shells psyctl completes in. */
export const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const;
/** One of them. */
export type Shell = (typeof SHELLS)[number];

/** What a shell asks: which words stand before the cursor, and how it wants the answer. */
export interface Question {
  /** The words before the last, without `psyctl`. */
  readonly before: readonly string[];
  /** The last one, as far as it is typed. */
  readonly word: string;
  /** The lines the shell’s script is given. */
  answer(those: readonly Candidate[]): string[];
}

/** What a script reads where the shell is to complete files. */
export const FILES = ':files';

/** `COMP_TYPE` of bash where it only lists what there is. */
const LISTING = '63';

/** Understands what a shell’s script passes on; null where no script of ours does so. */
export function questionOf([shell, ...passed]: readonly string[]): Question | null {
  if (shell === 'bash') return ofBash(passed);
  if (shell === 'zsh' || shell === 'fish') return ofWords(passed);
  if (shell === 'powershell') {
    // Older ones leave out an argument that is empty: they say how many there are.
    const [count = '', ...words] = passed;
    return ofWords(Number(count) > words.length ? [...words, ''] : words);
  }
  return null;
}

/** The line up to the cursor, the part of its last word that is replaced, how it asks, and how wide it is. */
function ofBash([text = '', replaced = '', type = '', width = '']: readonly string[]): Question {
  const line = lineOf(text);
  const before = line.before.slice(line.before.findIndex((word) => !/^\w+=/.test(word)) + 1);
  return {
    before,
    word: line.word,
    answer(those) {
      const fitting = those.filter(({ value }) => value.startsWith(line.word));
      const values = replies(line, replaced, fitting);
      return type === LISTING && values.length > 1 ? listedWith(fitting, values, Number(width) || 80) : values;
    },
  };
}

/** The words as the shell has understood them; it quotes what it puts in by itself. */
function ofWords(words: readonly string[]): Question {
  const word = (words.at(-1) ?? '').replace(/^["']/, '').replace(/\\(.)/g, '$1');
  return {
    before: words.slice(0, -1),
    word,
    answer: (those) =>
      those
        .filter(({ value }) => value.startsWith(word))
        .map(({ value, about }) => (about === '' ? value : `${value}\t${about}`)),
  };
}
