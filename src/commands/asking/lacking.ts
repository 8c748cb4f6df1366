import type { ArgumentSpec, ChangeCommand, FlagSpec, Given } from '../command.ts';

/** An argument or a flag that a change can't do without, and that isn't given. */
export type Lack = (ArgumentSpec & { readonly as: 'argument' }) | (FlagSpec & { readonly as: 'flag' });

/** What a change lacks, in the order it is asked for. */
export function lackingOf(command: ChangeCommand, given: Given): Lack[] {
  const specs: readonly Lack[] = [
    ...command.arguments.map((spec) => ({ ...spec, as: 'argument' as const })),
    ...command.flags.map((spec) => ({ ...spec, as: 'flag' as const })),
  ];
  const needed = command.needs?.(given) ?? usuallyNeeded(command);
  return needed
    .flatMap((wanted) => specs.find(({ name }) => name === wanted) ?? [])
    .filter(({ as, name }) => isNothing(as === 'argument' ? given.arguments[name] : given.flags[name]));
}

const isNothing = (value: unknown): boolean => value === undefined || (Array.isArray(value) && value.length === 0);

function usuallyNeeded({ arguments: args, flags, required }: ChangeCommand): string[] {
  const columns = new Set(required.filter((column) => typeof column === 'string'));
  return [
    ...args.filter(({ optional }) => !optional).map(({ name }) => name),
    ...flags.filter(({ column }) => column !== undefined && columns.has(column)).map(({ name }) => name),
  ];
}

/** The same, with some values for what is lacking. */
export function withValues(given: Given, { name, as, many }: Lack, values: readonly string[]): Given {
  if (as === 'argument') return { ...given, arguments: { ...given.arguments, [name]: values } };
  return { ...given, flags: { ...given.flags, [name]: many ? values : values[0] } };
}
