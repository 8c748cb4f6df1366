import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

const BIN = new URL('../../bin/psyctl.js', import.meta.url).pathname;

/** A sandbox in a process of its own, as its users have it. */
export interface SandboxProcess {
  readonly url: string;
  readonly token: string;
  stop(): Promise<void>;
}

/** Starts `psyctl sandbox start` with some flags, on any free port. */
export async function startProcess(...flags: string[]): Promise<SandboxProcess> {
  const args = [BIN, 'sandbox', 'start', '--port', '0', '-o', 'json', ...flags];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const { url, tokens } = JSON.parse(line) as { url: string; tokens: { token: string; scopes: string[] }[] };
  return {
    url,
    token: tokens.find((token) => token.scopes.includes('act-as'))?.token ?? '',
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}
