import { type Help, helpOfAll, helpOfCommand, helpOfNoun, helpToStart, laidOut } from '../commands/help.ts';
import { invocationOf } from '../commands/invocation.ts';
import { type CommandName, keyOf, loadCommand } from '../commands/load.ts';
import { EXIT, type Exit, exitOf } from '../failures/exit.ts';
import { Failure, Failures } from '../failures/failure.ts';
import { told, unexpected } from '../failures/unexpected.ts';
import type { Process } from '../main.ts';
import { type Terminal, terminalOf } from '../terminal/streams.ts';
import { type HelpTexts, helpTextsOf, type Texts, textsOf } from '../texts/index.ts';
import { IN_JSON, type Language } from '../texts/languages.ts';
import { languageOf } from './language.ts';
import { typedValue } from './typed.ts';

/** Runs one command, or shows help; gives the exit code psyctl should end with, whatever happens. */
export async function runPsyctl(args: readonly string[], process: Process): Promise<Exit> {
  // Chosen before flags are parsed: what is wrong with them is said in it too.
  const language = languageOf(args, process.env);
  const terminal = terminalOf(process, process.env, colorOf(args));
  try {
    return await run(args, process, terminal, language);
  } catch (error) {
    return await failed(error, args, terminal, await textsOf(language));
  } finally {
    await terminal.flush();
  }
}

async function run(args: readonly string[], process: Process, terminal: Terminal, language: Language): Promise<Exit> {
  const texts = await helpTextsOf(language);
  const known = Object.keys(texts.help);
  const { name, rest, help } = invocationOf(args, (noun) => known.includes(noun));
  const show = async (said: Help, to = terminal.out) => await to(`${laidOut(said, texts, terminal.width)}\n`);
  if (name === null) {
    await show(help ? helpOfAll(texts) : helpToStart(texts));
    return EXIT.done;
  }
  if (!known.includes(keyOf(name)))
    return await unknownCommand(name, help, texts, (of) => show(of, help ? terminal.out : terminal.err));
  const command = await loadCommand(name);
  if (help) {
    await show(helpOfCommand(keyOf(name), command, texts));
    return EXIT.done;
  }
  const [{ execute }, { parseGiven }] = await Promise.all([import('./execute.ts'), import('../commands/parse.ts')]);
  return await execute(
    keyOf(name),
    command,
    { given: parseGiven(command, rest), args: rest },
    process,
    terminal,
    await textsOf(language),
  );
}

/** A noun alone shows its verbs, asked for help or not; anything else is a mistake. */
async function unknownCommand(
  name: CommandName,
  help: boolean,
  texts: HelpTexts,
  show: (of: Help) => Promise<void>,
): Promise<Exit> {
  const keys = Object.keys(texts.help);
  if (name.verb === null && keys.some((key) => key.startsWith(`${name.noun} `))) {
    await show(helpOfNoun(name.noun, texts));
    return help ? EXIT.done : EXIT.usage;
  }
  const { meantCommands } = await import('../commands/meant.ts');
  throw new Failure('unknown-command', { command: keyOf(name), nearest: meantCommands(name, keys) });
}

/** Says what went wrong on standard error: in words, or as one object for scripts. */
async function failed(error: unknown, args: readonly string[], terminal: Terminal, texts: Texts): Promise<Exit> {
  const { failuresJson, failureText } = await import('../rendering/failure-json.ts');
  const failure = error instanceof Failure || error instanceof Failures ? error : unexpected(error);
  const json = /^(json|ndjson)$/.test(typedValue(args, ['-o', '--output']) ?? '');
  const said = json ? JSON.stringify(failuresJson(failure, await textsOf(IN_JSON))) : failureText(failure, texts);
  await terminal.err(`${said}\n`);
  if (args.includes('--verbose') || args.includes('-v')) await terminal.err(`${stackOf(error)}\n`);
  return exitOf(failure);
}

/** Where it went wrong: without the message, which is said as far as it may be. */
function stackOf(error: unknown): string {
  const of = error instanceof Failure ? `${error.name}: ${error.code}` : told(error);
  const frames = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  return [of, ...frames].join('\n');
}

function colorOf(args: readonly string[]): 'auto' | 'always' | 'never' {
  const color = typedValue(args, ['--color']);
  return color === 'always' || color === 'never' ? color : 'auto';
}
