import { Command as Commander, CommanderError, Option } from 'commander';
import { Failure } from '../failures/failure.ts';
import { nearest } from '../reading/nearest.ts';
import type { Command, FlagSpec, Given } from './command.ts';
import { flagsOf, OPTIONAL_VALUE, SHORT } from './flags.ts';

/** What `--allow-deletion` without a number means. */
export const ANY_NUMBER = 'any';

/** Reads what follows a command's name. Throws `unknown-flag`, `bad-value`, `missing-value` or `usage`. */
export function parseGiven(command: Command, rest: readonly string[]): Given {
  const flags = flagsOf(command);
  const parser = new Commander().exitOverride().helpOption(false).allowExcessArguments(false);
  parser.configureOutput({ writeOut: () => {}, writeErr: () => {}, outputError: () => {} });
  for (const { name, many } of command.arguments) parser.argument(many ? `[${name}...]` : `[${name}]`);
  for (const option of flags.flatMap(optionsOf)) parser.addOption(option);
  try {
    parser.parse(rest.map(withValue), { from: 'user' });
  } catch (error) {
    throw error instanceof CommanderError ? failureOf(error, flags) : error;
  }
  const parsed: Record<string, string | string[] | boolean | undefined> = parser.opts();
  return {
    arguments: Object.fromEntries(
      command.arguments.map(({ name }, at) => [name, [parser.processedArgs[at] ?? []].flat()]),
    ),
    flags: Object.fromEntries(flags.map(({ name }) => [name, parsed[camel(name)]])),
  };
}

function optionsOf({ name, value, many, negatable, choices }: FlagSpec): Option[] {
  const short = SHORT[name] ? `-${SHORT[name]}, ` : '';
  const placeholder = value === undefined ? '' : many ? ` <${name}...>` : ` <${name}>`;
  const option = new Option(`${short}--${name}${placeholder}`);
  if (choices) option.choices([...choices]);
  return negatable ? [option, new Option(`--no-${name}`)] : [option];
}

/** A flag whose value may be left out gets the one that means so: otherwise it would swallow what follows. */
const withValue = (arg: string): string => (OPTIONAL_VALUE.has(arg.replace(/^--/, '')) ? `${arg}=${ANY_NUMBER}` : arg);

const camel = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

function failureOf(error: CommanderError, flags: readonly FlagSpec[]): Failure {
  const [quoted = ''] = /'[^']*'/.exec(error.message) ?? [];
  const word = quoted.slice(1, -1);
  switch (error.code) {
    case 'commander.unknownOption': {
      const known = flags.map(({ name }) => name);
      const [flag = word] = word.split('=');
      // One letter is near everything.
      const near = flag.length <= 2 ? [] : nearest(flag.replace(/^-+/, ''), known);
      return new Failure('unknown-flag', { flag, nearest: near.map((name) => `--${name}`) });
    }
    case 'commander.optionMissingArgument':
      return new Failure('missing-value', { name: /--[\w-]+/.exec(word)?.[0] ?? word });
    case 'commander.invalidArgument': {
      const name = /--[\w-]+/.exec(error.message)?.[0] ?? '';
      const allowed = flags.find((flag) => `--${flag.name}` === name)?.choices ?? [];
      const value = /argument '([^']*)' is invalid/.exec(error.message)?.[1] ?? '';
      return new Failure('bad-value', { name, value, allowed: [...allowed] }, { column: name });
    }
    case 'commander.excessArguments': {
      const [expected = 0, found = 0] = (error.message.match(/\d+/g) ?? []).map(Number);
      return new Failure('usage', { problem: 'too-many-arguments', expected, found });
    }
    default:
      // Whatever else commander could say is a fault of how a command is described.
      throw error;
  }
}
