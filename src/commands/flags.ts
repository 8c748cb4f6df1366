import { DIALECTS } from '../rendering/output/csv.ts';
import { LANGUAGES } from '../texts/languages.ts';
import { type Command, type FlagSpec, takesChangeFlags } from './command.ts';

/** The shapes output can have. */
export const FORMATS = ['text', 'json', 'ndjson', 'csv', 'md'] as const;
/** A shape of output. */
export type Format = (typeof FORMATS)[number];

/** The flags every command takes. */
export const GLOBAL_FLAGS: readonly FlagSpec[] = [
  { name: 'connection', value: 'NAME', names: 'connection' },
  { name: 'api-url', value: 'URL' },
  { name: 'as', value: 'MEMBER', names: 'member' },
  { name: 'reason', value: 'TEXT' },
  { name: 'output', value: 'FORMAT', choices: FORMATS },
  { name: 'output-file', value: 'FILE', names: 'file' },
  { name: 'csv-dialect', value: 'DIALECT', choices: DIALECTS },
  { name: 'pager', negatable: true },
  { name: 'titles' },
  { name: 'quiet' },
  { name: 'verbose' },
  { name: 'color', value: 'WHEN', choices: ['auto', 'always', 'never'] },
  { name: 'lang', value: 'LANG', choices: LANGUAGES },
  { name: 'timeout', value: 'SECONDS' },
  { name: 'concurrency', value: 'N' },
  { name: 'rate', value: 'N' },
  { name: 'ca-file', value: 'FILE', names: 'file' },
  { name: 'proxy', value: 'URL' },
];

/** The flags every change takes besides. */
export const CHANGE_FLAGS: readonly FlagSpec[] = [
  { name: 'csv', value: 'FILE', names: 'file' },
  { name: 'dry-run' },
  { name: 'out', value: 'FILE', names: 'file' },
  { name: 'yes' },
  { name: 'allow-deletion', value: '[=N]' },
  { name: 'max-losses', value: 'N|P%' },
  { name: 'skip-refused' },
  { name: 'detailed-exitcode' },
];

/** One letter for a flag that is often typed. */
export const SHORT: Readonly<Record<string, string>> = { output: 'o', yes: 'y', quiet: 'q', verbose: 'v' };

/** Flags whose value may be left out; it is given with `=`. */
export const OPTIONAL_VALUE: ReadonlySet<string> = new Set(['allow-deletion']);

/** The flags a command takes: its own, those of every change, those of every command. */
export const flagsOf = (command: Command): readonly FlagSpec[] => [
  ...command.flags,
  ...(takesChangeFlags(command) ? CHANGE_FLAGS : []),
  ...GLOBAL_FLAGS,
];
