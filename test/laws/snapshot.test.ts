import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect } from 'vitest';
import check from '../../src/commands/access/check.ts';
import explain from '../../src/commands/access/explain.ts';
import of from '../../src/commands/access/of.ts';
import who from '../../src/commands/access/who.ts';
import type { WorldInput } from '../../src/contract/world.ts';
import { law } from '../support/law.ts';
import { sandboxOf } from '../support/sandbox.ts';
import { type Asking, askingAs, pulled, rehearsing } from '../support/snapshots.ts';
import { worlds } from '../support/worlds.ts';

/** Every question there is about a world, as commands and what they are given. */
function questionsAbout({ members, records = [], spaces = [], teams = [] }: WorldInput) {
  const people = members.map(({ email }) => email);
  const things = [...records.map(({ number }) => number), ...spaces.map(({ id }) => `space:${id}`), 'multi:P-1'];
  return [
    ...people.flatMap((person) => things.map((thing) => [explain, [person, thing]] as const)),
    ...people.flatMap((person) => things.map((thing) => [check, [person, 'write', thing]] as const)),
    ...things.map((thing) => [who, [thing]] as const),
    ...[...people, ...teams.map(({ name }) => `team:${name}`)].map((grantee) => [of, [grantee]] as const),
  ];
}

const UNKNOWN = /^(unknown-|forbidden|ambiguous)/;
/** What nobody with these rights is told is unknown offline, by name or as an answer, and never anything else. */
const isUnknown = (said: unknown): boolean =>
  typeof said === 'string' ? UNKNOWN.test(said) : (said as { level?: unknown }).level === null;

async function answers(asking: Asking, world: WorldInput) {
  const told: [string, unknown][] = [];
  for (const [command, args] of questionsAbout(world))
    told.push([`${Object.keys(command.arguments).length} ${args.join(' ')}`, await asking.ask(command, args)]);
  return told;
}

function sameAnswers(expected: [string, unknown][], actual: [string, unknown][]): void {
  for (const [at, [question, said]] of expected.entries()) {
    const [, now] = actual[at] ?? [];
    if (isUnknown(said)) expect([question, isUnknown(now), now]).toEqual([question, true, now]);
    else expect([question, now]).toEqual([question, said]);
  }
}

describe('a snapshot, asked offline and started as another sandbox', () => {
  law(
    'gives its puller the same answers to every question, and unknown where they had none',
    fc.asyncProperty(worlds, fc.nat(), fc.boolean(), async (world, pick, forOwners) => {
      const active = world.members.filter(({ status }) => (status ?? 'active') === 'active');
      const member = active[pick % active.length]?.email ?? '';
      const tokens = [{ token: 'token-of-puller', member }];
      const test = await sandboxOf({ ...world, tokens });
      const folder = mkdtempSync(join(tmpdir(), 'psyctl-snapshot-'));
      try {
        const as = forOwners ? 'owner' : undefined;
        const online = askingAs(forOwners ? test.admin : test.connectAs('token-of-puller'), as);
        const file = join(folder, 'snapshot.json');
        const text = await pulled(online, true);
        writeFileSync(file, text);
        const expected = await answers(online, world);
        const started = await rehearsing(text, as);
        const offline = await rehearsing(text, as, true);
        try {
          for (const asking of [started, offline]) {
            sameAnswers(expected, await answers(asking, world));
          }
        } finally {
          await started.close();
          await offline.close();
        }
      } finally {
        rmSync(folder, { recursive: true });
        await test.close();
      }
    }),
    { usual: 5, times: 0.004 },
  );
});
