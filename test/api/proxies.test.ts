import { createServer } from 'node:net';
import { describe, expect, test } from 'vitest';
import { wayTo } from '../../src/api/proxies.ts';
import { getMe } from '../../src/contract/organization.ts';
import { Failure } from '../../src/failures/failure.ts';
import { connected, failureOf, told } from './support.ts';

const way = (url: string, env: Record<string, string>, proxy?: string) => {
  const found = wayTo(new URL(url), { proxy, env });
  return found.proxy ? `${found.proxy.by} ${found.proxy.url.host}` : found.why;
};
const P = 'proxy.example:3128';
function thrownBy(act: () => unknown): Failure {
  try {
    act();
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  return expect.fail('it went well');
}

describe('the way to an API', () => {
  test.each<[string, Record<string, string>, string]>([
    ['https://api.example', {}, 'none-named'],
    ['https://api.example', { HTTPS_PROXY: P }, `HTTPS_PROXY ${P}`],
    ['https://api.example', { https_proxy: `http://${P}`, HTTPS_PROXY: 'other:1' }, `https_proxy ${P}`],
    ['https://api.example', { HTTP_PROXY: P }, `HTTP_PROXY ${P}`],
    ['https://api.example', { HTTP_PROXY: 'other:1', HTTPS_PROXY: P }, `HTTPS_PROXY ${P}`],
    ['https://api.example', { HTTPS_PROXY: '' }, 'none-named'],
    ['http://api.example', { HTTPS_PROXY: P }, 'none-named'],
    ['http://api.example', { http_proxy: P }, `http_proxy ${P}`],
    ['https://api.example', { HTTPS_PROXY: `http://me:hidden@${P}` }, `HTTPS_PROXY ${P}`],
    ['http://127.0.0.1:4010', { HTTP_PROXY: P }, 'this-machine'],
    ['http://localhost', { HTTP_PROXY: P }, 'this-machine'],
    ['http://[::1]:1', { HTTP_PROXY: P }, 'this-machine'],
  ])('%s with %j: %s', (url, env, expected) => {
    expect(way(url, env)).toBe(expected);
  });

  test.each([
    ['api.example', true],
    ['API.example', true],
    ['example', true],
    ['.example', true],
    ['*.example', true],
    ['*', true],
    ['a.example, api.example', true],
    ['a.example api.example', true],
    ['api.example:443', true],
    ['api.example:8443', false],
    ['pi.example', false],
    ['api.example.org', false],
    ['', false],
  ])('NO_PROXY=%s excepts api.example: %s', (NO_PROXY, excepted) => {
    expect(way('https://api.example', { HTTPS_PROXY: P, NO_PROXY })).toBe(excepted ? 'no-proxy' : `HTTPS_PROXY ${P}`);
  });

  test.each([
    ['ftp://proxy.example', 'ftp://proxy.example'],
    ['http://me:hidden@', '***@'],
  ])('a proxy that is none is a failure, its credentials left out: %s', (HTTPS_PROXY, url) => {
    const failure = thrownBy(() => way('https://api.example', { HTTPS_PROXY }));
    expect(told(failure)).toEqual(['bad-proxy', { by: 'HTTPS_PROXY', url, problem: 'shape' }]);
  });

  test('a flag comes before the environment, NO_PROXY included; this machine is reached directly all the same', () => {
    const env = { HTTPS_PROXY: 'other:1', NO_PROXY: '*' };
    expect(way('https://api.example', env, P)).toBe(`--proxy ${P}`);
    expect(way('http://api.example', env, `https://${P}`)).toBe(`--proxy ${P}`);
    expect(way('http://127.0.0.1:4010', env, P)).toBe('this-machine');
  });

  test.each([
    ['http://me:hidden@proxy.example', '***@proxy.example', 'credentials'],
    ['me:hidden@proxy.example', '***@proxy.example', 'credentials'],
    ['ftp://proxy.example', 'ftp://proxy.example', 'shape'],
    ['', '', 'shape'],
  ])('a flag that names none, or what nobody may see, is a failure wherever the API is: %s', (flag, url, problem) => {
    for (const api of ['https://api.example', 'http://127.0.0.1:4010']) {
      expect(told(thrownBy(() => way(api, {}, flag)))).toEqual(['bad-proxy', { by: '--proxy', url, problem }]);
    }
  });
});

test('a proxy that takes a connection and says nothing is waited for no longer than an API', async () => {
  const silent = createServer(() => {});
  await new Promise<void>((ready) => silent.listen(0, '127.0.0.1', ready));
  const { port } = silent.address() as { port: number };
  const env = { HTTP_PROXY: `127.0.0.1:${port}` };
  const { reader } = connected('http://psylio.invalid', { env, timeoutMs: 300, persistence: { attempts: 1 } });
  expect((await failureOf(reader.read(getMe))).code).toBe('timed-out');
  silent.close();
});
