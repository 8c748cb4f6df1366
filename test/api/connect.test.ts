import { expect, test } from 'vitest';
import { connect } from '../../src/api/index.ts';
import { getMe } from '../../src/contract/organization.ts';
import { connected, failureOf, json, ME, proxyTo, serve } from './support.ts';

test('a proxy of the environment is used, with or without a scheme', async () => {
  const { url } = await serve(json(ME));
  const proxy = await proxyTo(url);
  for (const HTTP_PROXY of [`http://${proxy.host}`, proxy.host]) {
    const { reader } = connected('http://psylio.invalid', { env: { HTTP_PROXY } });
    expect((await reader.read(getMe)).body).toEqual(ME);
  }
  expect(proxy.asked).toEqual(['psylio.invalid:80', 'psylio.invalid:80']);
});

test('a proxy that refuses makes the API unreachable', async () => {
  const proxy = await proxyTo(null);
  const { reader } = connected('http://psylio.invalid', { env: { http_proxy: proxy.host } });
  const failure = await failureOf(reader.read(getMe));
  expect(failure.details).toEqual({ host: 'psylio.invalid', cause: 'proxy answered 407' });
});

test('no proxy stands between psyctl and this machine, nor where none is wished', async () => {
  const { url } = await serve(json(ME));
  const proxy = await proxyTo(url);
  expect((await connected(url, { env: { HTTP_PROXY: proxy.host } }).reader.read(getMe)).body).toEqual(ME);
  const env = { HTTP_PROXY: proxy.host, NO_PROXY: '.invalid' };
  expect((await failureOf(connected('http://psylio.invalid', { env }).reader.read(getMe))).code).toBe('unreachable');
  expect(proxy.asked).toEqual([]);
});

test('a token no header can carry is refused, and not quoted', () => {
  expect(() => connect({ url: 'http://127.0.0.1', token: 'a\nb' })).toThrow('token-refused');
});

test('a hundred requests at once neither warn nor open more connections than allowed', async () => {
  const warnings: Error[] = [];
  const note = (warning: Error) => warnings.push(warning);
  process.on('warning', note);
  const { url, had } = await serve(json(ME));
  const stop = new AbortController();
  const { reader } = connected(url, { concurrency: 40 });
  await Promise.all(Array.from({ length: 100 }, () => reader.read(getMe, { signal: stop.signal })));
  await new Promise(setImmediate);
  process.off('warning', note);
  expect(had).toHaveLength(100);
  expect(warnings).toEqual([]);
});

test('closing ends idle connections', async () => {
  const { url } = await serve(json(ME));
  const connection = connected(url);
  await connection.reader.read(getMe);
  await connection.close();
  await expect(connection.reader.read(getMe)).rejects.toThrow();
});
