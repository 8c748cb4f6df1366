import type { Texts } from '../texts/index.ts';
import { type Command, type FlagSpec, takesChangeFlags } from './command.ts';
import { CHANGE_FLAGS, GLOBAL_FLAGS, SHORT } from './flags.ts';

/** Help of psyctl itself: its nouns, and the commands one begins with. */
export function helpOfAll({ general, help }: Texts, width: number): string {
  const nouns = [...new Set(Object.keys(help).map((key) => key.split(' ')[0] ?? key))];
  const said = (summary: string, of: string) => (of === '' ? summary : general.about(summary, of));
  const verbs = (noun: string) =>
    Object.keys(help).flatMap((key) => (key.startsWith(`${noun} `) ? [key.slice(noun.length + 1)] : []));
  const entries = nouns.map((noun) => [noun, said(general.nounSummary[noun] ?? noun, verbs(noun).join(', '))] as const);
  return [
    wrapped(general.tagline, width).join('\n'),
    `${general.usage}\n  ${general.allUsage}`,
    `${general.commandsTitle}\n${table(entries, width)}`,
    `${general.globalTitle}\n${table(
      GLOBAL_FLAGS.map((flag) => described(flag, general.flags[flag.name])),
      width,
    )}`,
  ].join('\n\n');
}

/** Help of a noun: its verbs. */
export function helpOfNoun(noun: string, { general, help }: Texts, width: number): string {
  const entries = Object.entries(help)
    .filter(([key]) => key.startsWith(`${noun} `))
    .map(([key, entry]) => [`psyctl ${key}`, entry.summary] as const);
  return [`${general.nounSummary[noun] ?? noun}`, `${general.commandsTitle}\n${table(entries, width)}`].join('\n\n');
}

/** Help of one command: what it does, what it takes, and examples. */
export function helpOfCommand(key: string, command: Command, { general, help }: Texts, width: number): string {
  const entry = help[key];
  if (!entry) return '';
  const args = command.arguments.map(({ name, many }) => (many ? `${name}…` : name));
  const own = [
    ...command.arguments.map(({ name }) => [name, entry.arguments[name] ?? ''] as const),
    ...command.flags.map((flag) => described(flag, entry.flags[flag.name])),
  ];
  const changes = CHANGE_FLAGS.map((flag) => described(flag, general.changeFlags[flag.name]));
  const globals = GLOBAL_FLAGS.map((flag) => described(flag, general.flags[flag.name]));
  return [
    `${entry.summary}.`,
    ...(entry.description ? [wrapped(entry.description, width).join('\n')] : []),
    `${general.usage}\n  ${['psyctl', key, ...args, general.commandUsage].join(' ')}`,
    ...(own.length > 0 ? [table(own, width)] : []),
    ...(takesChangeFlags(command) ? [`${general.changeTitle}\n${table(changes, width)}`] : []),
    `${general.globalTitle}\n${table(globals, width)}`,
    `${general.examplesTitle}\n${entry.examples.map((one) => `  ${one.command}\n${setIn(one.does, width)}`).join('\n')}`,
  ].join('\n\n');
}

function described({ name, value, many, negatable }: FlagSpec, text = ''): readonly [string, string] {
  const short = SHORT[name] ? `-${SHORT[name]}, ` : '';
  const dashes = negatable ? `--[no-]${name}` : `--${name}`;
  const gap = value?.startsWith('[') ? '' : ' ';
  return [`${short}${dashes}${value ? `${gap}${value}${many ? '…' : ''}` : ''}`, text];
}

function table(entries: readonly (readonly [string, string])[], width: number): string {
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
