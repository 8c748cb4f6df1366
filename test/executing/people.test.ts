import { describe, expect, it } from 'vitest';
import { send } from '../../src/executing/send.ts';
import { administered, planOn, seenByAdministrator } from '../support/administrator.ts';
import { fakeChanger } from '../support/fakes.ts';
import type { Organization } from '../support/organization.ts';
import type { Wish } from '../support/planning.ts';
import { add, create, erase, invite, revoke, setRoles } from '../support/wishes-people.ts';

const school = administered()
  .member('abe', { roles: ['administrator'] })
  .member('amy', { roles: ['administrator'] })
  .team('North', 'bob');

/** What is sent for some wishes of Ada's: `POST`, `PATCH bob`. */
async function sentFor(so: Organization, ...wishes: Wish[]) {
  const fake = fakeChanger();
  const { outcomes } = await send(planOn(so, {}, ...wishes).steps, {
    changer: fake.changer,
    snapshot: seenByAdministrator(so),
    run: 'run-1',
    self: 'ada',
    idempotent: true,
    reason: undefined,
    concurrency: 4,
  });
  return { fake, outcomes, whats: fake.sent.map(({ method, what }) => `${method} ${what}`.trim()) };
}

describe('sending changes of teams and members', () => {
  it('O3: what takes from administrators the right to do the rest goes last, from whoever acts at the very end', async () => {
    const wishes = [revoke('ada'), setRoles('abe', { set: ['practitioner'] }), revoke('bob'), erase('team:North')];
    const { whats } = await sentFor(school, ...wishes);
    expect(whats.slice(0, 2).sort()).toEqual(['DELETE team:North', 'POST bob']);
    expect(whats.slice(2)).toEqual(['PATCH abe', 'POST ada']);
  });

  it('O7: what depends on a team or an invitation that was not made is not attempted', async () => {
    const wishes = [
      create('Équipe É'),
      invite('new@example.org', { teams: ['new:Équipe É'] }),
      add('new:Équipe É', 'bob'),
    ];
    const { outcomes, fake } = await sentFor(school, ...wishes);
    // The fake answers no id: to psyctl the team is not there.
    expect(outcomes.map(({ status }) => status)).toEqual(['done', 'not-attempted', 'not-attempted']);
    expect(fake.sent[0]?.idempotencyKey).toMatch(/^[\x21-\x7e]+$/);
  });
});
