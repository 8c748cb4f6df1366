import { describe, expect, it } from 'vitest';
import { send } from '../../src/executing/send.ts';
import { administered, planOn, seenByAdministrator } from '../support/administrator.ts';
import { fakeChanger } from '../support/fakes.ts';
import type { Organization } from '../support/organization.ts';
import { share, type Wish } from '../support/planning.ts';
import { add, create, erase, invite, remove, revoke, setRoles } from '../support/wishes-people.ts';

const school = administered()
  .member('abe', { roles: ['administrator'] })
  .member('amy', { roles: ['administrator'] })
  .team('North', 'bob');

/** What is sent for some wishes of Ada's: `POST`, `PATCH bob`. */
async function sentFor(so: Organization, ...wishes: Wish[]) {
  const fake = fakeChanger();
  const { outcomes } = await send(planOn(so, {}, ...wishes).steps, {
    changer: fake.changer,
    snapshot: { ...seenByAdministrator(so), etags: new Map([['team:North', '"v1"']]) },
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
    expect([whats[0], whats.slice(1, 3).sort(), whats[3]]).toEqual([
      'DELETE team:North',
      ['PATCH abe', 'POST bob'],
      'POST ada',
    ]);
  });

  it('N1, O7: who is in a team is settled before it is given anything, and it is deleted after', async () => {
    const wishes = [
      erase('team:South'),
      share('ada', 'R-1', 'team:North', 'read'),
      remove('team:North', 'bob'),
      add('team:North', 'amy'),
    ];
    const { whats } = await sentFor(school.team('South').record('R-1', { owner: 'ada' }), ...wishes);
    expect(whats).toEqual(['DELETE team:North bob', 'PUT team:North amy', 'PUT R-1 team:North', 'DELETE team:South']);
  });

  it('O10: whoever is invited into a team moves its ETag: the next change of it rests on none', async () => {
    const amy = add('team:North', 'amy');
    const { fake } = await sentFor(school, amy, invite('new@example.org', { teams: ['team:North'] }));
    expect(fake.sent.map(({ ifMatch }) => ifMatch)).toEqual([undefined, undefined]);
    expect((await sentFor(school, amy)).fake.sent[0]?.ifMatch).toBe('"v1"');
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
