import { describe, expect, it } from 'vitest';
import { type Sending, send } from '../../src/executing/send.ts';
import { Failure } from '../../src/failures/failure.ts';
import { administered, planOn, seenByAdministrator } from '../support/administrator.ts';
import { type Fate, fakeChanger } from '../support/fakes.ts';
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

  describe('O7, N1: a team is given nothing while who is in it is not as shown', () => {
    const wishes = [
      share('ada', 'R-1', 'team:North', 'read'),
      share('ada', 'R-1', 'amy', 'read'),
      remove('team:North', 'bob'),
      add('team:North', 'amy'),
    ];
    const so = school.record('R-1', { owner: 'ada' });
    const refused = new Failure('refused', { detail: '' });
    const unanswered = new Failure('outcome-unknown', { cause: 'ECONNRESET' });
    const unseen = new Failure('outcome-unknown', { cause: '', how: 'unseen' });
    const fateOf =
      (what: string, failure: Failure): Fate =>
      (sent) =>
        sent.what === what ? failure : null;

    /** How the share of the team, and that of Amy, end. */
    async function sharesWhere(fate?: Fate, more: Partial<Sending> = {}) {
      const { outcomes } = await send(planOn(so, {}, ...wishes).steps, {
        changer: fakeChanger(fate).changer,
        snapshot: seenByAdministrator(so),
        run: 'run-1',
        self: 'ada',
        idempotent: true,
        reason: undefined,
        concurrency: 4,
        ...more,
      });
      const endOf = (row: number) => {
        const found = outcomes.find(({ step }) => step.row === row);
        return found?.error?.code ?? found?.status;
      };
      return [endOf(1), endOf(2)];
    }

    it('where somebody may not have left it, for good or for now', async () => {
      expect(await sharesWhere()).toEqual(['done', 'done']);
      for (const failure of [refused, unanswered, unseen])
        expect(await sharesWhere(fateOf('team:North bob', failure))).toEqual(['team-unsettled', 'done']);
    });

    it('where somebody is still to come, but not where that was refused: it opens nothing', async () => {
      expect(await sharesWhere(fateOf('team:North amy', unanswered))).toEqual(['team-unsettled', 'done']);
      expect(await sharesWhere(fateOf('team:North amy', refused))).toEqual(['done', 'done']);
    });

    it('where a run is resumed whose row for that has failed', async () => {
      const steps = planOn(so, {}, ...wishes).steps;
      const leaving = steps.find(({ action }) => action === 'team.remove');
      if (!leaving) throw new Error('no such row');
      const before = new Map([
        [leaving, { step: leaving, status: 'failed' as const, error: refused, requestId: null }],
      ]);
      expect(await sharesWhere(undefined, { before })).toEqual(['team-unsettled', 'done']);
    });
  });
});
