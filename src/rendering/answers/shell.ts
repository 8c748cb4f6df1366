/** What a shell takes as it stands. */
const HARMLESS = /^[\p{L}\p{N}@%+:,./_-]+$/u;
/** What double quotes protect in every shell; bash also looks for `$`, `` ` ``, `\` and `!` within them. */
const QUOTABLE = /^[^"$`\\!]*$/;

/** An argument as it can be pasted into a shell. */
export function shellQuoted(argument: string): string {
  if (HARMLESS.test(argument)) return argument;
  return QUOTABLE.test(argument) ? `"${argument}"` : `'${argument.replaceAll("'", `'\\''`)}'`;
}

/** A command as it can be pasted into a shell. */
export const shellCommand = (...words: readonly string[]): string => words.map(shellQuoted).join(' ');
