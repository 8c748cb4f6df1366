import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { certificatesIn, usualCertificates } from '../../src/api/certificates.ts';
import { examine } from '../../src/api/examine.ts';
import { getMe } from '../../src/contract/organization.ts';
import { type Authority, authority } from '../support/certificates.ts';
import { connected, failureOf, fakeTools, ME, proxyTo, told } from './support.ts';

let ours: Authority;
let url: string;
const server = createServer({}, (_, response) => {
  response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(ME));
});
beforeAll(async () => {
  ours = await authority();
  server.setSecureContext(await ours.vouchFor());
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe('a server whose authority nobody knows', () => {
  test('is not trusted, and is not asked again', async () => {
    const tools = fakeTools();
    const failure = await failureOf(connected(url, { tools }).reader.read(getMe));
    const { host } = new URL(url);
    expect(told(failure)).toEqual(['untrusted', { host, cause: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }]);
    expect(tools.slept).toEqual([]);
  });

  test('is trusted once the certificate of its authority is given', async () => {
    const { reader } = connected(url, { ca: [ours.cert] });
    expect((await reader.read(getMe)).body).toEqual(ME);
  });

  test('is trusted so through a proxy too', async () => {
    const proxy = await proxyTo(url);
    const { reader } = connected('https://psylio.invalid', { ca: [ours.cert], env: { HTTPS_PROXY: proxy.host } });
    expect((await reader.read(getMe)).body).toEqual(ME);
    expect(proxy.asked).toEqual(['psylio.invalid:443']);
  });

  test('is not trusted for the name of another host, nor with another authority’s certificate', async () => {
    const proxy = await proxyTo(url);
    const env = { HTTPS_PROXY: proxy.host };
    const elsewhere = connected('https://other.invalid', { ca: [ours.cert], env });
    expect((await failureOf(elsewhere.reader.read(getMe))).code).toBe('untrusted');
    const other = await authority('another');
    expect((await failureOf(connected(url, { ca: [other.cert] }).reader.read(getMe))).code).toBe('untrusted');
  });
});

describe('examining the way to it', () => {
  const look = (base: string, ca: string[] | undefined, env = {}) =>
    examine({ base: new URL(base), ca, env, timeoutMs: 5000 });

  test('shows whose certificate it is, be it trusted or not, and how far its clock is', async () => {
    for (const ca of [undefined, [ours.cert]]) {
      const { ended, certificate, aheadMs } = await look(url, ca);
      expect(ended).toMatchObject(ca ? { kind: 'answered' } : { kind: 'broke', reason: 'untrusted' });
      expect(certificate?.issuer).toBe('psyctl test authority');
      expect(certificate?.validTo.getTime()).toBeGreaterThan(Date.now());
      expect(Math.abs(aheadMs ?? Number.NaN)).toBeLessThan(60_000);
    }
  });

  test('does so through a proxy', async () => {
    const proxy = await proxyTo(url);
    const { certificate } = await look('https://psylio.invalid', undefined, { HTTPS_PROXY: proxy.host });
    expect(certificate?.issuer).toBe('psyctl test authority');
  });
});

describe('certificates', () => {
  test('of a file are all of them, whatever else it says', async () => {
    const other = await authority();
    const bundle = `Ours\n${ours.cert}\nTheirs\n${other.cert}\n`;
    expect(await certificatesIn(bundle, 'ca.pem')).toEqual([ours.cert.trim(), other.cert.trim()]);
  });

  test.each([
    ['none', 'nothing of the kind'],
    ['none', ''],
    ['malformed', '-----BEGIN CERTIFICATE-----\nbm90aGluZw==\n-----END CERTIFICATE-----'],
  ])('a file without any that can be read says so: %s', async (problem, text) => {
    const failure = await failureOf(certificatesIn(text, 'ca.pem'));
    expect(told(failure)).toEqual(['bad-certificates', { file: 'ca.pem', problem }]);
  });

  test('the usual ones are named beside those of a file, with those Node was told of', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'psyctl-ca-'));
    const file = join(folder, 'extra.pem');
    writeFileSync(file, ours.cert);
    const usual = await usualCertificates({});
    expect(usual.length).toBeGreaterThan(50);
    // Later versions of Node know of NODE_EXTRA_CA_CERTS by themselves, once they have started with it.
    if (!('getCACertificates' in (await import('node:tls')))) {
      expect(await usualCertificates({ NODE_EXTRA_CA_CERTS: file })).toEqual([...usual, ours.cert.trim()]);
      expect(await usualCertificates({ NODE_EXTRA_CA_CERTS: join(folder, 'none.pem') })).toEqual(usual);
    }
    rmSync(folder, { recursive: true });
  });
});
