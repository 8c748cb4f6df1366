import type { Command, FlagSpec, Given } from '../command.ts';
import { flagsOf, OPTIONAL_VALUE } from '../flags.ts';
import { ANY_NUMBER } from '../parse.ts';

/** What could have been typed after a command's name to give the same: arguments, then flags in their order. */
export function equivalentArgs(command: Command, given: Given): string[] {
  const args = command.arguments.flatMap(({ name }) => given.arguments[name] ?? []);
  const flags = flagsOf(command).flatMap((flag) => typedFlag(flag, given.flags[flag.name]));
  // Behind `--` alone, what begins with a dash is no flag.
  return args.some(dashed) ? [...flags, '--', ...args] : [...args, ...flags];
}

const dashed = (value: string) => value.startsWith('-');

function typedFlag({ name, many }: FlagSpec, value: Given['flags'][string]): string[] {
  if (value === undefined) return [];
  if (typeof value === 'boolean') return [value ? `--${name}` : `--no-${name}`];
  if (OPTIONAL_VALUE.has(name)) return [value === ANY_NUMBER ? `--${name}` : `--${name}=${value}`];
  const values = [value].flat();
  if (values.some(dashed)) return values.map((one) => `--${name}=${one}`);
  return many || values.length === 1 ? [`--${name}`, ...values] : values.flatMap((one) => [`--${name}`, one]);
}
