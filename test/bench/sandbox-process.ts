import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type * as z from 'zod';
import type { Faults } from '../../src/contract/sandbox.ts';

const BIN = new URL('../../bin/psyctl.js', import.meta.url).pathname;

/** A sandbox in a process of its own, as its users have it. */
export interface SandboxProcess {
  readonly url: string;
  readonly token: string;
  /** Puts it back as it was at first. */
  reset(): Promise<void>;
  /** Has it get things wrong, or slow. */
  faults(faults: z.input<typeof Faults>): Promise<void>;
  stop(): Promise<void>;
}

/** Starts `psyctl sandbox start` with some flags, on any free port. */
export async function startProcess(...flags: string[]): Promise<SandboxProcess> {
  const args = [BIN, 'sandbox', 'start', '--port', '0', '-o', 'json', ...flags];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = () => child.kill('SIGTERM');
  process.once('exit', gone);
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const { url, tokens } = JSON.parse(line) as { url: string; tokens: { token: string; scopes: string[] }[] };
  const tell = async (method: string, path: string, body: object) => {
    const headers = { 'Content-Type': 'application/json' };
    const answer = await fetch(`${url}${path}`, { method, headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path} got ${answer.status}`);
    await answer.text();
  };
  return {
    url,
    reset: () => tell('POST', '/sandbox/reset', {}),
    faults: (faults) => tell('PUT', '/sandbox/faults', faults),
    token: tokens.find((token) => token.scopes.includes('act-as'))?.token ?? '',
    async stop() {
      process.off('exit', gone);
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}
