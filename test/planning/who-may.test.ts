import { describe, expect, it } from 'vitest';
import { organization } from '../support/organization.ts';
import { leave, messages, planByAdministrator, planIn, share, unshare, verdicts } from '../support/planning.ts';

const record = organization()
  .team('South', 'fay')
  .member('bob')
  .member('cleo', { roles: ['coordinator', 'manager', 'administrator'], schools: ['010'] })
  .record('R-1', { owner: 'alice', schools: ['010'] })
  .share('rae', 'read')
  .share('wes', 'write')
  .share('fred', 'full')
  .share('team:South', 'full');

const sharing = (actor: string) => verdicts(planIn(record, share(actor, 'R-1', 'bob', 'read')));
const ending = (actor: string) => verdicts(planIn(record, unshare(actor, 'R-1', 'rae')));

describe('who may share', () => {
  it('S2: the owner, and whoever has full access, directly or through a team', () => {
    for (const actor of ['alice', 'fred', 'fay']) {
      expect(sharing(actor)).toEqual(['change']);
      expect(ending(actor)).toEqual(['change']);
    }
  });

  it('S2: nobody else, whatever their roles', () => {
    for (const actor of ['wes', 'cleo', 'bob']) {
      expect(sharing(actor)).toEqual(['S2 not-allowed']);
      expect(ending(actor)).toEqual(['S2 not-allowed']);
    }
  });

  it('S2: full access that does not work gives no right', () => {
    const inactive = record.member('fred', { status: 'inactive' });
    expect(verdicts(planIn(inactive, share('fred', 'R-1', 'bob', 'read')))).toEqual(['S2 not-allowed']);
  });

  it('T14: collaborators who are cut off may do nothing', () => {
    const pending = record.transfer('owner', 'rita');
    expect(verdicts(planIn(pending, unshare('fred', 'R-1', 'rae')))).toEqual(['T14 suspended']);
    expect(verdicts(planIn(pending, unshare('fred', 'R-1', 'fred')))).toEqual(['T14 suspended']);
    expect(verdicts(planIn(pending, unshare('rae', 'R-1', 'rae')))).toEqual(['T14 suspended']);
  });

  it('T5, T14: under a coordinator’s transfer, who has full access may still end shares, not add any', () => {
    const pending = record.transfer('coordinator', 'rita');
    expect(verdicts(planIn(pending, unshare('fred', 'R-1', 'rae')))).toEqual(['change']);
    expect(verdicts(planIn(pending, share('fred', 'R-1', 'bob', 'read')))).toEqual(['T14 transfer-pending']);
  });

  it('T3: the recipient may not share yet', () => {
    const pending = record.transfer('coordinator', 'rita');
    expect(verdicts(planIn(pending, unshare('rita', 'R-1', 'rae')))).toEqual(['S2 not-allowed']);
  });

  it('T10: who has a copy may not share', () => {
    expect(verdicts(planIn(record.copy('carl'), share('carl', 'R-1', 'bob', 'read')))).toEqual(['S2 not-allowed']);
  });
});

describe('acting for others, and seeing enough', () => {
  it('A1: whoever could act for the owner and doesn’t is told so', () => {
    const told = (plan: ReturnType<typeof planIn>) => plan.steps[0]?.refusal;
    const wish = share('cleo', 'R-1', 'bob', 'read');
    expect(told(planByAdministrator(record, wish))).toEqual({ reason: 'not-allowed', rule: 'S2', couldActAs: true });
    expect(told(planIn(record, wish))).toEqual({ reason: 'not-allowed', rule: 'S2', couldActAs: false });
  });

  it('A1: nobody can act for an owner who is not active', () => {
    const orphaned = record.member('alice', { status: 'inactive' }).seenInPart();
    expect(verdicts(planIn(orphaned, share('alice', 'R-1', 'bob', 'read')))).toEqual(['A1 owner-inactive']);
  });

  it('A2: who sees too little of a record may not change who shares it, and no access is made up', () => {
    const plan = planByAdministrator(record.seenInPart(), share('cleo', 'R-1', 'bob', 'read'), leave('cleo', 'R-1'));
    expect(verdicts(plan)).toEqual(['S2 not-seen', 'S2 not-seen']);
    expect(plan.steps[0]?.refusal).toEqual({ reason: 'not-seen', rule: 'S2', couldActAs: true });
    expect([...plan.accessChanges, ...plan.effects, plan.pairsToday]).toEqual([0]);
  });

  it('A2, T17: who may be the recipient one can’t see ends at unknown, never at none', () => {
    const pending = organization().record('R-1', { owner: 'alice' }).share('fred', 'full').share('rae', 'read');
    const unseen = pending.transfer('coordinator', null);
    const change = [...planIn(unseen, unshare('fred', 'R-1', 'rae')).accessChanges][0];
    expect(change).toMatchObject({ member: 'rae', change: 'unknown', before: { level: 'read' } });
  });

  it('A2, T2: who can’t be a recipient ends at none', () => {
    const pending = organization()
      .record('R-1', { owner: 'alice' })
      .share('fred', 'full')
      .share('rae', 'read')
      .member('rae', { roles: ['administrator'] })
      .transfer('coordinator', null);
    expect([...planIn(pending, unshare('fred', 'R-1', 'rae')).accessChanges][0]?.change).toBe('revoked');
  });

  it('A4: acting for the owner is being them: whoever really acts is written to, the owner is not', () => {
    const plan = planIn(record.team('North', 'ada', 'alice'), share('alice', 'R-1', 'team:North', 'read'));
    expect(messages(plan)).toEqual(['ada email', 'ada notification']);
  });
});
