import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';

/**
 * What people wait for most often, so that the code it runs is what is kept: once for each way in which psyctl sets V8,
 * which takes back nothing that was compiled in another.
 */
const WAYS = {
  plain: [
    ['record', 'share', '--help'],
    ['record', 'share', '--help', '--lang', 'fr'],
  ],
  tuned: [
    ['whoami'],
    ['record', 'list', '--as', 'noemie.tanguay@mille-rives.example', '--limit', '1'],
    // Asks for members of a name nobody has, so that nothing is printed.
    ['__complete', 'zsh', 'record', 'share', 'R-1001', '--with', 'nobody'],
    ['access', 'explain', 'noemie.tanguay@mille-rives.example', 'R-1001'],
    ['record', 'unshare', 'R-1001', '--from', 'noemie.tanguay@mille-rives.example', '--as', 'owner', '--dry-run'],
  ],
};

// `node .ci/compiled.mjs plain|tuned`: runs some commands on an embedded sandbox and keeps the code they had compiled
// beside each file. A process of its own: V8 is set once and for all.
const commands = WAYS[process.argv[2]];
const scripts = new Map();
globalThis[Symbol.for('psyctl.compiled')] = (script, file) => scripts.set(file, script);
const home = mkdtempSync(join(tmpdir(), 'psyctl-build-'));
try {
  // What psyctl finds out about its way, it finds out from what it was called with.
  process.argv = ['node', 'psyctl', ...commands[0]];
  const psyctl = createRequire(import.meta.url)('../bin/psyctl.js');
  for (const command of commands) await run(psyctl, command);
  for (const [file, script] of scripts) writeFileSync(file, script.createCachedData());
} finally {
  rmSync(home, { recursive: true, force: true });
}

async function run({ main }, command) {
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
