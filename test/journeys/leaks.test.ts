import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answering, type BrokenApi, brokenApi, whenChanging } from '../support/broken-api.ts';
import { ADMIN_TOKEN, sandboxOf, type TestSandbox } from '../support/sandbox.ts';
import { address, record, town } from '../support/town.ts';

const BIN = new URL('../../bin/psyctl.js', import.meta.url).pathname;
const CRASHING = new URL('../support/crash-preload.mjs', import.meta.url).href;

/** What nothing psyctl leaves behind may hold: a title, a pupil’s name, a space’s, those of people, a token. */
const SECRETS = {
  title: 'Bouleversement-du-printemps',
  pupil: 'Philomène-Ouellette-Tardif',
  space: 'Cabane-sous-les-érables',
  person: 'Théophraste-Vaillancourt',
  token: ADMIN_TOKEN,
};
const RICH = { confidentialNotes: 2, rawData: 1, tasks: 1, memos: 1, upcomingAppointments: 1 };
/** A body as an API might answer that says more than it should. */
const CHATTY = JSON.stringify({
  title: SECRETS.title,
  code: SECRETS.space,
  detail: `${SECRETS.pupil} ${SECRETS.title}`,
  items: [SECRETS],
});

let test: TestSandbox;
let broken: BrokenApi;
/** Leaves the first change without an answer. */
let hanging: BrokenApi;
/** Doesn't understand what it is to change, and says so at length. */
let objecting: BrokenApi;
/** Answers for records and transfers what the contract doesn't know. */
let garbled: BrokenApi;
const sent = new AbortController();
let room: string;
/** All that was ever said on standard error. */
let said = '';
/** All that was printed of the sandbox on standard output, which was no terminal. */
let printed = '';
/** What was left behind while somebody was signed in. */
let leftSignedIn: readonly string[] = [];
const exits: Record<string, number> = {};

const at = (...names: string[]) => join(room, ...names);

/** Runs psyctl in a room of its own: a home, a folder for temporary files, a working folder. */
async function psyctl(
  label: string,
  args: readonly string[],
  { url = test.sandbox.url, env = {}, input = '', signal }: Partial<Running> = {},
): Promise<void> {
  const { PATH = '' } = process.env;
  const own = { PSYCTL_HOME: at('home'), TMPDIR: at('tmp'), PSYCTL_API_URL: url, PSYCTL_TOKEN: ADMIN_TOKEN };
  const ended = await execa(process.execPath, [BIN, ...args, '--verbose'], {
    env: { PATH, HOME: at('user'), ...own, ...env },
    extendEnv: false,
    reject: false,
    cwd: at('work'),
    input,
    ...(signal && { cancelSignal: signal, killSignal: 'SIGKILL' as const }),
  });
  // What a broken API says in its own words is shown to whoever is there, and kept nowhere.
  if (url !== objecting.url) said += `\n== ${label}\n${ended.stderr}`;
  if (url === test.sandbox.url) printed += `\n== ${label}\n${ended.stdout}`;
  exits[label] = ended.exitCode ?? -1;
}

interface Running {
  readonly url: string;
  readonly env: Readonly<Record<string, string>>;
  readonly input: string;
  /** Kills it. */
  readonly signal: AbortSignal;
}

const world = () =>
  town(
    Array.from({ length: 30 }, (_, n) =>
      record(`R-${n + 1}`, n % 3 === 0 ? { 'team:North': 'write' } : {}, {
        title: `${SECRETS.title} ${n + 1}`,
        contents: RICH,
        profiles: ['P-1'],
      }),
    ),
    {
      profiles: [{ key: 'P-1', name: SECRETS.pupil, school: '010' }],
      spaces: [
        {
          id: 'S-1',
          name: SECRETS.space,
          kind: 'multi',
          profile: 'P-1',
          creator: address('alice'),
          members: [{ with: address('dan'), access: 'read' }],
        },
      ],
    },
  );

/** Files somebody asked for with titles and names in them. */
const NAMING = ['records.csv', 'profiles.csv', 'named.json'] as const;

const CHANGE = ['--as', 'owner', '--yes', '--allow-deletion', '--max-losses', '100%', '--reason', 'year end'];
const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => `R-${from + n}`);
const share = (from: number, to: number, who: string) => [
  ...['record', 'share', ...numbers(from, to), '--with', who, '--access', 'read'],
];

/** Everything somebody might do in a bad year. */
async function wholeJourney(): Promise<void> {
  const shares = `record,with,access\n${numbers(1, 6)
    .map((number) => `${number},${address('gus')},read\n`)
    .join('')}`;
  writeFileSync(at('work', 'shares.csv'), shares);
  writeFileSync(at('work', 'school.yaml'), `teams:\n  - name: South\n    members: [${address('bob')}]\n`);
  await psyctl('shares', ['record', 'share', '--csv', 'shares.csv', ...CHANGE]);
  await psyctl('transfers', ['record', 'transfer', 'R-7', 'R-8', '--to', address('bob'), ...CHANGE]);
  await psyctl('accepted', ['transfer', 'accept', 'R-7', '--as', address('bob'), ...CHANGE.slice(2)]);
  await psyctl('space', ['space', 'share', 'S-1', '--with', address('fay'), '--access', 'write', ...CHANGE]);
  await psyctl('onboarding', ['onboard', 'school.yaml', ...CHANGE.slice(2)]);
  await psyctl('revoking', ['member', 'revoke', address('eve'), ...CHANGE.slice(2)]);
  await psyctl('planned', [...share(9, 12, 'team:North'), '--as', 'owner', '--out', 'night.plan']);
  await psyctl('plan shown', ['plan', 'show', 'night.plan']);
  await psyctl('plan applied', ['plan', 'apply', 'night.plan', '--yes']);
  await psyctl('refused', ['record', 'share', 'R-1', '--with', address('alice'), '--access', 'read', ...CHANGE]);
  await psyctl('mistyped', ['record', 'share', 'R-99', 'R-1', '--with', 'nobody', '--access', 'read', ...CHANGE]);
  await psyctl('undone', ['run', 'undo', 'last', '--yes', '--max-losses', '100%']);
  await psyctl('killed', [...share(13, 30, address('dan')), ...CHANGE], { url: hanging.url, signal: sent.signal });
  await psyctl('resumed', ['run', 'resume', 'last'], { url: hanging.url });
  await psyctl('verified', ['run', 'verify', 'last'], { url: hanging.url });
  await psyctl('failing', [...share(1, 3, address('fay')), ...CHANGE], { url: broken.url });
  for (const verb of ['show', 'failed']) await psyctl(`run ${verb}`, ['run', verb, 'last']);
  await psyctl('archived', ['run', 'export', 'last', 'archive.json']);
  await psyctl('explained', ['access', 'explain', address('dan'), 'R-9', '--as', address('alice')]);
  await psyctl('crashed', ['record', 'list', '--as', address('alice'), '--sort', 'title', '--titles'], {
    env: { NODE_OPTIONS: `--import ${CRASHING}` },
  });
  await psyctl('signed in', ['auth', 'login', '--api-url', test.sandbox.url, '--with-token', '--insecure-storage'], {
    env: { PSYCTL_TOKEN: '' },
    input: SECRETS.token,
  });
  await psyctl('status', ['auth', 'status'], { env: { PSYCTL_TOKEN: '', PSYCTL_API_URL: '' } });
  await psyctl('examined', ['doctor']);
}

/** Signed in by what was kept, not by the environment. */
const KEPT = { env: { PSYCTL_TOKEN: '', PSYCTL_API_URL: '' } };

/** The rest of the year, by somebody who works in French. */
async function inFrench(): Promise<void> {
  const french = (label: string, args: readonly string[], how: Partial<Running> = {}) =>
    psyctl(label, [...args, '--lang', 'fr'], how);
  writeFileSync(
    at('work', 'invites.csv'),
    ['hal', 'ian', 'jo'].map((who) => `${address(who)};practitioner\n`).join(''),
  );
  await inviting(french);
  await transferring(french);
  await goingOffline(french);
  await french('list', [
    'record',
    'list',
    '--as',
    address('alice'),
    '--titles',
    '-o',
    'csv',
    '--output-file',
    NAMING[0],
  ]);
  await french('profiles', ['profile', 'list', '--titles', '-o', 'csv', '--output-file', NAMING[1]]);
  await french('runs', ['run', 'list', '-o', 'json']);
  await french('pruned', ['run', 'prune', '--older-than', '2099-01-01', '--unfinished', '--dry-run']);
  await french('token refused', ['auth', 'login', '--api-url', test.sandbox.url, '--with-token'], {
    env: { PSYCTL_TOKEN: '' },
    input: `${SECRETS.token}-of-last-year`,
  });
  await french('status again', ['auth', 'status'], KEPT);
  leftSignedIn = leaksIn(room);
  await french('signed out', ['auth', 'logout'], KEPT);
  await french('nobody', ['whoami'], { env: { PSYCTL_TOKEN: '' } });
}

type Run = typeof psyctl;

async function inviting(french: Run): Promise<void> {
  await french('invited', ['member', 'invite', '--csv', 'invites.csv', ...CHANGE.slice(2)]);
  await french('not invited', ['member', 'cancel-invitation', address('ian'), ...CHANGE.slice(2)]);
  const more = ['member', 'invite', address('kim'), '--role', 'practitioner', '--team', 'North'];
  await french('invitation failing', [...more, ...CHANGE.slice(2)], { url: broken.url });
}

async function transferring(french: Run): Promise<void> {
  const to = ['--to', address('gus'), ...CHANGE];
  const bothAs = (who: string) => ['--as', address(who), ...CHANGE.slice(2)];
  await french('transfer planned', [
    'record',
    'transfer',
    'R-12',
    '--to',
    address('gus'),
    '--as',
    'owner',
    '--out',
    'fr.plan',
  ]);
  await french('sent', ['record', 'transfer', 'R-9', 'R-10', 'R-11', ...to]);
  await french('declined', ['transfer', 'decline', 'R-9', ...bothAs('gus')]);
  await french('cancelled', ['transfer', 'cancel', 'R-10', ...bothAs('alice')]);
  await french('not declined', ['transfer', 'decline', 'R-11', ...bothAs('bob')]);
  await french('decline failing', ['transfer', 'decline', 'R-11', ...bothAs('gus')], { url: broken.url });
  await french('not understood', ['transfer', 'decline', 'R-11', ...bothAs('gus')], { url: objecting.url });
  await french('all transfers', ['transfer', 'list', '--status', 'declined', '--as', address('alice'), '-o', 'json']);
  for (const noun of ['record', 'transfer'])
    await french(`${noun}s garbled`, [noun, 'list', '--as', address('alice')], { url: garbled.url });
}

/** Pulls what everybody may keep, and what holds names since somebody asked for them; the latter is damaged then. */
async function goingOffline(french: Run): Promise<void> {
  await french('pulled', ['snapshot', 'pull', 'snapshot.json', '--as', 'owner']);
  await french('offline', ['access', 'who', 'R-13', '--snapshot', 'snapshot.json']);
  await french('pulled with names', ['snapshot', 'pull', NAMING[2], '--with-names', '--as', 'owner']);
  await french('offline with names', ['access', 'who', 'S-1', '--snapshot', NAMING[2]]);
  const text = readFileSync(at('work', NAMING[2]), 'utf8');
  const world = JSON.parse(text);
  writeFileSync(at('work', NAMING[2]), text.replace(`"${SECRETS.title} 1"`, `"${SECRETS.title}" 1`));
  await french('offline damaged', ['access', 'who', 'R-13', '--snapshot', NAMING[2]]);
  world.records[0] = { ...world.records[0], number: [SECRETS.title], owner: SECRETS.person };
  writeFileSync(at('work', NAMING[2]), JSON.stringify(world));
  await french('offline wrong', ['access', 'who', 'R-13', '--snapshot', NAMING[2]]);
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** What of the secrets a text holds. */
const found = (text: string) =>
  Object.entries(SECRETS).flatMap(([what, secret]) => (text.includes(secret) ? [what] : []));

/** Every file in a folder that holds a secret, and which. */
const leaksIn = (folder: string): string[] =>
  filesIn(folder).flatMap((file) => {
    const what = found(readFileSync(file, 'utf8'));
    return what.length > 0 ? [`${relative(folder, file)}: ${what.join()}`] : [];
  });

beforeAll(async () => {
  test = await sandboxOf({ ...world(), members: world().members.map((one) => ({ ...one, name: SECRETS.person })) });
  broken = await brokenApi(whenChanging(answering(500, 'application/json', CHATTY)), test.sandbox.url);
  objecting = await brokenApi(whenChanging(answering(400, 'application/problem+json', CHATTY)), test.sandbox.url);
  const hangs = whenChanging(() => {
    const isFirst = !sent.signal.aborted;
    sent.abort();
    return isFirst;
  });
  hanging = await brokenApi(hangs, test.sandbox.url);
  const isRead = ({ url = '' }: { url?: string | undefined }) => /\/(records|transfers)\?/.test(url);
  const chat = answering(200, 'application/json', CHATTY);
  garbled = await brokenApi((request, response) => isRead(request) && chat(request, response), test.sandbox.url);
  room = mkdtempSync(join(tmpdir(), 'psyctl-leaks-'));
  for (const folder of ['home', 'tmp', 'work', 'user']) mkdirSync(at(folder));
  await wholeJourney();
  await inFrench();
}, 120_000);
afterAll(async () => {
  await broken.close();
  await hanging.close();
  await objecting.close();
  await garbled.close();
  await test.close();
  rmSync(room, { recursive: true });
});

describe('R1: after a whole journey', () => {
  it('everything in it has been gone through', () => {
    expect(exits).toEqual({
      ...{ shares: 0, transfers: 0, accepted: 0, space: 0, onboarding: 0, revoking: 0 },
      ...{ planned: 0, 'plan shown': 0, 'plan applied': 0, refused: 3, mistyped: 2, undone: 0 },
      ...{ killed: -1, resumed: 0, verified: 0, failing: 9, 'run show': 0, 'run failed': 0, archived: 0 },
      ...{ explained: 0, crashed: 1, 'signed in': 0, status: 0, examined: 0 },
      ...{ invited: 0, 'not invited': 0, 'invitation failing': 9, 'transfer planned': 0, sent: 0, declined: 0 },
      ...{ cancelled: 0, 'not declined': 2, 'decline failing': 9, 'not understood': 1, 'all transfers': 0 },
      ...{ 'records garbled': 1, 'transfers garbled': 1, pulled: 0, offline: 0, 'pulled with names': 0 },
      ...{ 'offline with names': 0, 'offline damaged': 2, 'offline wrong': 2, list: 0, profiles: 0, runs: 0 },
      ...{ pruned: 0, 'token refused': 4, 'status again': 0, 'signed out': 0, nobody: 4 },
    });
  });

  it('no file psyctl leaves behind holds a title, a name or a token, but the file of tokens and those asked for', () => {
    const asked = ['work/named.json: title,pupil,space,person', 'work/profiles.csv: pupil', 'work/records.csv: title'];
    expect(leftSignedIn.toSorted()).toEqual(['home/tokens.json: token', ...asked]);
    expect(leaksIn(room).toSorted()).toEqual(asked);
  });

  it('what it leaves is for its user alone, what was asked for with names included', () => {
    const own = filesIn(room).filter((file) => !/work\/(shares\.csv|invites\.csv|school\.yaml)$/.test(file));
    expect(own).toEqual(expect.arrayContaining(NAMING.map((name) => at('work', name))));
    const open = own.filter((file) => (statSync(file).mode & 0o777) !== 0o600);
    expect(open.map((file) => relative(room, file))).toEqual([]);
  });

  it('neither --verbose nor a crash says any', () => {
    expect(said).toContain('RangeError');
    expect(found(said)).toEqual([]);
  });

  it('what is printed outside a terminal says no more than who people are', () => {
    expect(found(printed)).toEqual(['person']);
  });
});
