import { type Connection, connect } from '../../src/api/index.ts';
import type { ReadCommand } from '../../src/commands/command.ts';
import { Failure } from '../../src/failures/failure.ts';
import { type Asker, askerOf } from '../../src/reading/asker.ts';
import { pull } from '../../src/reading/pulling/pull.ts';
import { startSandbox } from '../../src/sandbox/start.ts';
import { parseWorld } from '../../src/sandbox/world/parse.ts';
import { textsOf } from '../../src/texts/index.ts';

const texts = await textsOf('en');

/** Somebody who asks: an API, or a sandbox started from a snapshot. */
export interface Asking {
  readonly reader: Connection['reader'];
  asker(): Promise<Asker>;
  /** What a command answers as JSON, or the code of the failure it ends with. */
  ask(command: ReadCommand, args: readonly string[]): Promise<unknown>;
}

/** Asks over a connection; `inPart`: as psyctl does of a file that doesn't hold everything. */
export function askingAs({ reader }: Connection, as: string | undefined, inPart = false): Asking {
  let known: Promise<Asker> | undefined;
  const asker = () => {
    known ??= askerOf(reader, as).then((one) => ({ ...one, inPart }));
    return known;
  };
  const rest = {
    titles: false,
    host: 'test',
    runs: () => Promise.reject(new Error('no runs here')),
    write: () => Promise.reject(new Error('no files here')),
    progress: () => ({ done: () => {}, stop: () => {} }),
  };
  return {
    reader,
    asker,
    async ask(command, args) {
      const given = Object.fromEntries(command.arguments.map(({ name }, at) => [name, [args[at] ?? '']]));
      try {
        const reading = { reader, texts, jsonTexts: texts, asker, ...rest };
        return (await command.run(reading, { arguments: given, flags: {} })).json;
      } catch (error) {
        if (error instanceof Failure) return error.code;
        throw error;
      }
    },
  };
}

/** The snapshot of whoever asks. */
export async function pulled({ reader, asker }: Asking, withNames = false): Promise<string> {
  let text = '';
  const at = '2026-11-26T12:00:00Z';
  for await (const piece of pull(reader, await asker(), { withNames, at, onRead: () => {} })) text += piece;
  return text;
}

/** A sandbox started from a snapshot, asked as its puller; `offline`: as `--snapshot` asks it. */
export async function rehearsing(text: string, as: string | undefined, offline = false) {
  const world = parseWorld(text);
  const sandbox = await startSandbox({ database: ':memory:', world });
  const connection = connect({ url: sandbox.url, token: sandbox.tokens[0]?.token ?? '', env: {} });
  const asking = askingAs(connection, as, offline && world.snapshot?.whole === false);
  return {
    ...asking,
    async close() {
      await connection.close();
      await sandbox.close();
    },
  };
}
