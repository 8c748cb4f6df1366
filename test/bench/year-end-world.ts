import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Intent } from '../../src/model/intents/index.ts';
import { generateWorld } from '../../src/sandbox/generate.ts';
import { newFolder } from './processes.ts';

/** Records a generated world has for each that can be shared and transferred: others are archived, or wait. */
const SPARE = 1.15;
/** Records a practitioner has, about. */
const EACH = 100;

/** What is changed, on every record. */
export type Kind = 'shares' | 'transfers';

/** A file of a world in which people own about a hundred records each, as at the end of a year, and what is to be done. */
export interface YearEnd {
  readonly file: string;
  /** The numbers of the records, each free to be shared and transferred. */
  readonly numbers: readonly string[];
  /** Whom each is shared with, or transferred to: somebody who has nothing of it yet. */
  readonly colleague: string;
}

/** Makes up a world with so many records that can be shared and transferred. */
export function yearEndOf(rows: number): YearEnd {
  const world = generateWorld({ records: Math.ceil(rows * SPARE) + 50 });
  const active = world.members.filter((one) => one.status === 'active' && one.roles.includes('practitioner'));
  const owners = active.slice(0, Math.ceil(rows / EACH)).map((one) => one.email);
  const colleague = active[owners.length]?.email;
  if (colleague === undefined) throw new Error(`the world has only ${active.length} practitioners`);
  const busy = new Set([...world.transfers, ...world.copies].map((one) => one.record));
  const own = new Set([...owners, colleague]);
  const numbers: string[] = [];
  for (const record of world.records) {
    if (record.status !== 'active' || busy.has(record.number) || numbers.length === rows) continue;
    record.owner = owners[Math.floor(numbers.length / EACH)] ?? record.owner;
    record.shares = record.shares.filter((share) => !own.has(share.with));
    numbers.push(record.number);
  }
  if (numbers.length < rows) throw new Error(`the world has only ${numbers.length} records that are free`);
  const file = join(newFolder(), 'world.json');
  writeFileSync(file, JSON.stringify(world), { mode: 0o600 });
  return { file, numbers, colleague };
}

/** The rows psyctl is given. */
export const intentsOf = (kind: Kind, { numbers, colleague }: YearEnd): Intent[] =>
  numbers.map((text, n): Intent => {
    const [row, record] = [n + 1, { ref: 'record' as const, text, place: {} }];
    if (kind === 'transfers') {
      const to = { ref: 'member' as const, text: colleague, place: {} };
      return { action: 'transfer.send', row, record, to, include: [], keepCopy: true };
    }
    const grantee = { ref: 'grantee' as const, type: 'member' as const, text: colleague, place: {} };
    return { action: 'share.set', row, record, grantee, level: 'read', requireApproval: null };
  });

/** A CSV file of the same rows, as somebody would write it, in a folder of its own. */
export function csvOf(kind: Kind, { numbers, colleague }: YearEnd): string {
  const file = join(newFolder(), `${kind}.csv`);
  const [head, tail] =
    kind === 'shares' ? ['record,with,access', `${colleague},read`] : ['record,to,keep-copy', `${colleague},yes`];
  writeFileSync(file, `${[head, ...numbers.map((number) => `${number},${tail}`)].join('\n')}\n`);
  return file;
}
