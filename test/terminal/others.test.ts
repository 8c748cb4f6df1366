import { EventEmitter } from 'node:events';
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { type Progress, progress, type Standing } from '../../src/terminal/progress.ts';
import { readStdin } from '../../src/terminal/read-stdin.ts';
import { type Interruptible, onInterrupt } from '../../src/terminal/signals.ts';

describe('an interruption', () => {
  function interrupted(...signals: string[]) {
    const process = new EventEmitter();
    const handled: string[] = [];
    const exits: number[] = [];
    const exit = (code: number) => {
      exits.push(code);
      throw new Error('exited');
    };
    const dispose = onInterrupt(
      (signal) => handled.push(signal),
      Object.assign(process, { exit }) as unknown as Interruptible,
    );
    for (const signal of signals) {
      try {
        process.emit(signal);
      } catch (error) {
        expect((error as Error).message).toBe('exited');
      }
    }
    dispose();
    return { handled, exits, left: process.eventNames() };
  }
  test.each([
    [['SIGINT'], ['SIGINT'], []],
    [['SIGTERM'], ['SIGTERM'], []],
    [['SIGINT', 'SIGINT'], ['SIGINT'], [130]],
    [['SIGINT', 'SIGTERM'], ['SIGINT'], [143]],
  ])('%j calls the handler for %j and exits with %j', (signals, handled, exits) => {
    expect(interrupted(...signals)).toEqual({ handled, exits, left: [] });
  });
});

test('all bytes of standard input are read, as they are', async () => {
  const bytes = [Buffer.from([0xef, 0xbb]), Buffer.from([0xbf, 0x92, 0x00])];
  expect(await readStdin(Readable.from(bytes))).toEqual(Buffer.concat(bytes));
  expect(await readStdin(Readable.from(['é', 'a']))).toEqual(Buffer.from('éa'));
  expect(await readStdin(Readable.from([]))).toHaveLength(0);
});

describe('progress', () => {
  /** Runs progress of ten things on a clock of its own; gives what was written and the standings shown. */
  function shown(tty: boolean, run: (progress: Progress, pass: (ms: number) => void) => void) {
    let time = 0;
    const written: string[] = [];
    const standings: Standing[] = [];
    const write = (text: string) => written.push(text);
    const format = (standing: Standing) => {
      standings.push(standing);
      return `${standing.done}/${standing.total}`;
    };
    run(progress(10, { tty, write, now: () => time, format }), (ms) => {
      time += ms;
    });
    return { written, standings };
  }

  test('draws over one line in a terminal, not for every single thing, and takes it away', () => {
    const { written } = shown(true, (progress, pass) => {
      progress.done();
      progress.done();
      pass(100);
      progress.done();
      progress.stop();
      pass(1000);
      progress.done();
    });
    expect(written).toEqual(['\r\u001b[2K1/10', '\r\u001b[2K3/10', '\r\u001b[2K']);
  });

  test('says a line a minute without one', () => {
    const { written } = shown(false, (progress, pass) => {
      for (let minute = 0; minute < 2; minute += 1) {
        pass(59_999);
        progress.done();
        pass(1);
        progress.done(2);
      }
      progress.stop();
    });
    expect(written).toEqual(['3/10\n', '6/10\n']);
  });

  test('knows speed, time left and failures', () => {
    const { standings } = shown(true, (progress, pass) => {
      progress.failed();
      pass(2000);
      progress.done(3);
    });
    expect(standings).toEqual([
      { done: 1, failed: 1, total: 10, perSecond: 0, secondsLeft: null },
      { done: 4, failed: 1, total: 10, perSecond: 2, secondsLeft: 3 },
    ]);
  });
});
