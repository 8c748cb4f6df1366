import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { runPsyctl } from '../support/cli.ts';

const BIN = new URL('../../bin/psyctl.js', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'psyctl-test-'));

/** `psyctl sandbox start`, once it listens. */
async function started(...flags: string[]) {
  const args = [BIN, 'sandbox', 'start', '--port', '0', '-o', 'json', ...flags];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const { url, pid, tokens } = JSON.parse(line) as { url: string; pid: number; tokens: { token: string }[] };
  const env = { PSYCTL_HOME: folder, PSYCTL_API_URL: url, PSYCTL_TOKEN: tokens[0]?.token ?? '' };
  return {
    url,
    pid,
    psyctl: (...given: string[]) => runPsyctl(given, env),
    async stop(signal: 'SIGINT' | 'SIGTERM') {
      child.kill(signal);
      const [code] = (await once(child, 'exit')) as [number | null];
      return code;
    },
  };
}

describe('psyctl sandbox start', () => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    it(`stops cleanly on ${signal}, with nothing lost`, async () => {
      const database = join(folder, `${signal}.db`);
      const first = await started('--database', database);
      const share = ['record', 'share', 'R-1014', '--with', 'martine.plourde@mille-rives.example', '--access', 'write'];
      expect((await first.psyctl(...share, '--as', 'owner', '--yes')).exit).toBe(0);
      expect(await first.stop(signal)).toBe(0);
      expect(statSync(database).mode & 0o777).toBe(0o600);

      const second = await started('--database', database);
      const again = await second.psyctl(...share, '--as', 'owner', '--yes', '-o', 'json');
      expect(again.json()).toMatchObject({ summary: { steps: { unchanged: 1, change: 0 } }, run: null });
      await second.stop(signal);
    });
  }

  it('listens on loopback alone, and says so in one line of JSON', async () => {
    const sandbox = await started('--size', '50');
    expect(new URL(sandbox.url).hostname).toBe('127.0.0.1');
    expect(sandbox.pid).toBeGreaterThan(0);
    const records = (await sandbox.psyctl('organization', 'show', '-o', 'json')).json();
    expect(records).toMatchObject({ kind: 'school-service-centre' });
    await sandbox.stop('SIGTERM');
  });

  it('makes up the same organization every time', async () => {
    const dump = async () => {
      const sandbox = await started('--size', '60');
      const world = await (await fetch(`${sandbox.url}/sandbox/world`)).text();
      await sandbox.stop('SIGTERM');
      return world;
    };
    expect(await dump()).toBe(await dump());
  });

  it('names what is wrong with a world, and where', async () => {
    const ended = await runPsyctl(['sandbox', 'start', '--world', 'fixtures/inputs/shares.csv'], {});
    expect([ended.exit, ended.out]).toEqual([2, '']);
    expect(ended.err).toMatch(/fixtures\/inputs\/shares\.csv is no world psyctl can start from/);
    expect(ended.err).not.toContain('    at ');
  });
});
