import { describe, expect, it } from 'vitest';
import { getOrganization } from '../../src/contract/organization.ts';
import type { WorldInput } from '../../src/contract/world.ts';
import type { Intent } from '../../src/model/intents/index.ts';
import { askerOf } from '../../src/reading/asker.ts';
import { readGround } from '../../src/reading/reality.ts';
import { countedReading } from '../support/counted.ts';

const MANY = 250;
const email = (n: number) => `m${n}@example.org`;

/** 250 people with a record each, and a team that was given them all. */
const world: WorldInput = {
  organization: { name: 'Test' },
  members: [
    { email: 'admin@example.org', roles: ['administrator'] },
    { email: 'both@example.org', roles: ['administrator', 'coordinator'] },
    ...Array.from({ length: MANY }, (_, n) => ({ email: email(n), roles: ['practitioner' as const] })),
  ],
  teams: [{ name: 'North', members: [email(7)] }],
  records: Array.from({ length: MANY }, (_, n) => ({
    number: `R-${1000 + n}`,
    owner: email(n),
    confidential: n === 3,
    shares: [{ with: 'team:North', access: 'read' as const }],
  })),
  transfers: [{ record: 'R-1003', to: email(4), by: email(3) }],
};

const counted = countedReading(world);
const member = (n: number) => ({ ref: 'member' as const, text: email(n), place: {} });
const everybody = (intent: (n: number) => Intent): Intent[] => Array.from({ length: MANY }, (_, n) => intent(n));

async function groundOf(intents: readonly Intent[], as?: string) {
  const asker = await askerOf(counted.reader, as);
  const { body: organization } = await counted.reader.read(getOrganization);
  counted.forget();
  return await readGround(counted.reader, asker, intents, organization);
}

describe('O11: what members and teams reach is asked for a hundred at a time', () => {
  it('never one request a row', async () => {
    const team = { ref: 'team' as const, text: 'North', place: {} };
    const intents = everybody((n) => ({ action: 'team.add', row: n + 1, team, member: member(n) }));
    const { snapshot } = await groundOf(intents);
    expect(snapshot.state.reach.members.size).toBe(MANY);
    expect(snapshot.state.reach.teams.get([...snapshot.state.teams.keys()][0] ?? '')?.size).toBe(MANY - 1); // T4: R-1003 is cut off
    expect(counted.times('/v1/access')).toBeLessThanOrEqual(3 + 1 + 4);
    expect(counted.asked().length).toBeLessThanOrEqual(24);
  });

  it('how many reach what may be lost is asked by both, and only where losses don’t pass anyway', async () => {
    const one = await groundOf([{ action: 'member.revoke', row: 1, member: member(0) }]);
    expect(one.snapshot.reaching.size).toBe(0);
    const intents = everybody((n) => ({ action: 'member.revoke', row: n + 1, member: member(n) }));
    const { snapshot } = await groundOf(intents);
    expect(snapshot.reaching.size).toBe(MANY);
    expect(Math.max(...snapshot.reaching.values())).toBe(3);
    expect(counted.asked().length).toBeLessThanOrEqual(64);
  });

  it('O3, O6: with it, who administers, and the seats', async () => {
    const { snapshot } = await groundOf([{ action: 'member.revoke', row: 1, member: member(0) }]);
    expect([snapshot.administrators, snapshot.seats.limit]).toEqual([2, null]);
  });

  it('nothing of it for whoever is no administrator: they are refused anyway', async () => {
    const { snapshot } = await groundOf([{ action: 'member.revoke', row: 1, member: member(0) }], email(5));
    expect(snapshot.state.reach.members.size).toBe(0);
    expect(counted.times('/v1/access')).toBe(0);
  });
});

describe('T15, T17: the pending transfers somebody leaves hanging', () => {
  const hangingOf = async (n: number, as?: string) => {
    const { snapshot, intents } = await groundOf([{ action: 'member.revoke', row: 1, member: member(n) }], as);
    const [intent] = intents;
    return snapshot.people.hanging.get(intent && 'member' in intent ? intent.member : '');
  };

  it('an administrator learns of recipients from ways in, and that there may be others', async () => {
    expect(await hangingOf(4)).toEqual({ transfers: [{ number: 'R-1003', as: 'recipient' }], all: false });
    expect(await hangingOf(3)).toEqual({ transfers: [{ number: 'R-1003', as: 'owner' }], all: false });
    expect(await hangingOf(5)).toEqual({ transfers: [], all: false });
  });

  it('a coordinator sees them all', async () => {
    const seen = await hangingOf(3, 'both@example.org');
    expect(seen?.all).toBe(true);
    expect(seen?.transfers.map(({ as }) => as)).toEqual(['owner', 'sender']);
    expect(await hangingOf(5, 'both@example.org')).toEqual({ transfers: [], all: true });
  });
});
