import { join } from 'node:path';
import type { Connection, ConnectOptions, Retry } from '../api/index.ts';
import type { Called } from '../commands/carry-out.ts';
import type { Carrying, Pause } from '../commands/carrying/carrying.ts';
import {
  type ChangeCommand,
  type Command,
  flagValue,
  type Given,
  type Kept,
  type KeptCommand,
  type Opened,
  type ReadCommand,
} from '../commands/command.ts';
import { changeOptionsOf, optionsOf } from '../commands/options.ts';
import type { Screen } from '../commands/showing.ts';
import type { Snapshot } from '../contract/world.ts';
import { EXIT, type Exit } from '../failures/exit.ts';
import { Failure } from '../failures/failure.ts';
import type { Process } from '../main.ts';
import type { Answer } from '../rendering/answer.ts';
import { folders } from '../settings/folders.ts';
import { type Progress, progress as progressOf } from '../terminal/progress.ts';
import { onInterrupt } from '../terminal/signals.ts';
import type { Terminal } from '../terminal/streams.ts';
import { type Texts, textsOf } from '../texts/index.ts';
import { IN_JSON } from '../texts/languages.ts';
import { connectionTo, openTarget } from './connecting.ts';
import { outputOf, writeComing, writeWhole } from './output.ts';
import { colorOf, show } from './show.ts';
import { VERSION } from './version.ts';

/** What somebody typed after a command: read, and word by word. */
export interface Typed {
  readonly given: Given;
  readonly args: readonly string[];
}

/** Carries a command out: what it needs is loaded here, so that help and version load none of it. */
export async function execute(
  key: string,
  command: Command,
  { given, args }: Typed,
  process: Process,
  terminal: Terminal,
  texts: Texts,
): Promise<Exit> {
  const options = optionsOf(given);
  const json = options.format === 'json' || options.format === 'ndjson';
  const jsonTexts = json ? await textsOf(IN_JSON) : texts;
  const screen: Screen = {
    terminal,
    texts,
    jsonTexts,
    options,
    out: outputOf(options, terminal),
  };
  if (command.kind === 'around') {
    const { aroundOf } = await import('./around.ts');
    return await command.run(aroundOf(screen, process.env), given);
  }
  const { env } = process;
  if (command.kind === 'read') return await reading(command, given, screen, env);
  if (command.kind === 'kept') return await showingKept(command, given, screen, env);
  if (command.kind === 'carrying') {
    return await withCarrying(screen, given, env, (carrying) => command.run(carrying, given));
  }
  return await changing(key, command, { given, args }, screen, env);
}

async function showingKept(command: KeptCommand, given: Given, screen: Screen, env: NodeJS.ProcessEnv): Promise<Exit> {
  const { texts, jsonTexts, terminal } = screen;
  const around: Kept = {
    texts,
    jsonTexts,
    runs: await runsIn(env),
    color: colorOf(screen),
    version: VERSION,
    write: writeWhole,
    show: async (answer) => void (await answered(answer, screen)),
    canAsk: terminal.isInTty && terminal.isErrTty,
    confirm: async (message) =>
      (await import('../terminal/confirm.ts')).agreed({ message, default: false, words: texts.preview.answers }),
  };
  return await answered(await command.run(around, given), screen);
}

/** The runs that are kept on this machine. */
async function runsIn(env: NodeJS.ProcessEnv) {
  const { RunStore } = await import('../executing/run/store.ts');
  return new RunStore(join(folders(env).state, 'runs'));
}

/** Prints an answer in the shape asked for. */
async function answered(answer: Answer, screen: Screen): Promise<Exit> {
  await show(answer, screen);
  return answer.exit ?? EXIT.done;
}

async function reading(command: ReadCommand, given: Given, screen: Screen, env: NodeJS.ProcessEnv): Promise<Exit> {
  const file = flagValue(given, 'snapshot');
  if (file === undefined) return await withConnection(screen, env, (on, { host }) => use(on, host, screen, undefined));
  const { withSnapshot } = await import('./offline.ts');
  return await withSnapshot(file, screen, env, ({ reader }, snapshot, ignoring) =>
    use({ reader }, 'snapshot', ignoring, snapshot),
  );

  async function use({ reader }: Pick<Connection, 'reader'>, host: string, on: Screen, snapshot: Snapshot | undefined) {
    const { texts, jsonTexts, terminal, options } = on;
    const { askerOf } = await import('../reading/asker.ts');
    let asker: ReturnType<typeof askerOf> | undefined;
    const titles = options.titles || (terminal.isOutTty && options.outputFile === undefined);
    const ask = () => {
      asker ??= askerOf(reader, options.as).then((one) => ({ ...one, inPart: snapshot?.whole === false }));
      return asker;
    };
    const progress = (format: (done: number) => string) => countingOn(terminal, options.quiet, format);
    const kept = { runs: () => runsIn(env), write: writeComing, progress, ...(snapshot && { snapshot }) };
    // Loaded where it may be needed only: everything else starts sooner.
    const printing = options.format === 'ndjson' ? (await import('./streaming.ts')).printingOn(on) : {};
    const about = { reader, texts, jsonTexts, asker: ask, titles, host };
    const answer = await command.run({ ...about, ...kept, ...printing }, given);
    const said = snapshot ? [texts.snapshot.asked(snapshot.puller, snapshot.at, snapshot.whole)] : [];
    return await answered({ ...answer, notes: [...(answer.notes ?? []), ...said] }, on);
  }
}

/** Progress of which nobody knows how long it is. */
function countingOn(terminal: Terminal, quiet: boolean, format: (done: number) => string): Progress {
  const write = (text: string) => (quiet ? undefined : terminal.err(text));
  const now = () => performance.now();
  return progressOf(0, { tty: terminal.isErrTty, write, now, format: ({ done }) => format(done) });
}

async function changing(
  key: string,
  command: ChangeCommand,
  typed: Typed,
  screen: Screen,
  env: NodeJS.ProcessEnv,
): Promise<Exit> {
  const { given } = typed;
  const [{ carryOut }, { askedFor, asksFor }] = await Promise.all([
    import('../commands/carry-out.ts'),
    import('./asking.ts'),
  ]);
  if (!asksFor(command, given, screen)) {
    const called = await calledFor(key, command, typed, screen);
    return await withCarrying(screen, given, env, (carrying) => carryOut(called, carrying));
  }
  return await withCarrying(screen, given, env, async (carrying) => {
    const completed = await askedFor(key, command, given, screen, carrying);
    return await carryOut(await calledFor(key, command, completed, screen), carrying);
  });
}

/** What somebody wants, read from what was typed and from the file that names. */
async function calledFor(key: string, command: ChangeCommand, { given, args }: Typed, screen: Screen): Promise<Called> {
  const [{ wantedOf }, { readStdin }] = await Promise.all([
    import('../commands/rows.ts'),
    import('../terminal/read-stdin.ts'),
  ]);
  const { intents, rows, tables } = await wantedOf(command, given, flagValue(given, 'csv'), readStdin);
  if (!screen.options.quiet) for (const table of tables) await sayRecognised(table, screen);
  return { command: key, args, intents, rows };
}

/** Opens what the flags name, to change something there; what is under way ends when psyctl is asked to stop. */
async function withCarrying(
  screen: Screen,
  given: Given,
  env: NodeJS.ProcessEnv,
  use: (carrying: Carrying) => Promise<Exit>,
): Promise<Exit> {
  const change = changeOptionsOf(given);
  const [{ showingOn }, runs] = await Promise.all([import('../commands/showing.ts'), runsIn(env)]);
  const stopping = new AbortController();
  const forget = onInterrupt((signal) => stopping.abort(new Failure('interrupted', { signal })));
  const pauses = telling<Pause>();
  const retries = telling<Retry>();
  try {
    return await withConnection(
      screen,
      env,
      ({ reader, changer, announced }, { host }) =>
        use({
          reader,
          changer: change.dryRun || change.out !== undefined ? null : changer,
          announced,
          onPause: pauses.listen,
          onRetry: retries.listen,
          host,
          version: VERSION,
          runs,
          options: screen.options,
          change,
          showing: showingOn(screen, change),
          signal: stopping.signal,
        }),
      { onPause: pauses.tell, onRetry: retries.tell },
    );
  } finally {
    forget();
  }
}

/** Tells whoever listens by then. */
function telling<T>() {
  const listeners: ((told: T) => void)[] = [];
  return {
    listen: (listener: (told: T) => void) => void listeners.push(listener),
    tell: (told: T) => {
      for (const listener of listeners) listener(told);
    },
  };
}

/** Opens what the flags name, uses it, and closes it whatever happens. */
async function withConnection<T>(
  screen: Screen,
  env: NodeJS.ProcessEnv,
  use: (connection: Connection, opened: Opened) => Promise<T>,
  told: Pick<ConnectOptions, 'onPause' | 'onRetry'> = {},
): Promise<T> {
  const opened = await openTarget(screen, env);
  // What is opened has to be closed: an embedded sandbox left open keeps psyctl from ending.
  const connection = await connectionTo(opened, screen, env, told).catch(async (error) => {
    await opened.close();
    throw error;
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
