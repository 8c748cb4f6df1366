import { describe, expect, it } from 'vitest';
import { getOrganization } from '../../src/contract/organization.ts';
import type { WorldInput } from '../../src/contract/world.ts';
import { askerOf } from '../../src/reading/asker.ts';
import { resolve } from '../../src/reading/resolve.ts';
import { readSnapshot } from '../../src/reading/snapshot.ts';
import { countedReading } from '../support/counted.ts';
import { wanting } from '../support/wanting.ts';

const RECORDS = 250;
const email = (n: number) => `m${n}@example.org`;

/** 250 records of three owners, and as many people. */
const world: WorldInput = {
  organization: { name: 'Test' },
  members: [
    { email: 'admin@example.org', roles: ['administrator'] },
    ...Array.from({ length: RECORDS }, (_, n) => ({ email: email(n), roles: ['practitioner' as const] })),
  ],
  teams: [{ name: 'North', members: [email(7)] }],
  records: Array.from({ length: RECORDS }, (_, n) => ({ number: `R-${1000 + n}`, owner: email(n % 3) })),
};

const counted = countedReading(world);
const intents = Array.from({ length: RECORDS }, (_, n) =>
  wanting(`R-${1000 + n}`, n % 5 === 0 ? 'team:North' : email((n + 1) % RECORDS), 'read', n + 2),
);

describe('names are asked for a hundred at a time', () => {
  it('never one request a row', async () => {
    const asker = await askerOf(counted.reader, email(0));
    counted.forget();
    const own = intents.filter((_, n) => n % 3 === 0);
    const { records, members } = await resolve(counted.reader, asker, own);
    expect([records.length, members.length]).toEqual([84, 67]);
    expect({
      records: counted.times('/v1/records'),
      members: counted.times('/v1/members'),
      teams: counted.times('/v1/teams'),
    }).toEqual({
      records: 1,
      members: 1,
      teams: 1,
    });
  });

  it('A1: under --as owner, once to find the owners, and once for each of them', async () => {
    const asker = await askerOf(counted.reader, 'owner');
    counted.forget();
    const names = await resolve(counted.reader, asker, intents);
    expect(names.records).toHaveLength(RECORDS);
    // 3 hundreds of numbers, then 84, 83 and 83 records of an owner each.
    expect(counted.times('/v1/records')).toBe(6);
    // 200 e-mails, and the owners’ statuses.
    expect(counted.times('/v1/members')).toBe(3);
    const { body: organization } = await counted.reader.read(getOrganization);
    counted.forget();
    const { snapshot } = await readSnapshot(counted.reader, asker, names, organization);
    expect(snapshot.seen.size).toBe(RECORDS);
    expect(counted.asked().length).toBeLessThanOrEqual(4);
  });

  it('law 5: and nothing but GET', async () => {
    const asker = await askerOf(counted.reader, 'owner');
    await resolve(counted.reader, asker, intents);
    expect(counted.asked().filter((one) => !one.startsWith('GET '))).toEqual([]);
  });
});
