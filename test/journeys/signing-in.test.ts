import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Account, account } from '../support/account.ts';
import { type Authority, authority } from '../support/certificates.ts';
import { type Ended, type Journey, journeyIn } from '../support/cli.ts';
import { ADMIN_TOKEN } from '../support/sandbox.ts';
import { errorOf, jsonOf, levelsOn } from '../support/seen.ts';
import { type TlsFront, tlsFront } from '../support/tls-front.ts';
import { address, record, town } from '../support/town.ts';

const WRONG = 'a-token-nobody-knows';

let journey: Journey;
let ours: Authority;
let front: TlsFront;
let desk: Account;
beforeAll(async () => {
  journey = await journeyIn(town([record('R-1')]));
  ours = await authority();
  front = await tlsFront(journey.sandbox.url, await ours.vouchFor());
  desk = account();
  await desk.psyctl({}, 'connection', 'use', 'sandbox');
  writeFileSync(join(desk.home, 'ca.pem'), ours.cert);
});
afterAll(async () => {
  front.close();
  desk.close();
  await journey.close();
});

const login = (token: string, ...more: string[]): Promise<Ended> =>
  desk.psyctl(
    { input: `${token}\n` },
    ...['auth', 'login', '--api-url', front.url, '--connection', 'school', '--with-token', '--verbose'],
    ...more,
  );
const ca = () => ['--ca-file', join(desk.home, 'ca.pem')];
/** psyctl without a word about where: what was signed in to is used. */
const psyctl = (...args: string[]) => desk.psyctl({}, ...args);

describe('behind a proxy that speaks TLS, with an authority of the network’s own', () => {
  it('without its certificate: exit 9, what to do, and the token never left this computer', async () => {
    const ended = await login(ADMIN_TOKEN);
    expect([ended.exit, ended.out]).toEqual([9, '']);
    expect(ended.err).toContain('is not accepted (UNABLE_TO_VERIFY_LEAF_SIGNATURE)');
    expect(ended.err).toContain('--ca-file FILE');
    expect(front.tokens.size).toBe(0);
    expect(desk.keyring()).toEqual({});
  });

  it('with a file that is no certificate: exit 2, and nothing is asked', async () => {
    writeFileSync(join(desk.home, 'none.pem'), 'no certificate');
    const ended = await login(ADMIN_TOKEN, '--ca-file', join(desk.home, 'none.pem'));
    expect([ended.exit, front.tokens.size]).toEqual([2, 0]);
    expect(ended.err).toContain('has no certificate in it');
  });

  it('with a wrong token: exit 4, and nothing is kept', async () => {
    const ended = await login(WRONG, ...ca());
    expect(ended.exit).toBe(4);
    expect(ended.err).toContain('the token is not accepted');
    expect(desk.keyring()).toEqual({});
    expect((await psyctl('connection', 'list', '-o', 'json')).json()).toHaveLength(1);
  });

  it('signs in: the token is in the keyring, and whom it acts as is said', async () => {
    const ended = await login(ADMIN_TOKEN, ...ca(), '-o', 'json');
    expect(ended.exit).toBe(0);
    expect(jsonOf(ended)).toMatchObject({
      connection: 'school',
      url: front.url,
      caFile: join(desk.home, 'ca.pem'),
      token: { from: 'keyring', file: null },
      member: { email: 'ada@example.org' },
      scopes: ['act-as'],
    });
    expect(Object.values(desk.keyring())).toEqual([ADMIN_TOKEN]);
  });

  it('is used: certificate and token are remembered', async () => {
    expect(jsonOf(await psyctl('whoami', '-o', 'json'))).toMatchObject({ email: 'ada@example.org' });
    const args = ['record', 'share', 'R-1', '--with', address('bob'), '--access', 'read', '--as', 'owner', '--yes'];
    expect((await psyctl(...args, '--verbose')).exit).toBe(0);
    expect(await levelsOn(journey, 'R-1')).toMatchObject({ bob: 'read' });
  });

  it('says where it stands, and shows no token', async () => {
    const ended = await psyctl('auth', 'status', '-o', 'json');
    expect(ended.exit).toBe(0);
    expect(jsonOf(ended)).toMatchObject([
      { connection: 'school', current: true, token: { from: 'keyring', file: null }, error: null, scopes: ['act-as'] },
    ]);
    const text = (await psyctl('auth', 'status')).out;
    expect(text).toContain('school (current)');
    expect(text).toContain('in the system’s keyring');
    expect(text).toMatch(/Ada .*<ada@example.org>/);
  });

  it('with a certificate of somebody else’s, or for another host, or expired: exit 9, and no token is sent', async () => {
    const other = await authority('another authority');
    front.tokens.clear();
    for (const [pair, cause] of [
      [await other.vouchFor(), 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
      [await ours.vouchFor(['other.invalid']), 'ERR_TLS_CERT_ALTNAME_INVALID'],
      [await ours.vouchFor(['127.0.0.1'], new Date(Date.now() - 60_000)), 'CERT_HAS_EXPIRED'],
    ] as const) {
      front.show(pair);
      const ended = await psyctl('whoami', '-o', 'json', '--verbose');
      const [error] = ended.err.split('\n').filter((line) => line.startsWith('{"error"'));
      expect([ended.exit, JSON.parse(error ?? '{}').error]).toMatchObject([9, { code: 'untrusted' }]);
      expect(error).toContain(cause);
    }
    expect(front.tokens.size).toBe(0);
    front.show(await ours.vouchFor());
  });

  it('with an answer that is none: exit 1, and no token in the trace', async () => {
    front.answer('<html>Sign in to the network</html>');
    const ended = await psyctl('whoami', '--verbose');
    front.answer(null);
    expect(ended.exit).toBe(1);
    expect(ended.err).toMatch(/^\s+at /m);
  });

  it('with a token that is not accepted any more: exit 4, and how to sign in anew', async () => {
    const env = { PSYCTL_TOKEN: WRONG };
    const ended = await desk.psyctl({ env }, 'whoami', '-o', 'json');
    expect([ended.exit, errorOf(ended).code]).toEqual([4, 'token-refused']);
    expect(errorOf(ended).hint).toContain('psyctl auth login');
    const status = await desk.psyctl({ env }, 'auth', 'status', '-o', 'json');
    expect(status.exit).toBe(4);
    expect(jsonOf(status)).toMatchObject([{ token: { from: 'environment' }, error: { code: 'token-refused' } }]);
  });

  it('nothing psyctl has left behind or printed holds a token, neither the right one nor the wrong', () => {
    expect(desk.files().length).toBeGreaterThan(0);
    for (const token of [ADMIN_TOKEN, WRONG]) {
      expect(desk.filesWith(token)).toEqual([]);
      expect(desk.printed()).not.toContain(token);
    }
  });

  it('signs out: the keyring has forgotten it, and commands say how to sign in', async () => {
    const ended = await psyctl('auth', 'logout');
    expect([ended.exit, desk.keyring()]).toEqual([0, {}]);
    expect(ended.out).toContain('Signed out of “school”');
    const after = await psyctl('whoami', '-o', 'json');
    expect([after.exit, errorOf(after).code]).toEqual([4, 'no-token']);
    expect(errorOf(after).hint).toContain('psyctl auth login --connection school');
    const status = await psyctl('auth', 'status', '-o', 'json');
    expect([status.exit, jsonOf(status)]).toMatchObject([4, [{ token: { from: null }, error: { code: 'no-token' } }]]);
    expect((await psyctl('auth', 'logout')).out).toContain('No token was kept');
  });

  it('signs in again without repeating itself: URL and certificate are known', async () => {
    const ended = await desk.psyctl({ input: ADMIN_TOKEN }, 'auth', 'login', '--with-token', '-o', 'json');
    expect([ended.exit, jsonOf(ended).connection, jsonOf(ended).url]).toEqual([0, 'school', front.url]);
    expect((await psyctl('whoami')).exit).toBe(0);
  });
});
