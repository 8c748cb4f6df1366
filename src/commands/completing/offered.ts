import { SHARE_LEVELS } from '../../model/levels.ts';
import type { HelpTexts } from '../../texts/index.ts';
import type { ArgumentSpec, Command, FlagSpec } from '../command.ts';
import { invocationOf } from '../invocation.ts';
import { keyOf, loadCommand } from '../load.ts';
import type { Named, NamedByWord, NamedHere, NamedInOrganization } from '../named.ts';
import { type Place, placeOf } from './place.ts';

/** Something a word can become, and what is said of it. */
export interface Candidate {
  readonly value: string;
  readonly about: string;
}

/** What is offered to whoever types: the whole word each time. */
export type Offered =
  | { readonly kind: 'candidates'; readonly candidates: readonly Candidate[] }
  /** Files, which a shell knows best. */
  | { readonly kind: 'files' }
  /** What has to be looked up; `before` stands in front of each value. */
  | {
      readonly kind: 'lookup';
      readonly names: NamedInOrganization | Exclude<NamedHere, 'file' | 'manifest'>;
      readonly before: string;
      readonly typed: string;
    };

const WORDS: { readonly [Name in NamedByWord]: readonly string[] } = {
  level: SHARE_LEVELS,
  role: ['practitioner', 'coordinator', 'administrator', 'manager'],
  kind: ['multi', 'collaborative'],
  inclusion: ['confidential', 'raw-data', 'confidential-records'],
};

/** What the last word of a command line can become. `before` are the words before it, without `psyctl`. */
export async function offeredFor(before: readonly string[], word: string, texts: HelpTexts): Promise<Offered> {
  const keys = Object.keys(texts.help);
  const { name, rest } = invocationOf(before, (noun) => keys.includes(noun));
  if (name === null || !keys.includes(keyOf(name))) {
    // Flags may stand before the command; one that takes a value takes this word.
    if (name === null || name.verb === null) return nameOrFlag(name?.noun ?? null, rest, word, texts);
    return candidates([]);
  }
  const command = await loadCommand(name);
  const place = placeOf(command, rest, word);
  return place.spec ? valuesOf(place, place.spec) : candidates(flagsIn(place, keyOf(name), texts));
}

const candidates = (those: readonly Candidate[]): Offered => ({ kind: 'candidates', candidates: those });

/** Nouns, or the verbs of one; before them, the flags every command takes. */
function nameOrFlag(noun: string | null, rest: readonly string[], word: string, texts: HelpTexts): Offered {
  const place = placeOf(NO_COMMAND, rest, word);
  if (place.spec && 'value' in place.spec) return valuesOf(place, place.spec);
  if (word.startsWith('-')) return candidates(flagsIn(place, null, texts));
  const { general, help } = texts;
  if (noun !== null) {
    const verbs = Object.entries(help).filter(([key]) => key.startsWith(`${noun} `));
    return candidates(verbs.map(([key, { summary }]) => ({ value: key.slice(noun.length + 1), about: summary })));
  }
  const nouns = new Set(Object.keys(help).map((key) => key.split(' ')[0] ?? key));
  return candidates([
    ...[...nouns].map((value) => ({ value, about: general.nounSummary[value] ?? '' })),
    { value: 'help', about: general.helpFlag },
  ]);
}

const NO_COMMAND: Command = {
  kind: 'read',
  arguments: [],
  flags: [],
  run: () => Promise.reject(new Error('no command')),
};

function flagsIn({ flags }: Place, key: string | null, { general, help }: HelpTexts): Candidate[] {
  const own = (key === null ? undefined : help[key]?.flags) ?? {};
  const said = ({ name }: FlagSpec) => own[name] ?? general.changeFlags[name] ?? general.flags[name] ?? '';
  const listed = flags.flatMap((flag) =>
    [flag.name, ...(flag.negatable ? [`no-${flag.name}`] : [])].map((name) => ({
      value: `--${name}`,
      about: said(flag),
    })),
  );
  return [...listed, { value: '--help', about: general.helpFlag }];
}

function valuesOf({ before, typed }: Place, spec: ArgumentSpec | FlagSpec): Offered {
  if (spec.choices) return words(spec.choices, before);
  const { names } = spec;
  if (names === undefined) return candidates([]);
  if (names === 'file' || names === 'manifest') return { kind: 'files' };
  if (isFixed(names)) {
    // Of some words several go into one value.
    const last = typed.lastIndexOf(',') + 1;
    return words(WORDS[names], before + typed.slice(0, last));
  }
  const level = takesLevel(spec) ? typed.lastIndexOf('=') + 1 : 0;
  if (level > 0) return words(WORDS.level, before + typed.slice(0, level));
  return { kind: 'lookup', names, before, typed };
}

const isFixed = (names: Named): names is NamedByWord => Object.hasOwn(WORDS, names);

const takesLevel = (spec: ArgumentSpec | FlagSpec): boolean => 'value' in spec && (spec.value ?? '').includes('=LEVEL');

const words = (those: readonly string[], before: string): Offered =>
  candidates(those.map((value) => ({ value: before + value, about: '' })));
