/** What help says of one command. */
export interface CommandHelp {
  /** A line, for the list of commands: begins with a verb, no full stop. */
  readonly summary: string;
  /** What more there is to know, in a few sentences; may be empty. */
  readonly description: string;
  /** A line for each argument, by its name in the command's description. */
  readonly arguments: Readonly<Record<string, string>>;
  /** A line for each flag, by its name without dashes. */
  readonly flags: Readonly<Record<string, string>>;
  /** Commands that work when pasted on the embedded sandbox, and what each does. */
  readonly examples: readonly { readonly command: string; readonly does: string }[];
}
