import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlannedIntent, PruneIntent } from '../../src/model/intents/index.ts';
import type { GranteeReference, MemberReference, NewSpaceReference } from '../../src/model/references.ts';
import { askerOf } from '../../src/reading/asker.ts';
import { resolve } from '../../src/reading/resolve.ts';
import { sandboxOf, type TestSandbox } from '../support/sandbox.ts';
import { address, record, town } from '../support/town.ts';
import { wanting } from '../support/wanting.ts';

let test: TestSandbox;
beforeAll(async () => {
  test = await sandboxOf(
    town([record('R-1', { bob: 'read', dan: 'write', 'team:North': 'read' }), record('R-2', { bob: 'full' })], {
      teams: [
        { name: 'North', members: ['dan', 'eve', 'ivy', 'otto'].map(address) },
        { name: 'South', members: ['dan', 'eve'].map(address) },
      ],
      profiles: [
        { key: 'P-1', name: 'Sam Tremblay', school: '010' },
        { key: 'P-2', name: 'Noa Roy', school: '010' },
      ],
      spaces: [
        {
          id: 'S-1',
          name: 'Sam Tremblay',
          kind: 'multi',
          profile: 'P-1',
          creator: address('bob'),
          members: [
            { with: address('fay'), access: 'read' },
            { with: 'team:South', access: 'write' },
          ],
        },
        {
          id: 'S-2',
          name: 'Nook',
          kind: 'collaborative',
          creator: address('ada'),
          members: [{ with: address('gus') }],
        },
      ],
    }),
  );
});
afterAll(() => test.close());

const place = {};
const desired = true as const;
const grantee = (name: string): GranteeReference =>
  name.startsWith('team:')
    ? { ref: 'grantee', type: 'team', text: name.slice(5), place }
    : { ref: 'grantee', type: 'member', text: address(name), place };
const member = (name: string): MemberReference => ({ ref: 'member', text: address(name), place });
const newcomer: MemberReference = { ...member('new'), orNew: true };

const team = (name: string, keep: MemberReference[], row = 1): PruneIntent => ({
  action: 'onboard.prune-team',
  row,
  desired,
  team: { ref: 'team', text: name, place, orNew: true },
  keep,
});
const shares = (number: string, keep: string[], row = 1): PruneIntent => ({
  action: 'onboard.prune-record',
  row,
  desired,
  record: { ref: 'record', text: number, place },
  keep: keep.map(grantee),
});
function space(profile: string | null, keep: string[], row = 1): (PlannedIntent | PruneIntent)[] {
  const kind = profile ? 'multi' : 'collaborative';
  const name = profile ? null : 'Nook';
  const text = profile ?? 'Nook';
  const told = { kind, profile, record: null, name, another: false } as const;
  const reference: NewSpaceReference = { ref: 'new-space', text, place, ...told };
  const around = profile === null ? null : { ref: 'profile' as const, text: profile, place };
  return [
    { action: 'space.create', row, desired, space: reference, ...told, profile: around },
    { action: 'onboard.prune-space', row, desired, space: reference, keep: keep.map(grantee) },
  ];
}

/** Who goes: `1 share.remove R-1 dan by alice`, names in the place of ids. */
async function going(...intents: (PlannedIntent | PruneIntent)[]): Promise<string[]> {
  const { reader } = test.admin;
  const { intents: resolved } = await resolve(reader, await askerOf(reader, 'owner'), intents);
  const world = await test.world();
  const names = new Map<string, string>([
    ...world.members.map(({ id = '', email }) => [id, email.replace('@example.org', '')] as const),
    ...world.teams.map(({ id = '', name }) => [id, name] as const),
    ...world.records.map(({ id = '', number }) => [id, number] as const),
  ]);
  const called = (value: unknown): string => {
    const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : value;
    return names.get(String(id)) ?? String(id);
  };
  const removing = /^(team\.remove|space\.unshare|share\.remove)$/;
  return resolved
    .filter(({ action }) => removing.test(action))
    .map((one) => {
      const { row, action, actor } = one;
      const told: Record<string, unknown> = { ...one };
      const what = told['team'] ?? told['space'] ?? told['record'];
      return `${row} ${action} ${called(what)} ${called(told['member'] ?? told['grantee'])} by ${called(actor)}`;
    });
}

describe('where nobody else is to be', () => {
  it('O7: whoever isn’t named leaves the team, whatever their status', async () => {
    expect(await going(team('North', [member('eve')], 4))).toEqual([
      '4 team.remove North dan by ada',
      '4 team.remove North ivy by ada',
      '4 team.remove North otto by ada',
    ]);
  });

  it('S2: shares nobody names are taken away by the record’s owner, of members and teams', async () => {
    expect(await going(shares('R-1', ['bob']))).toEqual([
      '1 share.remove R-1 dan by alice',
      '1 share.remove R-1 North by alice',
    ]);
  });

  it('C4: whoever isn’t named leaves the space, by its creator; its creator stays in it (C8)', async () => {
    expect(await going(...space('P-1', ['fay']))).toEqual(['1 space.unshare S-1 South by bob']);
    expect(await going(...space(null, []))).toEqual(['1 space.unshare S-2 gus by ada']);
  });

  it('nobody named is everybody gone', async () => {
    expect(await going(team('South', []))).toHaveLength(2);
  });

  it('what several rows keep is kept, and who goes, goes once, in the first of them', async () => {
    const rows = [shares('R-1', ['bob'], 3), shares('R-1', ['team:North'], 5)];
    expect(await going(...rows)).toEqual(['3 share.remove R-1 dan by alice']);
    expect(await going(...space('P-1', ['fay'], 2), ...space('P-1', ['team:South'], 6))).toEqual([]);
    expect(await going(team('South', [member('dan')]), team('South', [member('eve')]))).toEqual([]);
  });

  it('who is only to be invited, a team and a space still to be made, lose nobody', async () => {
    const joins: PlannedIntent = {
      action: 'team.add',
      row: 1,
      desired,
      team: { ref: 'team', text: 'South', place },
      member: newcomer,
    };
    expect(await going(joins, team('South', [member('dan'), member('eve'), newcomer]))).toEqual([]);
    expect(await going(...space('P-2', ['bob']))).toEqual([]);
  });

  it('what isn’t named is left alone', async () => {
    const all = await going(team('South', [member('dan')]), shares('R-2', []), ...space('P-1', []));
    expect(all).toEqual([
      '1 team.remove South eve by ada',
      '1 share.remove R-2 bob by alice',
      '1 space.unshare S-1 fay by bob',
      '1 space.unshare S-1 South by bob',
    ]);
    expect(await going(wanting('R-1', address('gus')))).toEqual([]);
  });

  it('what is asked for besides stays as it is', async () => {
    const { reader } = test.admin;
    const intents = [
      { ...wanting('R-1', address('gus')), desired },
      shares('R-1', ['gus', 'bob', 'dan', 'team:North']),
    ];
    const { intents: resolved } = await resolve(reader, await askerOf(reader, 'owner'), intents);
    expect(resolved.map(({ action }) => action)).toEqual(['share.set']);
  });
});
