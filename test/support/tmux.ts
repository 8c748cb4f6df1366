import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';

const BIN = fileURLToPath(new URL('../../bin/psyctl.js', import.meta.url));
const PATIENCE_MS = 20_000;
const LOOK_EVERY_MS = 50;

/** Why nothing can be driven in a real terminal here; null where it can. */
export const noTerminal: string | null = (() => {
  try {
    execFileSync('tmux', ['-V'], { stdio: 'ignore' });
    return null;
  } catch {
    return 'there is no tmux on this machine';
  }
})();
if (noTerminal) process.stderr.write(`Tests in a real terminal are left out: ${noTerminal}.\n`);

/** psyctl in a real terminal, as somebody sits at it. */
export interface Seat {
  /** Waits until the screen shows something, and gives the whole of it. */
  shows(wanted: string | RegExp): Promise<string>;
  /** Types some text as it is. */
  type(text: string): Promise<void>;
  /** Presses keys by their names: `Enter`, `Escape`, `C-c`, `Down`. */
  press(...keys: string[]): Promise<void>;
  /** Waits until psyctl ends: its exit code, and all that was ever on the screen. */
  ended(): Promise<{ exit: number; screen: string }>;
  close(): Promise<void>;
}

let seats = 0;

/** Runs the built psyctl in a terminal of 100 columns, in an environment that holds nothing but what is given, and PATH. */
export const seatAt = (args: readonly string[], env: Readonly<Record<string, string>>): Promise<Seat> =>
  seatWith([process.execPath, BIN, ...args], env);

/** Runs any program in such a terminal. */
export async function seatWith(command: readonly string[], env: Readonly<Record<string, string>>): Promise<Seat> {
  const socket = `psyctl-test-${process.pid}-${++seats}`;
  const { PATH = '' } = process.env;
  const own = { PATH, LC_ALL: 'C.UTF-8', TERM: 'xterm-256color' };
  const tmux = (...words: string[]) =>
    execa('tmux', ['-u', '-L', socket, '-f', '/dev/null', ...words], { env: own, extendEnv: false });
  const given = Object.entries({ PATH, ...env }).map(([name, value]) => `${name}=${value}`);
  // tmux doesn't always get to know how a process ended: a shell around it writes that down, all at once.
  const folder = mkdtempSync(join(tmpdir(), 'psyctl-seat-'));
  const status = join(folder, 'status');
  const noting = 'trap : INT; "$@"; echo $? > "$0.new"; mv "$0.new" "$0"';
  // What is left on the screen stays to be read once psyctl has ended.
  await tmux(
    ...[
      'start-server',
      ';',
      'set-option',
      '-g',
      'remain-on-exit',
      'on',
      ';',
      'set-option',
      '-g',
      'escape-time',
      '0',
      ';',
    ],
    ...['new-session', '-d', '-x', '100', '-y', '50', 'env', '-i', 'TERM=screen-256color', 'LC_ALL=C.UTF-8', ...given],
    ...['sh', '-c', noting, status, ...command],
  );
  const screen = async () =>
    (await tmux('capture-pane', '-p', '-J', '-S', '-')).stdout.replace(/\n*Pane is dead .*$/s, '').trimEnd();
  const until = async <T>(look: () => Promise<T | null>, wanted: string): Promise<T> => {
    const giveUp = Date.now() + PATIENCE_MS;
    for (;;) {
      const found = await look();
      if (found !== null) return found;
      if (Date.now() > giveUp) throw new Error(`${wanted} never came; the screen shows:\n${await screen()}`);
      await wait(LOOK_EVERY_MS);
    }
  };
  return {
    shows: (wanted) =>
      until(async () => {
        const now = await screen();
        return (typeof wanted === 'string' ? now.includes(wanted) : wanted.test(now)) ? now : null;
      }, String(wanted)),
    type: async (text) => void (await tmux('send-keys', '-l', '--', text)),
    press: async (...keys) => void (await tmux('send-keys', ...keys)),
    async ended() {
      const exit = await until(
        async () => (existsSync(status) ? Number(readFileSync(status, 'utf8')) : null),
        'the end',
      );
      return { exit, screen: await screen() };
    },
    async close() {
      await tmux('kill-server').catch(() => {});
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
