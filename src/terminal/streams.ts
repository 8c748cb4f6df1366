import type { Writable } from 'node:stream';

/** When to colour what is written. */
export type ColorChoice = 'auto' | 'always' | 'never';

/** The part of a process's standard streams that is needed. */
export interface StandardStreams {
  readonly stdin: { readonly isTTY?: boolean };
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number; readonly rows?: number };
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
  /** In lines: the terminal's own, or 24. */
  readonly height: number;
  readonly colorOut: boolean;
  readonly colorErr: boolean;
}

type Env = Readonly<Record<string, string | undefined>>;

const DEFAULT_WIDTH = 80;
const DEFAULT_HEIGHT = 24;

/**
 * The terminal of a process. Standard streams whose reader has gone take no more, quietly. Each stream is looked at when
 * it is first needed: Node makes them then, which takes longer than much of what psyctl does.
 */
export function terminalOf(streams: StandardStreams, env: Env, color: ColorChoice = 'auto'): Terminal {
  let left = false;
  let gone: AbortController | undefined;
  const out = quietly(
    () => streams.stdout,
    () => {
      left = true;
      gone?.abort();
    },
  );
  const err = quietly(
    () => streams.stderr,
    () => {},
  );
  return {
    out: out.write,
    err: err.write,
    flush: async () => void (await Promise.all([out.flush(), err.flush()])),
    get gone() {
      gone ??= new AbortController();
      if (left) gone.abort();
      return gone.signal;
    },
    get isOutTty() {
      return streams.stdout.isTTY === true;
    },
    get isErrTty() {
      return streams.stderr.isTTY === true;
    },
    get isInTty() {
      return streams.stdin.isTTY === true;
    },
    get width() {
      return widthOf(env['COLUMNS'], () => streams.stdout.columns);
    },
    get height() {
      return streams.stdout.rows || DEFAULT_HEIGHT;
    },
    get colorOut() {
      return colors(color, env, () => streams.stdout.isTTY === true);
    },
    get colorErr() {
      return colors(color, env, () => streams.stderr.isTTY === true);
    },
  };
}

/** Writing to a stream that may lose its reader; any other trouble with it rejects. */
function quietly(streamOf: () => Writable, onGone: () => void) {
  let lost = false;
  let listening = false;
  let last: Promise<void> = Promise.resolve();
  const isGone = (error: unknown) =>
    ['EPIPE', 'ERR_STREAM_DESTROYED'].includes((error as NodeJS.ErrnoException).code ?? '');
  const listen = (stream: Writable): Writable => {
    if (listening) return stream;
    listening = true;
    // Without a listener the error would end the process with a stack trace.
    return stream.on('error', (error) => {
      if (!isGone(error)) return;
      lost = true;
      onGone();
    });
  };
  const write = (text: string | Uint8Array): Promise<void> => {
    if (lost || text.length === 0) return last;
    const written = new Promise<void>((resolve, reject) => {
      listen(streamOf()).write(text, (error) => (error && !isGone(error) ? reject(error) : resolve()));
    });
    // Who awaits the write hears of its failure; the flush only waits.
    last = Promise.all([last, written.catch(() => {})]).then(() => {});
    return written;
  };
  return { write, flush: () => last };
}

function widthOf(columns: string | undefined, own: () => number | undefined): number {
  const fits = (width: number | undefined): width is number => Number.isInteger(width) && (width ?? 0) > 0;
  const wanted = Number(columns);
  if (fits(wanted)) return wanted;
  const has = own();
  return fits(has) ? has : DEFAULT_WIDTH;
}

/** FORCE_COLOR comes before NO_COLOR, as in Node itself; `0` and `false` force their absence. */
function colors(choice: ColorChoice, env: Env, isTty: () => boolean): boolean {
  if (choice !== 'auto') return choice === 'always';
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return !env['NO_COLOR'] && env['TERM'] !== 'dumb' && isTty();
}
