/**
 * A flag's value as it was typed, for what has to be known before flags are parsed, or when they can't be. Given more
 * than once, the last counts, as it does when they are parsed.
 */
export function typedValue(args: readonly string[], names: readonly string[]): string | undefined {
  let value: string | undefined;
  for (const [at, arg] of args.entries()) {
    if (arg === '--') break;
    const name = names.find((one) => arg.startsWith(`${one}=`) || (one.length === 2 && arg.startsWith(one)));
    if (names.includes(arg)) value = args[at + 1];
    else if (name) value = arg.slice(name.length).replace(/^=/, '');
  }
  return value;
}
