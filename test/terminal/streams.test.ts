import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type ColorChoice, terminalOf } from '../../src/terminal/streams.ts';

/** A stream that keeps what it is given, and breaks with the code if there is one. */
function sink(more: { isTTY?: boolean; columns?: number } = {}, code?: string) {
  const written: string[] = [];
  const stream = new Writable({
    write(chunk, _, done) {
      if (code) return done(Object.assign(new Error(code), { code }));
      written.push(String(chunk));
      return setImmediate(done);
    },
  });
  return Object.assign(stream, more, { written });
}
const made = (env: Record<string, string>, tty: boolean, color?: ColorChoice, columns?: number) => {
  const stdout = sink({ isTTY: tty, ...(columns ? { columns } : {}) });
  return terminalOf({ stdin: {}, stdout, stderr: sink() }, env, color);
};

describe('colour', () => {
  test.each<[Record<string, string>, boolean, ColorChoice, boolean]>([
    [{}, true, 'auto', true],
    [{}, false, 'auto', false],
    [{ NO_COLOR: '1' }, true, 'auto', false],
    [{ NO_COLOR: '' }, true, 'auto', true],
    [{ TERM: 'dumb' }, true, 'auto', false],
    [{ FORCE_COLOR: '1', TERM: 'dumb' }, false, 'auto', true],
    [{ FORCE_COLOR: '' }, false, 'auto', true],
    [{ FORCE_COLOR: '0' }, true, 'auto', false],
    [{ NO_COLOR: '1' }, false, 'always', true],
    [{ FORCE_COLOR: '1' }, true, 'never', false],
  ])('with %j, a terminal: %s, --color %s: %s', (env, tty, choice, colored) => {
    expect(made(env, tty, choice).colorOut).toBe(colored);
  });
  test('of standard error is its own', () => {
    const terminal = made({}, true);
    expect([terminal.colorOut, terminal.colorErr, terminal.isOutTty, terminal.isErrTty]).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });
});

test.each([
  [{}, undefined, 80],
  [{}, 100, 100],
  [{ COLUMNS: '60' }, 100, 60],
  [{ COLUMNS: 'wide' }, 100, 100],
  [{ COLUMNS: '0' }, undefined, 80],
])('with %j and %s columns the width is %i', (env, columns, width) => {
  expect(made(env, true, 'auto', columns).width).toBe(width);
});

describe('writing', () => {
  test('keeps the streams apart, and flushing waits for all of it', async () => {
    const [stdout, stderr] = [sink(), sink()];
    const terminal = terminalOf({ stdin: { isTTY: true }, stdout, stderr }, {});
    for (const text of ['a', 'b', 'c']) void terminal.out(text);
    void terminal.err('x');
    await terminal.flush();
    expect([stdout.written, stderr.written]).toEqual([['a', 'b', 'c'], ['x']]);
    expect([terminal.isInTty, terminal.gone.aborted]).toEqual([true, false]);
  });

  test('to nobody is quiet, and says so to whom it concerns', async () => {
    const terminal = terminalOf({ stdin: {}, stdout: sink({}, 'EPIPE'), stderr: sink() }, {});
    await terminal.out('a');
    await new Promise(setImmediate);
    expect(terminal.gone.aborted).toBe(true);
    await terminal.out('b');
    await terminal.flush();
  });

  test('to a full disk is not', async () => {
    const terminal = terminalOf({ stdin: {}, stdout: sink({}, 'ENOSPC'), stderr: sink() }, {});
    await expect(terminal.out('a')).rejects.toThrow('ENOSPC');
    expect(terminal.gone.aborted).toBe(false);
  });

  test('into a pipe whose reader goes ends without a word', async () => {
    const streams = fileURLToPath(new URL('../../src/terminal/streams.ts', import.meta.url));
    const script = `
      const { terminalOf } = await import(${JSON.stringify(streams)});
      const terminal = terminalOf(process, {});
      while (!terminal.gone.aborted) await terminal.out('x'.repeat(9999));
      await terminal.out('more');
      await terminal.flush();`;
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script]);
    const errors: string[] = [];
    child.stderr.on('data', (data) => errors.push(String(data)));
    child.stdout.once('data', () => child.stdout.destroy());
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(errors).toEqual([]);
  });
});
