import { afterAll, beforeAll, expect, it } from 'vitest';
import { proxyTo } from '../api/support.ts';
import { type Journey, journeyIn } from '../support/cli.ts';
import { town } from '../support/town.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await journeyIn(town([]));
});
afterAll(() => journey.close());

// What proxies need is a part of the bundle by itself.
it('the program goes through the proxy its environment names', async () => {
  const proxy = await proxyTo(journey.sandbox.url);
  const env = { PSYCTL_API_URL: 'http://psylio.invalid', HTTP_PROXY: proxy.host };
  const ended = await journey.psyctlWith({ env }, 'whoami', '-o', 'json');
  expect([ended.exit, ended.err]).toEqual([0, '']);
  expect(proxy.asked).toEqual(expect.arrayContaining(['psylio.invalid:80']));
});

it('or through the one that a flag names, in its stead', async () => {
  const [unused, proxy] = [await proxyTo(null), await proxyTo(journey.sandbox.url)];
  const env = { PSYCTL_API_URL: 'http://psylio.invalid', HTTP_PROXY: unused.host };
  const ended = await journey.psyctlWith({ env }, 'whoami', '--proxy', `http://${proxy.host}`);
  expect([ended.exit, unused.asked]).toEqual([0, []]);
  expect(proxy.asked).toEqual(expect.arrayContaining(['psylio.invalid:80']));
});

it('a flag with a name and a password is refused, and repeats neither', async () => {
  const ended = await journey.psyctl('whoami', '--proxy', 'http://me:hidden@127.0.0.1:1');
  expect([ended.exit, ended.out]).toEqual([2, '']);
  expect(ended.err).toContain('HTTPS_PROXY=');
  expect(ended.err).not.toContain('hidden');
});
