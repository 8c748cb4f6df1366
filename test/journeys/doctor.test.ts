import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { proxyTo } from '../api/support.ts';
import { type Account, account } from '../support/account.ts';
import { answering, brokenApi } from '../support/broken-api.ts';
import { type Authority, authority } from '../support/certificates.ts';
import { type Ended, type Journey, journeyIn } from '../support/cli.ts';
import { ADMIN_TOKEN } from '../support/sandbox.ts';
import { jsonOf } from '../support/seen.ts';
import { type TlsFront, tlsFront } from '../support/tls-front.ts';
import { town } from '../support/town.ts';

interface Found {
  readonly check: string;
  readonly status: string;
  readonly message: string;
  readonly hint: string | null;
}

let journey: Journey;
let ours: Authority;
let front: TlsFront;
beforeAll(async () => {
  journey = await journeyIn(town([]));
  ours = await authority();
  front = await tlsFront(journey.sandbox.url, await ours.vouchFor());
});
afterAll(async () => {
  front.close();
  await journey.close();
});

const desks: Account[] = [];
afterAll(() => {
  for (const desk of desks) desk.close();
});
function desk(keyring?: Parameters<typeof account>[0]): Account {
  const made = account(keyring);
  desks.push(made);
  return made;
}

/** What the doctor found, by check; every check has its place, whatever happens. */
async function examined(at: Account, env: Record<string, string>, ...args: string[]) {
  const ended = await at.psyctl({ env }, 'doctor', '-o', 'json', '--timeout', '5', ...args);
  const found = jsonOf(ended) as Found[];
  expect(found.map(({ check }) => check)).toEqual(
    'node settings connection files keyring dns proxy tls clock api capabilities token scopes'.split(' '),
  );
  // Whatever isn’t right comes with what to do about it.
  for (const { status, hint } of found) expect(hint !== null).toBe(status === 'warn' || status === 'fail');
  const statuses = Object.fromEntries(found.map(({ check, status }) => [check, status]));
  const of = (check: string) => found.find((one) => one.check === check) as Found;
  const not = (status: string) => found.filter((one) => one.status !== status).map(({ check }) => check);
  return { ended, statuses, of, not };
}
const here = () => ({ PSYCTL_API_URL: journey.sandbox.url, PSYCTL_TOKEN: ADMIN_TOKEN });
const signIn = (at: Account, url: string, ...more: string[]): Promise<Ended> =>
  at.psyctl({ input: ADMIN_TOKEN }, 'auth', 'login', '--api-url', url, '--with-token', ...more);

describe('nothing is wrong', () => {
  it('with an API: all is well, exit 0, and no token is shown', async () => {
    const at = desk();
    const { ended, not } = await examined(at, here());
    expect([ended.exit, not('ok')]).toEqual([0, []]);
    expect(at.printed()).not.toContain(ADMIN_TOKEN);
  });

  it('with the embedded sandbox', async () => {
    const { ended, not } = await examined(desk('silent'), { PSYCTL_CONNECTION: 'sandbox' });
    expect([ended.exit, not('ok')]).toEqual([0, []]);
  });

  it('for a person: a line for each check, and what to do below', async () => {
    const ended = await desk('silent').psyctl({ env: { PSYCTL_API_URL: journey.sandbox.url } }, 'doctor');
    expect(ended.exit).toBe(4);
    expect(ended.out).toMatch(/^ok +Node +\d+\.\d+\.\d+$/m);
    expect(ended.out).toMatch(/^warn +keyring +the system’s keyring doesn’t answer/m);
    expect(ended.out).toMatch(/^FAIL +token +there is no token for http/m);
    expect(ended.out).toContain('psyctl auth login --api-url');
  });

  it('with a keyring, a certificate of the network’s own, and a proxy', async () => {
    const at = desk();
    const proxy = await proxyTo(front.url);
    mkdirSync(at.home, { mode: 0o700 });
    const file = join(at.home, 'ca.pem');
    writeFileSync(file, ours.cert);
    const env = { HTTPS_PROXY: `http://me:hidden@${proxy.host}` };
    const input = ADMIN_TOKEN;
    const signed = ['auth', 'login', '--api-url', 'https://psylio.invalid', '--ca-file', file, '--with-token'];
    expect((await at.psyctl({ input, env }, ...signed)).exit).toBe(0);
    const { ended, not, of } = await examined(at, env);
    expect([ended.exit, not('ok')]).toEqual([0, []]);
    expect(of('proxy').message).toBe(`http://${proxy.host}, by HTTPS_PROXY`);
    expect(of('tls').message).toContain('“psyctl test authority”');
    expect(of('token').message).toContain('in the system’s keyring');
    expect(ended.out).not.toContain('hidden');
  });
});

describe('on this computer', () => {
  it('damaged settings: exit 2, and nothing beyond is tried', async () => {
    const at = desk();
    await at.psyctl({}, 'connection', 'use', 'sandbox');
    writeFileSync(join(at.home, 'settings.json'), '{');
    const { ended, statuses } = await examined(at, {});
    expect([ended.exit, statuses['settings'], statuses['api']]).toEqual([2, 'fail', 'skipped']);
  });

  it('no connection, without a terminal: exit 4', async () => {
    const { ended, of } = await examined(desk(), {});
    expect([ended.exit, of('connection').status]).toEqual([4, 'fail']);
    expect(of('connection').hint).toContain('psyctl auth login');
  });

  it('files that others can read: tokens are a failure, settings a warning', async () => {
    const at = desk('silent');
    await signIn(at, journey.sandbox.url, '--insecure-storage');
    chmodSync(join(at.home, 'settings.json'), 0o644);
    const warned = await examined(at, {});
    expect([warned.ended.exit, warned.statuses['files']]).toEqual([0, 'warn']);
    expect(warned.of('files').hint).toBe(`chmod 600 ${join(at.home, 'settings.json')}`);
    chmodSync(join(at.home, 'tokens.json'), 0o640);
    const failed = await examined(at, {});
    expect([failed.ended.exit, failed.statuses['files']]).toEqual([2, 'fail']);
  });

  it('a keyring that doesn’t answer: a warning where a token could go there, a failure where one is', async () => {
    const at = desk();
    const none = await examined(at, { PSYCTL_API_URL: journey.sandbox.url, FAKE_KEYRING: 'silent' });
    expect(none.statuses).toMatchObject({ keyring: 'warn', token: 'fail', api: 'ok' });
    await signIn(at, journey.sandbox.url);
    const { ended, statuses, of } = await examined(at, { FAKE_KEYRING: 'silent' });
    expect([ended.exit, statuses['keyring'], statuses['token']]).toEqual([4, 'warn', 'fail']);
    expect(of('token').message).toContain('Couldn’t access platform storage');
    expect((await examined(at, { ...here(), FAKE_KEYRING: 'missing' })).statuses['keyring']).toBe('ok');
  });
});

describe('on the way', () => {
  const away = (url: string) => ({ PSYCTL_API_URL: url, PSYCTL_TOKEN: ADMIN_TOKEN });

  it('a name nobody has: exit 9', async () => {
    const { ended, statuses } = await examined(desk(), away('https://psylio.invalid'));
    expect([ended.exit, statuses['dns'], statuses['api'], statuses['token']]).toEqual([9, 'fail', 'fail', 'skipped']);
  });

  it('an API that is down: exit 9', async () => {
    const api = await brokenApi(() => false);
    await api.close();
    const { ended, of } = await examined(desk(), away(api.url));
    expect([ended.exit, of('api').message]).toEqual([9, expect.stringContaining('ECONNREFUSED')]);
  });

  it('a proxy that wants to know who one is, that isn’t there, or that is none', async () => {
    const closed = await proxyTo(null);
    const asked = await examined(desk(), { ...away('https://psylio.invalid'), HTTPS_PROXY: closed.host });
    expect([asked.ended.exit, asked.statuses['proxy'], asked.statuses['api']]).toEqual([2, 'fail', 'skipped']);
    expect(asked.of('proxy').message).toContain('wants a name and a password');
    const gone = await examined(desk(), { ...away('https://psylio.invalid'), HTTPS_PROXY: '127.0.0.1:1' });
    expect([gone.ended.exit, gone.statuses['proxy']]).toEqual([9, 'fail']);
    const none = await examined(desk(), { ...away('https://psylio.invalid'), HTTPS_PROXY: 'ftp://me:hidden@x' });
    expect([none.ended.exit, none.statuses['proxy'], none.statuses['dns']]).toEqual([2, 'fail', 'skipped']);
    expect(none.ended.out).not.toContain('hidden');
  });

  it('a certificate that isn’t known: exit 9, and who vouches for it', async () => {
    const { ended, of, statuses } = await examined(desk(), away(front.url));
    expect([ended.exit, statuses['tls'], statuses['api']]).toEqual([9, 'fail', 'skipped']);
    expect(of('tls').message).toContain('“psyctl test authority”');
    expect(of('tls').hint).toContain('--ca-file');
  });

  it('a file of certificates that isn’t there, or has none: exit 2', async () => {
    for (const file of ['/nonexistent/ca.pem', new URL(import.meta.url).pathname]) {
      const { ended, statuses } = await examined(desk(), away(front.url), '--ca-file', file);
      expect([ended.exit, statuses['tls']]).toEqual([2, 'fail']);
    }
  });

  it('a certificate that ends soon, and http over the network, are warned of', async () => {
    const at = desk();
    front.show(await ours.vouchFor(['127.0.0.1'], new Date(Date.now() + 5 * 24 * 3600 * 1000)));
    mkdirSync(at.home, { mode: 0o700 });
    writeFileSync(join(at.home, 'ca.pem'), ours.cert);
    const soon = await examined(at, away(front.url), '--ca-file', join(at.home, 'ca.pem'));
    front.show(await ours.vouchFor());
    expect([soon.ended.exit, soon.statuses['tls']]).toEqual([0, 'warn']);
    const proxy = await proxyTo(journey.sandbox.url);
    const plain = await examined(desk(), { ...away('http://psylio.invalid'), HTTP_PROXY: proxy.host });
    expect([plain.ended.exit, plain.not('ok')]).toEqual([0, ['tls']]);
  });

  it('a clock that is off: a warning, or a failure where it is much', async () => {
    for (const [seconds, status, exit] of [
      [120, 'warn', 0],
      [-7200, 'fail', 2],
    ] as const) {
      const Date_ = new Date(Date.now() - seconds * 1000).toUTCString();
      const server = createServer(async (request, response) => {
        const answer = await fetch(`${journey.sandbox.url}${request.url}`, {
          headers: request.headers as Record<string, string>,
        });
        response.writeHead(answer.status, { 'Content-Type': 'application/json', Date: Date_ });
        response.end(await answer.text());
      });
      await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const { ended, of } = await examined(desk(), away(url));
      server.closeAllConnections();
      server.close();
      expect([ended.exit, of('clock').status]).toEqual([exit, status]);
      expect(of('clock').message).toMatch(seconds > 0 ? /^2 minutes ahead of/ : /^120 minutes behind/);
    }
  });
});

describe('on the other side', () => {
  it('a token that isn’t accepted: exit 4, and the API answers all the same', async () => {
    const at = desk();
    const { ended, statuses } = await examined(at, { ...here(), PSYCTL_TOKEN: 'a-wrong-token' });
    expect(ended.exit).toBe(4);
    expect(statuses).toMatchObject({ api: 'ok', capabilities: 'ok', token: 'fail', scopes: 'skipped' });
    expect(at.printed()).not.toContain('a-wrong-token');
  });

  it('an API that tells nobody anything without a token: it answers, and what it offers is not known', async () => {
    const api = await brokenApi(answering(401, 'application/problem+json', '{}'));
    const { ended, statuses } = await examined(desk(), { ...here(), PSYCTL_API_URL: api.url });
    await api.close();
    expect(ended.exit).toBe(4);
    expect(statuses).toMatchObject({ api: 'ok', capabilities: 'skipped', token: 'fail', scopes: 'skipped' });
  });

  it('something that is no such API: exit 1', async () => {
    const api = await brokenApi(answering(200, 'text/html', '<html>'));
    const { ended, statuses } = await examined(desk(), { ...here(), PSYCTL_API_URL: api.url });
    await api.close();
    expect([ended.exit, statuses['api'], statuses['token']]).toEqual([1, 'fail', 'skipped']);
  });

  it('an API that offers less is warned of, with what that costs', async () => {
    const faults = (body: object) =>
      fetch(`${journey.sandbox.url}/sandbox/faults`, {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      });
    await faults({ disable: ['idempotency', 'act-as'] });
    const { ended, of } = await examined(desk(), here());
    await faults({});
    expect([ended.exit, of('capabilities').status]).toEqual([0, 'warn']);
    expect(of('capabilities').message).toMatch(
      /^it lacks idempotency and act-as: .*not sent again.*--as can’t be used/,
    );
    expect(of('scopes').message).toContain('for this member alone');
  });

  it('a member without act-as: said, and nothing wrong with it', async () => {
    const { ended, of } = await examined(desk(), { ...here(), PSYCTL_TOKEN: 'token-alice' });
    expect([ended.exit, of('scopes').message]).toEqual([0, 'The token acts for this member alone.']);
  });
});
