import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import v8 from 'node:v8';

/** What people wait for most often, so that the code it runs is what is kept. */
const COMMANDS = [
  ['record', 'share', '--help'],
  ['record', 'share', '--help', '--lang', 'fr'],
  ['whoami'],
  // Asks for members of a name nobody has, so that nothing is printed.
  ['__complete', 'zsh', 'record', 'share', 'R-1001', '--with', 'nobody'],
  ['access', 'explain', 'noemie.tanguay@mille-rives.example', 'R-1001'],
  ['record', 'unshare', 'R-1001', '--from', 'noemie.tanguay@mille-rives.example', '--as', 'owner', '--dry-run'],
];

/** Runs some commands on an embedded sandbox and keeps the code they had compiled beside each file. */
export async function keepCompiled() {
  const scripts = new Map();
  globalThis[Symbol.for('psyctl.compiled')] = (script, file) => scripts.set(file, script);
  const keep = () => {
    for (const [file, script] of scripts) writeFileSync(`${file}.bin`, script.createCachedData());
    scripts.clear();
  };
  // V8 takes back only what was compiled with the flags it has then; psyctl sets one on its way.
  const { setFlagsFromString } = v8;
  v8.setFlagsFromString = (flags) => {
    keep();
    setFlagsFromString(flags);
  };
  const home = mkdtempSync(join(tmpdir(), 'psyctl-build-'));
  try {
    const { default: psyctl } = await import('../bin/psyctl.js');
    for (const command of COMMANDS) await run(psyctl, command, home);
    keep();
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

async function run({ main }, command, home) {
  const silent = () => new PassThrough().resume();
  const exit = await main({
    argv: ['node', 'psyctl', ...command],
    env: { PSYCTL_HOME: home, PSYCTL_CONNECTION: 'sandbox', PSYCTL_COMPLETION_TIMEOUT: '60000' },
    stdin: {},
    stdout: silent(),
    stderr: silent(),
  });
  if (exit !== 0) throw new Error(`psyctl ${command.join(' ')} ended with ${exit}`);
}
