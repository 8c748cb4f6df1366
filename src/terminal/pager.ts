import { spawn } from 'node:child_process';

type Env = Readonly<Record<string, string | undefined>>;

/** What shows a long text where nothing else is wished for. */
const USUAL = 'less';
/** Ends by itself where all fits the screen, keeps colours, leaves what was shown standing. */
const USUAL_LESS = 'FRX';
/** What a shell ends with where there is no such program. */
const NOT_FOUND = 127;

/** The command of the pager somebody wishes for, by PSYCTL_PAGER or PAGER; null where they wish for none. */
export function pagerOf(env: Env): string | null {
  const pager = env['PSYCTL_PAGER'] ?? env['PAGER'] ?? USUAL;
  return /^\s*(cat\s*)?$/.test(pager) ? null : pager;
}

/**
 * Shows a text in a pager, and waits until whoever reads it has read enough. Gives whether there is such a program: otherwise
 * nothing was shown.
 */
export function paged(text: string, pager: string, env: Env): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(pager, {
      shell: true,
      stdio: ['pipe', 'inherit', 'inherit'],
      env: { LESS: USUAL_LESS, ...env },
    });
    // Ctrl-C is the pager's: it stops a search, not psyctl.
    const ignored = () => {};
    process.on('SIGINT', ignored);
    child.once('error', () => resolve(false));
    child.once('close', (code) => {
      process.off('SIGINT', ignored);
      resolve(code !== NOT_FOUND);
    });
    // Whoever has read enough leaves the rest unread.
    child.stdin.on('error', () => {});
    child.stdin.end(text);
  });
}
