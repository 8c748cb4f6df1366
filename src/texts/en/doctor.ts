import { keyringTrouble, type Trouble } from './auth.ts';
import { day } from './dates.ts';
import { untrustedHint } from './failures-auth.ts';
import { say } from './said.ts';
import { count, listed } from './words.ts';

/** What is lost where an API lacks a capability. */
const WITHOUT: Readonly<Record<string, string>> = {
  batch: 'large changes are sent one by one, and take longer',
  idempotency: 'a change whose answer is lost is not sent again by itself',
  etags: 'what moves between the preview and the change is not noticed',
  'act-as': '--as can’t be used',
};
const FLAWS = { 'open-to-others': 'can be read by others', unwritable: 'can’t be read and written by you' };
const NETWORK = 'is this computer on the network, and is the name right? psyctl connection list shows it';

/** What the doctor finds. */
export const doctor = {
  columns: { check: 'check', status: 'status', message: 'found', hint: 'to do' },
  status: { ok: 'ok', warn: 'warn', fail: 'FAIL', skipped: '-' },
  checks: {
    node: 'Node',
    settings: 'settings',
    connection: 'connection',
    files: 'files',
    keyring: 'keyring',
    dns: 'DNS',
    proxy: 'proxy',
    tls: 'TLS',
    clock: 'clock',
    api: 'API',
    capabilities: 'offers',
    token: 'token',
    scopes: 'scopes',
  },
  skipped: 'not checked: what comes before it has to be put right first',

  node: (version: string) => version,
  oldNode: (version: string, needed: string) =>
    say(`${version} is older than psyctl needs`, `install Node ${needed} or later`),
  settings: (connections: number, file: string) =>
    connections === 0 ? `none are needed, none are there (${file})` : `${count(connections, 'connection')} in ${file}`,
  connection: (name: string | null, url: string) => (name === null ? url : `“${name}”, ${url}`),
  sandbox: 'the embedded sandbox',
  onlySandbox: say(
    'none is configured: in a terminal psyctl uses the embedded sandbox, a script gets exit 4',
    'psyctl auth login adds one',
  ),
  files: 'what psyctl keeps is for you alone',
  filesOfWindows: 'who can read them is for Windows to say',
  flaws: (flaws: readonly { file: string; flaw: keyof typeof FLAWS; mode: string }[]) =>
    say(
      listed(flaws.map(({ file, flaw }) => `${file} ${FLAWS[flaw]}`)),
      listed(
        flaws.map(({ file, flaw, mode }) =>
          flaw === 'unwritable' ? `make yourself the owner of ${file}` : `chmod ${mode} ${file}`,
        ),
        'and',
      ),
    ),
  keyring: 'the system’s keyring answers',
  keyringNotNeeded: (trouble: Trouble) => `${keyringTrouble(trouble)}; it isn’t needed here`,
  noKeyring: (trouble: Trouble) =>
    say(
      keyringTrouble(trouble),
      'unlock it, or set one up; otherwise tokens go into a file, once you agree to it, or into PSYCTL_TOKEN',
    ),

  noName: (host: string) => `${host} is an address: there is no name to look up`,
  name: (host: string, addresses: readonly string[]) => `${host} is ${listed(addresses)}`,
  unknownName: (host: string, cause: string) => say(`${host} can’t be looked up (${cause})`, NETWORK),
  direct: {
    'none-named': 'none: neither --proxy nor HTTPS_PROXY nor HTTP_PROXY names one',
    'this-machine': 'none is used: the API is on this computer',
    'no-proxy': 'none is used: NO_PROXY excepts this host',
  },
  proxy: (proxy: string, by: string) => `${proxy}, by ${by}`,
  closedProxy: (proxy: string, variable: string) =>
    say(`${proxy} wants a name and a password`, `${variable}=http://NAME:PASSWORD@… gives them`),
  proxyRefuses: (proxy: string, status: string) =>
    say(`${proxy} refuses to reach the API (${status})`, 'ask those who run the network to let this host through'),
  silentProxy: (proxy: string, by: string, cause: string) =>
    say(
      `the API can’t be reached through ${proxy} (${cause})`,
      by === '--proxy' ? 'is --proxy right?' : `is ${by} right? NO_PROXY=HOST goes past the proxy`,
    ),
  unencryptedHere: 'none: the API is on this computer',
  unencrypted: (host: string) =>
    say(
      `nothing is encrypted: the URL of ${host} begins with http:`,
      'sign in anew with a URL that begins with https:',
    ),
  encrypted: 'the connection is encrypted, and the certificate accepted',
  certificate: (issuer: string, validTo: string, caFile: string | null) =>
    `the certificate is vouched for by “${issuer}”, until ${day(validTo)}${caFile ? `; ${caFile} is trusted too` : ''}`,
  expiresSoon: (issuer: string, days: number) =>
    say(
      `the certificate, vouched for by “${issuer}”, expires in ${count(days, 'day')}`,
      'whoever runs the API has to renew it',
    ),
  untrusted: (cause: string, issuer: string | null, caFile: string | null) =>
    say(
      `the certificate${issuer ? `, vouched for by “${issuer}”,` : ''} is not accepted (${cause})${caFile ? `, with ${caFile} trusted too` : ''}`,
      untrustedHint(cause),
    ),
  otherCaFile:
    'a file of certificates (PEM) is needed: --ca-file FILE names one, and psyctl auth login --ca-file FILE remembers it',
  clock: 'within a minute of the server’s',
  clockIsOff: (seconds: number, ahead: boolean) =>
    say(
      `${seconds < 120 ? count(seconds, 'second') : count(Math.round(seconds / 60), 'minute')} ${ahead ? 'ahead of' : 'behind'} the server’s`,
      'set this computer’s clock: certificates and the times of runs go by it',
    ),
  answers: 'it answers',
  api: (name: string, version: string) => `${name} ${version}`,
  otherVersion: (name: string, version: string, known: string) =>
    say(
      `${name} ${version}: psyctl knows version ${known}`,
      'look for a newer psyctl; answers it can’t trust end with exit 1',
    ),
  capabilities: 'batch, idempotency, etags, act-as: all there is',
  lacks: (missing: readonly string[]) =>
    say(
      `it lacks ${listed(missing)}: ${listed(missing.map((one) => WITHOUT[one] ?? one))}`,
      'psyctl works without; those who run the API may switch it on',
    ),
  token: (whom: string, place: string) => `${place}; ${whom}`,
};
