import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Around } from '../commands/command.ts';
import type { Screen } from '../commands/showing.ts';
import { ensureFolder, folders } from '../settings/folders.ts';
import { chosenBy, connectionTo, openChosen, rememberedBy, sandboxFile } from './connecting.ts';
import { packaged } from './packaged.ts';
import { show } from './show.ts';

/** What the commands about psyctl itself work with. */
export function aroundOf(screen: Screen, env: NodeJS.ProcessEnv): Around {
  const { terminal, texts, jsonTexts, options } = screen;
  const accounts = rememberedBy(screen, env);
  let home: string | undefined;
  return {
    texts,
    jsonTexts,
    options,
    env,
    accounts,
    canAsk: terminal.isInTty && terminal.isErrTty,
    show: (answer) => show(answer, screen),
    chosen: () => chosenBy(screen, env, accounts),
    open: (chosen) => openChosen(chosen, screen, env, accounts),
    connect: (to) => connectionTo(to, screen, env, { persistence: { attempts: 1, putOffs: 0 } }),
    json: options.format === 'json' || options.format === 'ndjson',
    out: (text) => void terminal.out(text),
    write: (data) => screen.out(data),
    err: (text) => void terminal.err(text),
    packaged,
    async resetSandbox() {
      ensureFolder(folders(env).data);
      const { resetEmbedded } = await import('./embedded.ts');
      await resetEmbedded(sandboxFile(env));
    },
    async psyctl(args) {
      home ??= homeToThrowAway();
      await terminal.flush();
      const { PSYCTL_CONNECTION: _one, PSYCTL_API_URL: _other, ...rest } = env;
      return await exitOf(['--lang', texts.language, ...args], {
        ...rest,
        PSYCTL_HOME: home,
        COLUMNS: String(terminal.width),
      });
    },
  };
}

function homeToThrowAway(): string {
  const home = mkdtempSync(join(tmpdir(), 'psyctl-'));
  process.once('exit', () => rmSync(home, { recursive: true, force: true }));
  return home;
}

function exitOf(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [packaged('bin/psyctl.js'), ...args], { stdio: 'inherit', env });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}
