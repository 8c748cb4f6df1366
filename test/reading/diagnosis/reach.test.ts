import { afterAll, beforeAll, expect, test } from 'vitest';
import { listMembers } from '../../../src/contract/members.ts';
import type { WorldInput } from '../../../src/contract/world.ts';
import { askerOf } from '../../../src/reading/asker.ts';
import { everyoneOn, memberOn } from '../../../src/reading/diagnosis/reach.ts';
import { resolveResource } from '../../../src/reading/diagnosis/resource.ts';
import { standingOf } from '../../../src/reading/diagnosis/standing.ts';
import { all } from '../../../src/reading/take.ts';
import { ADMIN_TOKEN, sandboxOf, type TestSandbox } from '../../support/sandbox.ts';

/** More people than one question takes, all of them in one team. */
const PEOPLE = 230;
const email = (n: number) => `p${n}@example.org`;
const WORLD: WorldInput = {
  organization: { name: 'Large', kind: 'clinic', plan: 'paid', seats: 500 },
  members: [
    { email: 'ada@example.org', name: 'Ada', roles: ['administrator'] },
    ...Array.from({ length: PEOPLE }, (_, n) => ({
      email: email(n),
      name: `P ${n}`,
      roles: ['practitioner' as const],
    })),
  ],
  teams: [{ name: 'All', members: Array.from({ length: PEOPLE }, (_, n) => email(n)) }],
  records: [
    { number: 'R-1', title: 'T', owner: email(0), shares: [{ with: 'team:All', access: 'read' }] },
    { number: 'R-2', title: 'U', owner: email(1) },
  ],
  copies: [{ record: 'R-2', holder: email(2), at: '2026-06-20T12:00:00Z' }],
  tokens: [
    { token: 'token-ada', member: 'ada@example.org' },
    { token: 'token-copy', member: email(2) },
  ],
};

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await sandboxOf(WORLD);
});
afterAll(() => sandbox.close());

async function asking(number: string, token: string, as?: string) {
  const { reader } = sandbox.connectAs(token);
  const asker = await askerOf(reader, as);
  const standing = await standingOf(reader, asker);
  const resource = await resolveResource(reader, asker, standing, { type: 'record', text: number });
  return { reader, standing, resource };
}

test.each([
  ['on behalf of the owner', ADMIN_TOKEN, 'owner'],
  ['of all members, a hundred at a time (O11)', ADMIN_TOKEN, undefined],
  ['by number alone, without act-as', 'token-ada', undefined],
])('everyone is told, asked %s', async (_, token, as) => {
  const { reader, standing, resource } = await asking('R-1', token, as);
  const rows = await everyoneOn(reader, standing, resource);
  expect(new Set(rows?.map((row) => row.member?.email)).size).toBe(PEOPLE);
});

test('A2: a number that leads nowhere is not known to be reached by nobody', async () => {
  const { reader, standing, resource } = await asking('R-99', 'token-ada');
  expect(resource).toMatchObject({ id: null, name: 'R-99' });
  expect(await everyoneOn(reader, standing, resource)).toBeNull();
});

test('T10: whoever holds a copy is told of themself alone', async () => {
  const { reader, standing, resource } = await asking('R-2', 'token-copy');
  const [owner] = await all(reader.list(listMembers, { query: { email: [email(1)] } }));
  expect(await everyoneOn(reader, standing, resource)).toBeNull();
  expect(await memberOn(reader, standing, resource, owner?.id ?? '')).toBeNull();
  expect(await memberOn(reader, standing, resource, standing.id)).toMatchObject({ row: { level: 'read' } });
});

test('none is an answer where everything could be asked', async () => {
  const { reader, standing, resource } = await asking('R-2', ADMIN_TOKEN);
  const [other] = await all(reader.list(listMembers, { query: { email: [email(5)] } }));
  expect(await memberOn(reader, standing, resource, other?.id ?? '')).toEqual({ row: null });
});
