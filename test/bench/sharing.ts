import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'undici';
import { connect } from '../../src/api/index.ts';
import { MAX_BATCH } from '../../src/contract/common.ts';
import { listRecords } from '../../src/contract/records.ts';
import type { Intent } from '../../src/model/intents/index.ts';
import { all } from '../../src/reading/take.ts';
import { generateWorld } from '../../src/sandbox/generate.ts';
import { applied, failedToPlan, type Planned, planned } from '../support/psyctl.ts';
import { type Figure, median } from './ratios.ts';
import { type SandboxProcess, startProcess } from './sandbox-process.ts';

const SHARES = 5_000;
const WORLD = 7_000;
const OWNERS = 20;
const CONNECTIONS = 8;
const ROUNDS = 3;
/** People each round shares with: psyctl singly, psyctl in batches, the bare pool. */
const EACH_ROUND = 3;

/** A share to be made: by whom, on what, with whom. */
interface Share {
  readonly owner: string;
  readonly record: string;
  readonly number: string;
}

/** Requests a preview and an apply cost, and the rate of sending against a bare pool's, over 5,000 shares. */
export async function sharingFigures(): Promise<Figure[]> {
  const { file, grantees, numbers } = worldToShare();
  const sandbox = await startProcess('--world', file);
  try {
    const shares = await sharesOf(sandbox, numbers);
    const rates = { singly: [] as number[], together: [] as number[] };
    let singly = { preview: 0, apply: 0 };
    let together = singly;
    for (let round = 0; round < ROUNDS; round++) {
      const [one = '', other = '', bare = ''] = grantees.slice(round * EACH_ROUND);
      const bareMs = await barePuts(sandbox, shares, bare);
      const alone = await psyctlShares(sandbox, shares, one, false);
      const batched = await psyctlShares(sandbox, shares, other, true);
      [singly, together] = [alone.requests, batched.requests];
      rates.singly.push(bareMs / alone.sendingMs);
      rates.together.push(bareMs / batched.sendingMs);
    }
    const each = (requests: number) => (requests - 20) / SHARES;
    return [
      {
        what: 'sending 5,000 shares singly: psyctl’s rate / a bare undici pool’s',
        measured: median(rates.singly),
        bound: { atLeast: 0.8 },
      },
      {
        what: 'sending them in batches: psyctl’s rate / a bare undici pool’s, which sends singly',
        measured: median(rates.together),
        bound: { atLeast: 1.5 },
      },
      {
        what: 'requests to preview 5,000 shares, beyond 20, a share',
        measured: each(singly.preview),
        bound: { atMost: 0.04 },
      },
      {
        what: 'requests to apply and verify them singly, beyond 20, a share',
        measured: each(singly.apply),
        bound: { atMost: 1.05 },
      },
      {
        what: 'requests to apply and verify them in batches, beyond 20, a share',
        measured: each(together.apply),
        bound: { atMost: 0.04 },
      },
    ];
  } finally {
    await sandbox.stop();
  }
}

/** A world in which a few people own many records, as at the end of a year, and whom to share them with. */
function worldToShare() {
  const world = generateWorld({ records: WORLD });
  const active = world.members.filter((one) => one.status === 'active' && one.roles.includes('practitioner'));
  const owners = active.slice(0, OWNERS).map((one) => one.email);
  const grantees = active.slice(OWNERS, OWNERS + ROUNDS * EACH_ROUND).map((one) => one.email);
  const busy = new Set([...world.transfers, ...world.copies].map((one) => one.record));
  const numbers: string[] = [];
  for (const record of world.records) {
    if (record.status !== 'active' || busy.has(record.number) || numbers.length === SHARES) continue;
    record.owner = owners[numbers.length % OWNERS] ?? record.owner;
    record.shares = record.shares.filter((share) => ![...owners, ...grantees].includes(share.with));
    numbers.push(record.number);
  }
  const file = join(mkdtempSync(join(tmpdir(), 'psyctl-bench-')), 'world.json');
  writeFileSync(file, JSON.stringify(world), { mode: 0o600 });
  return { file, grantees, numbers };
}

async function sharesOf({ url, token }: SandboxProcess, numbers: readonly string[]): Promise<Share[]> {
  const { reader, close } = connect({ url, token, env: {} });
  const records = await all(reader.listByFilter(listRecords, 'number', numbers));
  await close();
  if (records.length < SHARES) throw new Error(`the world has only ${records.length} records to share`);
  return records.map(({ id, number, owner }) => ({ owner: owner?.id ?? '', record: id, number }));
}

async function psyctlShares(
  { url, token }: SandboxProcess,
  shares: readonly Share[],
  grantee: string,
  batches: boolean,
) {
  let count = 0;
  const connection = connect({
    url,
    token,
    env: {},
    concurrency: CONNECTIONS,
    log: () => {
      count += 1;
    },
  });
  const intents = shares.map(
    ({ number }, n): Intent => ({
      action: 'share.set',
      row: n + 1,
      record: { ref: 'record', text: number, place: {} },
      grantee: { ref: 'grantee', type: 'member', text: grantee, place: {} },
      level: 'read',
      requireApproval: null,
    }),
  );
  const outcome = await planned(batches ? connection : { ...connection, announced: () => {} }, {
    as: 'owner',
    intents,
  });
  if (failedToPlan(outcome)) throw new Error(outcome.map((failure) => failure.code).join());
  const preview = count;
  const sendingMs = await sendingTime(connection, outcome, CONNECTIONS * (batches ? MAX_BATCH : 1));
  await connection.close();
  return { sendingMs, requests: { preview, apply: count - preview } };
}

/** Milliseconds from the first change sent to the last answered; the verification after it is not counted. */
async function sendingTime(
  connection: ReturnType<typeof connect>,
  outcome: Planned,
  concurrency: number,
): Promise<number> {
  const begun = performance.now();
  let last = begun;
  const changer = {
    ...connection.changer,
    change: async (...args: Parameters<typeof connection.changer.change>) => {
      const answer = await connection.changer.change(...args);
      last = performance.now();
      return answer;
    },
  };
  const counted = { ...connection, changer: changer as typeof connection.changer };
  const report = await applied(counted, outcome, concurrency);
  if (report.totals.done !== SHARES || report.verification.mismatches.length > 0) {
    throw new Error(`not as planned: ${JSON.stringify(report.totals)}`);
  }
  return last - begun;
}

/** The same changes as anybody would send them who cares for nothing but speed. */
async function barePuts({ url, token }: SandboxProcess, shares: readonly Share[], grantee: string): Promise<number> {
  const pool = new Pool(url, { connections: CONNECTIONS });
  const found = await pool.request({
    method: 'GET',
    path: `/v1/members?email=${encodeURIComponent(grantee)}`,
    headers: { authorization: `Bearer ${token}` },
  });
  const { items } = (await found.body.json()) as { items: { id: string }[] };
  const id = items[0]?.id ?? '';
  const begun = performance.now();
  let next = 0;
  const worker = async () => {
    for (let at = next++; at < shares.length; at = next++) {
      const { owner, record } = shares[at] as Share;
      const answer = await pool.request({
        method: 'PUT',
        path: `/v1/records/${record}/shares/${id}`,
        headers: { authorization: `Bearer ${token}`, 'act-as': owner, 'content-type': 'application/json' },
        body: '{"access":"read"}',
      });
      await answer.body.text();
      if (answer.statusCode !== 200) throw new Error(`a bare PUT got ${answer.statusCode}`);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, worker));
  const ms = performance.now() - begun;
  await pool.close();
  return ms;
}
