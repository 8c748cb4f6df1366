import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answering, type Breakage, brokenApi } from '../support/broken-api.ts';
import { type Journey, journeyIn } from '../support/cli.ts';
import { ADMIN_TOKEN } from '../support/sandbox.ts';
import { errorOf, jsonOf } from '../support/seen.ts';
import { address, record, town } from '../support/town.ts';

const BIN = new URL('../../bin/psyctl.js', import.meta.url).pathname;
/** Three pages of each list: psyctl asks for 200 at a time. */
const MANY = 401;
const PAGE = 200;
const NOUNS = ['record', 'member', 'profile', 'transfer', 'space', 'team'];

let journey: Journey;
let folder: string;
beforeAll(async () => {
  const all = Array.from({ length: MANY }, (_, n) => n + 1);
  const people = town([]);
  journey = await journeyIn({
    ...people,
    members: [
      ...people.members,
      ...all.map((n) => ({ email: address(`p${n}`), name: `P ${n}`, roles: ['practitioner' as const] })),
    ],
    profiles: all.map((n) => ({ key: `P-${n}`, name: `Somebody ${n}`, school: '010' })),
    records: all.map((n) => record(`R-${n}`)),
    spaces: all.map((n) => ({
      id: `S-${n}`,
      name: `S ${n}`,
      kind: 'collaborative' as const,
      creator: address('alice'),
    })),
    teams: all.map((n) => ({ name: `T ${n}`, members: [] })),
    transfers: all.map((n) => ({ record: `R-${n}`, to: address('bob'), by: address('alice') })),
  });
  folder = mkdtempSync(join(tmpdir(), 'psyctl-streaming-'));
}, 120_000);
afterAll(async () => {
  await journey.close();
  rmSync(folder, { recursive: true });
});

const listOf = (noun: string, ...more: string[]) => [noun, 'list', '--as', address('alice'), ...more];

/**
 * Starts psyctl on an API that is held up, or refuses, before each page of a list but the first; `asked` counts those pages.
 */
async function throughPages(noun: string, args: readonly string[], onNext: (page: number) => ReturnType<Breakage>) {
  let asked = 0;
  const isNext = ({ url = '' }: IncomingMessage) => url.startsWith(`/v1/${noun}s?`) && url.includes('cursor=');
  const refused = answering(403, 'application/problem+json', JSON.stringify({ code: 'forbidden', rule: 'R1' }));
  const api = await brokenApi(async (request, response) => {
    if (!isNext(request)) return false;
    asked += 1;
    return (await onNext(asked + 1)) && refused(request, response);
  }, journey.sandbox.url);
  const { PATH = '' } = process.env;
  const env = { PATH, PSYCTL_HOME: journey.home, PSYCTL_API_URL: api.url, PSYCTL_TOKEN: ADMIN_TOKEN };
  const running = execa(process.execPath, [BIN, ...args], {
    ...{ env, extendEnv: false, reject: false, stdin: 'ignore', buffer: { stdout: false } },
  });
  return { asked: () => asked, api, running };
}

const linesOf = (text: string): unknown[] =>
  text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as unknown);

describe('a list as JSON lines', () => {
  it.each(NOUNS)('%s list: each page is printed before the next is asked for', async (noun) => {
    const whole = await journey.psyctl(...listOf(noun, '-o', 'json'));
    let printed = '';
    let ended = false;
    const before: number[] = [];
    const { api, running } = await throughPages(noun, listOf(noun, '-o', 'ndjson', '--timeout', '5'), async () => {
      // Held until all that was read before is printed: where it isn't, psyctl would wait, and give up.
      while (!ended && linesOf(printed).length < PAGE * (before.length + 1)) await once(running.stdout, 'data');
      before.push(linesOf(printed).length);
      return false;
    });
    running.stdout.on('data', (text) => {
      printed += text;
    });
    const { exitCode, stderr } = await running;
    ended = true;
    await api.close();
    expect(before).toEqual([PAGE, 2 * PAGE]);
    expect(linesOf(printed)).toEqual(jsonOf(whole));
    expect([exitCode, stderr]).toEqual([whole.exit, whole.err.trimEnd()]);
  });

  it('that fails halfway keeps what is printed, and says why on standard error', async () => {
    const { api, running } = await throughPages('record', listOf('record', '-o', 'ndjson'), (page) => page > 2);
    let printed = '';
    running.stdout.on('data', (text) => {
      printed += text;
    });
    const { exitCode, stderr } = await running;
    await api.close();
    expect(linesOf(printed)).toHaveLength(2 * PAGE);
    expect(exitCode).toBe(3);
    expect(errorOf({ exit: 3, out: '', err: stderr, json: () => null })).toMatchObject({ code: 'forbidden' });
  });

  it('asks for no more once nobody reads, and ends quietly', async () => {
    const { asked, api, running } = await throughPages('record', listOf('record', '-o', 'ndjson'), async () => {
      if (!running.stdout.destroyed) await once(running.stdout, 'close');
      return false;
    });
    // As `head -1` does.
    running.stdout.once('data', () => running.stdout.destroy());
    const { exitCode, stderr } = await running;
    await api.close();
    expect([exitCode, stderr]).toEqual([0, '']);
    // One, if the first page had gone before its reader had.
    expect(asked()).toBeLessThan(2);
  });

  it('is as long as it is wanted', async () => {
    const some = await journey.psyctl(...listOf('record', '--limit', '201', '-o', 'ndjson'));
    const same = await journey.psyctl(...listOf('record', '--limit', '201', '-o', 'json'));
    expect(linesOf(some.out)).toEqual(jsonOf(same));
    expect(linesOf(some.out)).toHaveLength(201);
    expect([some.exit, some.err]).toEqual([0, same.err]);
  });

  it('comes whole where it is sorted, goes into a file, or has columns that must be known', async () => {
    const sorted = await journey.psyctl(...listOf('record', '--sort', '-number', '--limit', '2', '-o', 'ndjson'));
    expect(linesOf(sorted.out)).toMatchObject([{ number: `R-${MANY}` }, { number: `R-${MANY - 1}` }]);
    const file = join(folder, 'records.ndjson');
    const written = await journey.psyctl(...listOf('record', '-o', 'ndjson', '--output-file', file));
    expect([written.exit, written.out, linesOf(readFileSync(file, 'utf8')).length]).toEqual([0, '', MANY]);
    const wrong = await journey.psyctl(...listOf('record', '--columns', 'colour', '-o', 'ndjson'));
    expect([wrong.exit, wrong.out]).toEqual([2, '']);
  });
});
