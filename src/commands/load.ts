import type { Command } from './command.ts';

/** A command as it was named: `record share`, or one word like `whoami`. */
export interface CommandName {
  readonly noun: string;
  readonly verb: string | null;
}

/** The name as help lists it. */
export const keyOf = ({ noun, verb }: CommandName): string => (verb === null ? noun : `${noun} ${verb}`);

/**
 * Loads one command. Commands are found by where they are: `record share` in `record/share.ts`, `whoami` in
 * `whoami/whoami.ts`; so a new one is a new file and its entry in the help, and loading one loads no other.
 */
export async function loadCommand({ noun, verb }: CommandName): Promise<Command> {
  const { default: command } = (await import(`./${noun}/${verb ?? noun}.ts`)) as { default: Command };
  return command;
}
