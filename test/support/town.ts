import type { WorldInput } from '../../src/contract/world.ts';

type Entry<K extends keyof WorldInput> = NonNullable<WorldInput[K]> extends readonly (infer T)[] ? T : never;

/** `alice` is alice@example.org; `team:North` is itself. */
export const address = (name: string): string => (name.startsWith('team:') ? name : `${name}@example.org`);

const person = (name: string, more: Partial<Entry<'members'>> = {}): Entry<'members'> => ({
  email: address(name),
  name: `${name[0]?.toUpperCase()}${name.slice(1)} Test`,
  roles: ['practitioner'],
  ...more,
});

/**
 * The people of most journeys: Alice owns records; Bob, Dan, Eve, Fay and Gus could share them; Ada is the
 * administrator, Cleo the coordinator, Max the manager of school 010; Ivy is invited, Otto inactive. Dan, Eve and Ivy
 * are the team North. Alice, Bob, Cleo and Max have tokens of their own: `token-alice`.
 */
export const town = (records: readonly Entry<'records'>[], more: Partial<WorldInput> = {}): WorldInput => ({
  organization: { name: 'CSS des Essais', kind: 'school-service-centre' },
  schools: [{ code: '010', name: 'École du Ruisseau' }],
  members: [
    person('ada', { roles: ['administrator'] }),
    ...['alice', 'bob', 'dan', 'eve', 'fay', 'gus'].map((name) => person(name)),
    person('cleo', { roles: ['coordinator'] }),
    person('max', { roles: ['manager'], schools: ['010'] }),
    person('ivy', { status: 'invited' }),
    person('otto', { status: 'inactive' }),
  ],
  teams: [{ name: 'North', members: ['dan', 'eve', 'ivy'].map(address) }],
  profiles: [{ key: 'P-1', name: 'Sam Tremblay', school: '010' }],
  records: [...records],
  tokens: ['alice', 'bob', 'cleo', 'max'].map((name) => ({ token: `token-${name}`, member: address(name) })),
  ...more,
});

/** `record('R-1', {bob: 'read', 'team:North': 'write'})`: a record of Alice's and whom it is shared with. */
export const record = (
  number: string,
  shares: Readonly<Record<string, 'read' | 'write' | 'full'>> = {},
  more: Partial<Entry<'records'>> = {},
): Entry<'records'> => ({
  number,
  title: `Title of ${number}`,
  owner: address('alice'),
  shares: Object.entries(shares).map(([name, access]) => ({ with: address(name), access })),
  ...more,
});
