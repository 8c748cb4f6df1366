import type { Writable } from 'node:stream';

/** When to colour what is written. */
export type ColorChoice = 'auto' | 'always' | 'never';

/** The part of a process's standard streams that is needed. */
export interface StandardStreams {
  readonly stdin: { readonly isTTY?: boolean };
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: Writable & { readonly isTTY?: boolean };
}

/** The standard streams and what they can show. */
export interface Terminal {
  /** Writes data to standard output; resolves once the system has it, or nobody reads any more. */
  out(text: string | Uint8Array): Promise<void>;
  /** Writes anything else to standard error, in the same way. */
  err(text: string): Promise<void>;
  /** Waits until all that was written has gone; to be awaited before the process ends. */
  flush(): Promise<void>;
  /** Aborted when whoever read standard output has gone (`psyctl … | head`): what only writes there can stop. */
  readonly gone: AbortSignal;
  readonly isOutTty: boolean;
  readonly isErrTty: boolean;
  readonly isInTty: boolean;
  /** In columns: COLUMNS, or the terminal's own, or 80. */
  readonly width: number;
  readonly colorOut: boolean;
  readonly colorErr: boolean;
}

type Env = Readonly<Record<string, string | undefined>>;

const DEFAULT_WIDTH = 80;

/** The terminal of a process. Standard streams whose reader has gone take no more, quietly. */
export function terminalOf(streams: StandardStreams, env: Env, color: ColorChoice = 'auto'): Terminal {
  const gone = new AbortController();
  const out = quietly(streams.stdout, () => gone.abort());
  const err = quietly(streams.stderr, () => {});
  const isOutTty = streams.stdout.isTTY === true;
  const isErrTty = streams.stderr.isTTY === true;
  return {
    out: out.write,
    err: err.write,
    flush: async () => void (await Promise.all([out.flush(), err.flush()])),
    gone: gone.signal,
    isOutTty,
    isErrTty,
    isInTty: streams.stdin.isTTY === true,
    width: widthOf(env['COLUMNS'], streams.stdout.columns),
    colorOut: colors(color, env, isOutTty),
    colorErr: colors(color, env, isErrTty),
  };
}

/** Writing to a stream that may lose its reader; any other trouble with it rejects. */
function quietly(stream: Writable, onGone: () => void) {
  let lost = false;
  let last: Promise<void> = Promise.resolve();
  const isGone = (error: unknown) =>
    ['EPIPE', 'ERR_STREAM_DESTROYED'].includes((error as NodeJS.ErrnoException).code ?? '');
  // Without a listener the error would end the process with a stack trace.
  stream.on('error', (error) => {
    if (!isGone(error)) return;
    lost = true;
    onGone();
  });
  const write = (text: string | Uint8Array): Promise<void> => {
    if (lost || text.length === 0) return last;
    const written = new Promise<void>((resolve, reject) => {
      stream.write(text, (error) => (error && !isGone(error) ? reject(error) : resolve()));
    });
    // Who awaits the write hears of its failure; the flush only waits.
    last = Promise.all([last, written.catch(() => {})]).then(() => {});
    return written;
  };
  return { write, flush: () => last };
}

function widthOf(columns: string | undefined, own: number | undefined): number {
  return [Number(columns), own ?? 0].find((width) => Number.isInteger(width) && width > 0) ?? DEFAULT_WIDTH;
}

/** FORCE_COLOR comes before NO_COLOR, as in Node itself; `0` and `false` force their absence. */
function colors(choice: ColorChoice, env: Env, tty: boolean): boolean {
  if (choice !== 'auto') return choice === 'always';
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return tty && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
}
