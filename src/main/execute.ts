import type { Connection } from '../api/index.ts';
import { connect } from '../api/index.ts';
import type { ChangeCommand, Command, Given, ReadCommand } from '../commands/command.ts';
import { type ChangeOptions, changeOptionsOf, type Options, optionsOf } from '../commands/options.ts';
import type { Screen } from '../commands/showing.ts';
import { EXIT, type Exit } from '../failures/exit.ts';
import { Failure } from '../failures/failure.ts';
import { textOf } from '../input/file.ts';
import type { Process } from '../main.ts';
import { onInterrupt } from '../terminal/signals.ts';
import type { Terminal } from '../terminal/streams.ts';
import type { Texts } from '../texts/index.ts';
import { type Opened, openTarget } from './connecting.ts';

/** Carries a command out: what it needs is loaded here, so that help and version load none of it. */
export async function execute(
  key: string,
  command: Command,
  given: Given,
  process: Process,
  terminal: Terminal,
  texts: Texts,
): Promise<Exit> {
  const options = optionsOf(given);
  const screen: Screen = { terminal, texts, options, out: await outputOf(options, terminal) };
  if (command.kind === 'around') {
    const { aroundOf } = await import('./around.ts');
    return await command.run(aroundOf(screen, process.env), given);
  }
  if (command.kind === 'read') return await reading(command, given, screen, process.env);
  return await changing(key, command, given, screen, process.env);
}

async function reading(command: ReadCommand, given: Given, screen: Screen, env: NodeJS.ProcessEnv): Promise<Exit> {
  const { texts, terminal, options } = screen;
  return await withConnection(screen, env, async ({ reader }) => {
    const [{ askerOf }, { print }] = await Promise.all([
      import('../reading/asker.ts'),
      import('../rendering/output/print.ts'),
    ]);
    let asker: ReturnType<typeof askerOf> | undefined;
    const titles = options.titles || (terminal.isOutTty && options.outputFile === undefined);
    const ask = () => {
      asker ??= askerOf(reader, options.as);
      return asker;
    };
    const answer = await command.run({ reader, texts, asker: ask, titles }, given);
    const page = { width: terminal.width, texts, color: terminal.colorOut && options.outputFile === undefined };
    await screen.out(print(answer, options.format, page));
    if (!options.quiet) for (const note of answer.notes ?? []) await terminal.err(`${note}\n`);
    return answer.exit ?? EXIT.done;
  });
}

async function changing(
  key: string,
  command: ChangeCommand,
  given: Given,
  screen: Screen,
  env: NodeJS.ProcessEnv,
): Promise<Exit> {
  const change = changeOptionsOf(given);
  const [{ carryOut }, { showingOn }, { wantedOf }, { readStdin }] = await Promise.all([
    import('../commands/carry-out.ts'),
    import('../commands/showing.ts'),
    import('../commands/rows.ts'),
    import('../terminal/read-stdin.ts'),
  ]);
  const wanted = await wantedOf(command, given, change.csv, readStdin);
  if (!screen.options.quiet) for (const table of wanted.tables) await sayRecognised(table, screen);
  const stopping = new AbortController();
  const forget = onInterrupt((signal) => stopping.abort(new Failure('interrupted', { signal })));
  try {
    return await withConnection(screen, env, ({ reader, changer, announced }, { host }) =>
      carryOut(key, wanted.intents, {
        reader,
        changer: change.dryRun ? null : changer,
        announced,
        host,
        options: screen.options,
        change,
        showing: showingOn(screen, change satisfies ChangeOptions),
        signal: stopping.signal,
      }),
    );
  } finally {
    forget();
  }
}

/** Opens what the flags name, uses it, and closes it whatever happens. */
async function withConnection<T>(
  screen: Screen,
  env: NodeJS.ProcessEnv,
  use: (connection: Connection, opened: Opened) => Promise<T>,
): Promise<T> {
  const { options, terminal } = screen;
  // Read first: what is opened has to be closed, and an embedded sandbox left open keeps psyctl from ending.
  const caFile = options.caFile === undefined ? undefined : await textOf(options.caFile);
  const opened = await openTarget(screen, env);
  const connection = connect({
    url: opened.url,
    token: opened.token,
    concurrency: options.concurrency,
    rate: options.rate,
    timeoutMs: options.timeoutMs,
    caFile,
    env,
    ...(options.verbose ? { log: (event) => void terminal.err(`${JSON.stringify(event)}\n`) } : {}),
  });
  try {
    return await use(connection, opened);
  } finally {
    await connection.close();
    await opened.close();
  }
}

async function sayRecognised(
  { rows, recognised }: { rows: number; recognised: { encoding: string; delimiter: string; lineEnds: string } },
  { terminal, texts: { general } }: Screen,
): Promise<void> {
  const { encoding, delimiter, lineEnds } = recognised;
  const said = general.csvRecognised(
    general.encodings[encoding] ?? encoding,
    general.delimiters[delimiter] ?? delimiter,
    general.lineEnds[lineEnds] ?? lineEnds,
    rows,
  );
  await terminal.err(`${said}\n`);
}

/** Where data goes: standard output, or a file that only this user can read, in UTF-8. */
async function outputOf({ outputFile }: Options, terminal: Terminal): Promise<Screen['out']> {
  if (outputFile === undefined) return (text) => terminal.out(text);
  const { default: write } = await import('write-file-atomic');
  let written = '';
  return async (text) => {
    written += text;
    try {
      await write(outputFile, written, { mode: 0o600 });
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      throw code === undefined ? error : new Failure('file-unwritable', { file: outputFile, cause: code });
    }
  };
}
