import { describe, expect, test } from 'vitest';
import { exitOf } from '../../src/failures/exit.ts';
import { Failure } from '../../src/failures/failure.ts';
import { type Choice, chooseConnection } from '../../src/settings/choose.ts';

const two = { connections: { 'prod.qc': { url: 'https://a.example' }, test: { url: 'https://b.example/' } } };
const choose = (choice: Partial<Choice>) =>
  chooseConnection({
    flags: {},
    env: {},
    settings: { connections: {} },
    interactive: true,
    ...choice,
  });
const failure = (choice: Partial<Choice>): Failure => {
  try {
    return expect.fail(`chose ${JSON.stringify(choose(choice))}`);
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
};

describe('none is configured', () => {
  test('in a terminal it is the sandbox, and is said', () => {
    expect(choose({ env: {} })).toEqual({ kind: 'sandbox', announced: true });
  });
  test('without a terminal nothing is made believe', () => {
    const found = failure({ interactive: false });
    expect([found.code, exitOf(found)]).toEqual(['no-connection', 4]);
  });
});

describe('the sandbox can be named', () => {
  test.each([
    ['by flag', { flags: { connection: 'sandbox' } }],
    ['by the environment', { env: { PSYCTL_CONNECTION: 'sandbox' } }],
    ['by the settings', { settings: { ...two, current: 'sandbox' } }],
  ])('%s, without a terminal or a token', (_, choice) => {
    expect(choose({ env: {}, interactive: false, ...choice })).toEqual({ kind: 'sandbox', announced: false });
  });
});

describe('flags come before the environment, the environment before the settings', () => {
  const api = (name: string | null, url: string) => ({ kind: 'api', name, url, caFile: undefined, kept: null });
  const settings = { ...two, current: 'test' };
  const byName = { PSYCTL_CONNECTION: 'prod.qc' };
  const byUrl = { PSYCTL_API_URL: 'https://c.example' };
  test.each([
    [{ settings }, api('test', 'https://b.example')],
    [{ settings, env: byName }, api('prod.qc', 'https://a.example')],
    [{ settings, env: byUrl }, api(null, 'https://c.example')],
    [{ settings, env: byUrl, flags: { connection: 'test' } }, api('test', 'https://b.example')],
    [{ settings, env: byName, flags: { apiUrl: 'http://d.example:81/x/v1/' } }, api(null, 'http://d.example:81/x')],
    [{ settings: { connections: { only: { url: 'https://a.example' } } } }, api('only', 'https://a.example')],
  ])('%j', (choice, chosen) => {
    expect(choose(choice)).toEqual(chosen);
  });
  test('what is remembered with a connection comes with it', () => {
    const connection = { url: 'https://a.example', caFile: '/ca.pem', token: 'keyring' as const };
    const chosen = { ...api('only', 'https://a.example'), caFile: '/ca.pem', kept: 'keyring' };
    expect(choose({ settings: { connections: { only: connection } } })).toEqual(chosen);
  });
  test('a name and a URL at once contradict each other', () => {
    const flags = { connection: 'test', apiUrl: 'https://c.example' };
    expect(failure({ settings, flags }).details).toEqual({ flags: ['--connection', '--api-url'] });
    expect(failure({ settings, env: { ...byName, ...byUrl } }).code).toBe('conflicting-flags');
  });
  test('empty variables are none', () => {
    const env = { PSYCTL_API_URL: '', PSYCTL_CONNECTION: '' };
    expect(choose({ settings, env })).toMatchObject({ name: 'test' });
  });
});

describe('what can’t be chosen', () => {
  test('one of several, none being current', () => {
    expect(failure({ settings: two })).toMatchObject({
      code: 'no-connection',
      details: { known: ['prod.qc', 'test'] },
    });
  });
  test.each(['nowhere', 'toString', '__proto__'])('the unknown %s', (connection) => {
    const details = { name: connection, known: ['sandbox', 'prod.qc', 'test'] };
    expect(failure({ settings: two, flags: { connection } })).toMatchObject({ code: 'unknown-connection', details });
  });
  test.each([
    ['psylio.example.org', 'psylio.example.org'],
    ['ftp://a.example', 'ftp://a.example'],
    ['https://me:hidden@a.example/x', '***@a.example/x'],
    ['https://me:hid/den@a.example', '***@a.example'],
  ])('the URL %s, credentials left out', (apiUrl, url) => {
    expect(failure({ flags: { apiUrl } })).toMatchObject({ code: 'bad-url', details: { url } });
  });
});
