import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getMe } from '../../src/contract/organization.ts';
import { connected, failureOf, fakeTools, ME, proxyTo, told } from './support.ts';

/** A certificate of its own for 127.0.0.1 and psylio.invalid; null where there is no openssl to make it. */
function selfSigned() {
  const folder = mkdtempSync(join(tmpdir(), 'psyctl-tls-'));
  const [keyFile, certFile] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const names = 'subjectAltName=IP:127.0.0.1,DNS:psylio.invalid';
  const made = ['-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', '/CN=psyctl test', '-addext', names];
  try {
    execFileSync('openssl', ['req', ...made, '-keyout', keyFile, '-out', certFile], { stdio: 'ignore' });
    return { key: readFileSync(keyFile, 'utf8'), cert: readFileSync(certFile, 'utf8') };
  } catch {
    return null;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const pair = selfSigned();

describe.skipIf(!pair)('a server whose certificate nobody knows', () => {
  const server = createServer(pair ?? {}, (_, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(ME));
  });
  let url: string;
  beforeAll(async () => {
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  test('is unreachable, and is not asked again', async () => {
    const tools = fakeTools();
    const failure = await failureOf(connected(url, { tools }).reader.read(getMe));
    const { host } = new URL(url);
    expect(told(failure)).toEqual(['unreachable', { host, cause: 'DEPTH_ZERO_SELF_SIGNED_CERT' }]);
    expect(tools.slept).toEqual([]);
  });

  test('is trusted once its certificate is given', async () => {
    const { reader } = connected(url, { caFile: pair?.cert });
    expect((await reader.read(getMe)).body).toEqual(ME);
  });

  test('is trusted so through a proxy too', async () => {
    const proxy = await proxyTo(url);
    const { reader } = connected('https://psylio.invalid', { caFile: pair?.cert, env: { HTTPS_PROXY: proxy.host } });
    expect((await reader.read(getMe)).body).toEqual(ME);
    expect(proxy.asked).toEqual(['psylio.invalid:443']);
  });
});
