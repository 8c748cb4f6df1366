import type { HelpTexts } from '../texts/index.ts';
import { type Command, type FlagSpec, takesChangeFlags } from './command.ts';
import { CHANGE_FLAGS, GLOBAL_FLAGS, SHORT } from './flags.ts';

/** What something is called, and what is said of it. */
type Entry = readonly [name: string, said: string];

/** What help says of something, before it is laid out: on a screen, or as a page of the manual. */
export interface Help {
  /** What is said first, each a paragraph. */
  readonly paragraphs: readonly string[];
  /** How it is called; null for what is no command by itself. */
  readonly usage: string | null;
  /** What it takes or what there is, under a title each; the first may have none. */
  readonly groups: readonly { readonly title: string | null; readonly entries: readonly Entry[] }[];
  readonly examples: readonly { readonly command: string; readonly does: string }[];
}

/** The commands one begins with, in the order of a first hour. */
const FIRST = [
  'demo',
  'auth login',
  'record list',
  'access who',
  'access explain',
  'record share',
  'record transfer',
  'member invite',
  'onboard',
  'run undo',
];
/** Those of them whose example says most about psyctl. */
const TELLING = ['demo', 'access explain', 'record transfer'];

/** Help for whoever types `psyctl` and nothing else: the ten commands one begins with. */
export const helpToStart = ({ general, help }: HelpTexts): Help => ({
  paragraphs: [general.tagline],
  usage: general.allUsage,
  groups: [
    { title: general.firstTitle, entries: FIRST.map((key) => [`psyctl ${key}`, help[key]?.summary ?? '']) },
    {
      title: general.moreTitle,
      entries: [
        ['psyctl --help', general.everyCommand],
        [`psyctl ${general.anyCommand} --help`, general.helpFlag],
      ],
    },
  ],
  examples: [],
});

/** Help of psyctl itself: its nouns, and the flags every command takes. */
export function helpOfAll({ general, help }: HelpTexts): Help {
  const nouns = [...new Set(Object.keys(help).map((key) => key.split(' ')[0] ?? key))];
  const said = (summary: string, of: string) => (of === '' ? summary : general.about(summary, of));
  const verbs = (noun: string) =>
    Object.keys(help).flatMap((key) => (key.startsWith(`${noun} `) ? [key.slice(noun.length + 1)] : []));
  return {
    paragraphs: [general.tagline],
    usage: general.allUsage,
    groups: [
      {
        title: general.commandsTitle,
        entries: nouns.map((noun) => [noun, said(general.nounSummary[noun] ?? noun, verbs(noun).join(', '))]),
      },
      { title: general.globalTitle, entries: [...globals(general), ['-V, --version', general.versionFlag]] },
    ],
    examples: TELLING.flatMap((key) => help[key]?.examples.slice(0, 1) ?? []),
  };
}

/** Help of a noun: its verbs, and the first example of each. */
export function helpOfNoun(noun: string, { general, help }: HelpTexts): Help {
  const verbs = Object.entries(help).filter(([key]) => key.startsWith(`${noun} `));
  return {
    paragraphs: [general.nounSummary[noun] ?? noun],
    usage: null,
    groups: [
      { title: general.commandsTitle, entries: verbs.map(([key, { summary }]) => [`psyctl ${key}`, summary] as const) },
    ],
    examples: verbs.flatMap(([, { examples }]) => examples.slice(0, 1)),
  };
}

/** Help of one command: what it does, what it takes, and examples. */
export function helpOfCommand(key: string, command: Command, { general, help }: HelpTexts): Help {
  const entry = help[key] ?? { summary: '', description: '', arguments: {}, flags: {}, examples: [] };
  const args = command.arguments.map(({ name, many }) => (many ? `${name}…` : name));
  const own: Entry[] = [
    ...command.arguments.map(({ name }) => [name, entry.arguments[name] ?? ''] as const),
    ...command.flags.map((flag) => described(flag, entry.flags[flag.name])),
  ];
  const changes = CHANGE_FLAGS.map((flag) => described(flag, general.changeFlags[flag.name]));
  return {
    paragraphs: [`${entry.summary}.`, ...(entry.description ? [entry.description] : [])],
    usage: ['psyctl', key, ...args, general.commandUsage].join(' '),
    groups: [
      ...(own.length > 0 ? [{ title: null, entries: own }] : []),
      ...(takesChangeFlags(command) ? [{ title: general.changeTitle, entries: changes }] : []),
      { title: general.globalTitle, entries: globals(general) },
    ],
    examples: entry.examples,
  };
}

/** Help as a screen of a width shows it. */
export const laidOut = ({ paragraphs, usage, groups, examples }: Help, { general }: HelpTexts, width: number): string =>
  [
    ...paragraphs.map((paragraph) => wrapped(paragraph, width).join('\n')),
    ...(usage === null ? [] : [`${general.usage}\n  ${usage}`]),
    ...groups.map(({ title, entries }) => (title === null ? '' : `${title}\n`) + table(entries, width)),
    ...(examples.length === 0
      ? []
      : [
          `${general.examplesTitle}\n${examples.map((one) => `  ${one.command}\n${setIn(one.does, width)}`).join('\n')}`,
        ]),
  ].join('\n\n');

const globals = (general: HelpTexts['general']): Entry[] => [
  ...GLOBAL_FLAGS.map((flag) => described(flag, general.flags[flag.name])),
  ['-h, --help', general.helpFlag],
];

function described({ name, value, many, negatable }: FlagSpec, text = ''): Entry {
  const short = SHORT[name] ? `-${SHORT[name]}, ` : '';
  const dashes = negatable ? `--[no-]${name}` : `--${name}`;
  const gap = value?.startsWith('[') ? '' : ' ';
  return [`${short}${dashes}${value ? `${gap}${value}${many ? '…' : ''}` : ''}`, text];
}

function table(entries: readonly Entry[], width: number): string {
  const left = Math.min(Math.max(...entries.map(([name]) => name.length)) + 2, 34);
  return entries
    .map(([name, text]) => {
      const [first = '', ...rest] = wrapped(text, width - 2 - left);
      return [`  ${name.padEnd(left)}${first}`.trimEnd(), ...rest.map((line) => ' '.repeat(2 + left) + line)].join(
        '\n',
      );
    })
    .join('\n');
}

/** What an example does, beneath its command. */
const setIn = (does: string, width: number): string =>
  wrapped(does, width - 6)
    .map((line) => `      ${line}`)
    .join('\n');

/** Words on lines of a width. Help has to be there at once: its letters are ours, and need no measuring. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= Math.max(20, width))
      lines.push(`${lines.pop()} ${word}`);
    else lines.push(word);
  }
  return lines;
}
