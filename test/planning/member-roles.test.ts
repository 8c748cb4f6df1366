import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/planning/plan.ts';
import { administered, planByAda, planOn } from '../support/administrator.ts';
import { messages, verdicts } from '../support/planning.ts';
import { assign, restore, setRoles } from '../support/wishes-people.ts';

const school = administered()
  .member('cleo', { roles: ['coordinator'] })
  .member('max', { roles: ['manager'], schools: ['010', '020'] })
  .member('pat', { roles: ['practitioner'] })
  .member('otto', { roles: ['coordinator', 'manager'], schools: ['010'], status: 'inactive' })
  .record('R-1', { owner: 'alice', schools: ['010'] })
  .share('cleo', 'read')
  .record('R-2', { owner: 'alice', schools: ['020'] })
  .record('R-3', { owner: 'alice', confidential: true, schools: ['010'] });

/** On what the level stays while a way in goes, and by which rows: `cora R-1 by 1`. */
const kept = ({ accessChanges }: Plan) =>
  [...accessChanges]
    .filter(({ change }) => change === 'path-only')
    .map(({ member, resource, rows }) => `${member} ${resource.id} by ${rows}`);

/** What a role opens or closes: `cleo revoked 1`. */
const byRole = ({ accessChanges }: Plan) =>
  [...accessChanges].flatMap(({ member, resource, change, count }) =>
    resource.type === 'organization' ? [`${member} ${change} ${count}`] : [],
  );

describe('setting roles', () => {
  it('O2: for administrators', () => {
    const plan = planByAda(school, setRoles('pat', { add: ['coordinator'], actor: 'cleo' }));
    expect(verdicts(plan)).toEqual(['O2 members-by-administrators']);
  });

  it('O1, O2: one or more; a manager only in an educational organization', () => {
    expect(verdicts(planByAda(school, setRoles('pat', { remove: ['practitioner'] })))).toEqual(['O1 no-role-left']);
    const wish = setRoles('pat', { add: ['manager'] });
    expect(verdicts(planOn(school, { kind: 'clinic' }, wish))).toEqual(['O2 manager-elsewhere']);
    expect(verdicts(planByAda(school, wish))).toEqual(['change']);
  });

  it('O12: whatever the status', () => {
    expect(verdicts(planByAda(school, setRoles('otto', { set: ['practitioner'] })))).toEqual(['change']);
  });

  it('O2: two rows that come to the same are one change', () => {
    const plan = planByAda(
      school,
      setRoles('pat', { add: ['coordinator'] }),
      setRoles('pat', { set: ['coordinator', 'practitioner'] }),
    );
    expect(verdicts(plan)).toEqual(['change', 'unchanged']);
    expect(plan.steps[0]?.detail['roles']).toEqual(['practitioner', 'coordinator']);
  });

  it('O2: two whole sets that differ, or the same role given and taken, are contradictions', () => {
    const sets = [setRoles('pat', { set: ['coordinator'] }), setRoles('pat', { set: ['practitioner'] })];
    expect(() => planByAda(school, ...sets)).toThrow('contradiction');
    const giveAndTake = [setRoles('cleo', { add: ['manager'] }), setRoles('cleo', { remove: ['manager'] })];
    expect(() => planByAda(school, ...giveAndTake)).toThrow('contradiction');
  });

  it('N5: nobody is written to', () => {
    expect(messages(planByAda(school, setRoles('pat', { add: ['coordinator'] })))).toEqual([]);
  });

  it('O4: what a role closes is counted, but for what another way keeps', () => {
    const plan = planByAda(school, setRoles('cleo', { set: ['practitioner'] }));
    expect(byRole(plan)).toEqual(['cleo revoked 1']);
    expect([...plan.accessChanges].find(({ resource }) => resource.id === 'R-1')?.change).toBe('path-only');
  });

  it('S7: a role that goes while another opens the same is told, of the row that takes it, whatever other rows do', () => {
    const so = school.member('cora', { roles: ['coordinator', 'manager'], schools: ['010'] });
    const cora = setRoles('cora', { set: ['coordinator', 'practitioner'] });
    expect(kept(planByAda(so, cora))).toEqual(['cora R-1 by 1']);
    const both = planByAda(so, cora, setRoles('cleo', { set: ['practitioner'] }));
    expect(kept(both).sort()).toEqual(['cleo R-1 by 2', 'cora R-1 by 1']);
    expect(byRole(both)).toEqual(['cleo revoked 1']);
  });

  it('O4: how much one opens can’t be known', () => {
    expect(byRole(planByAda(school, setRoles('pat', { add: ['coordinator'] })))).toEqual(['pat gained null']);
    expect(byRole(planByAda(school, setRoles('pat', { add: ['manager'] })))).toEqual([]);
    expect(byRole(planByAda(school, setRoles('max', { add: ['coordinator'] })))).toEqual(['max gained null']);
    expect(byRole(planByAda(school, setRoles('max', { set: ['coordinator'] })))).toEqual(['max gained null']);
  });

  it('O4: a coordinator who becomes a manager loses nobody knows how much', () => {
    const so = school.member('cleo', { schools: ['010'] });
    expect(byRole(planByAda(so, setRoles('cleo', { set: ['manager'] })))).toEqual(['cleo revoked null']);
    expect(byRole(planByAda(so, setRoles('cleo', { add: ['manager'] })))).toEqual([]);
  });

  it('O4, O5: what comes back with somebody restored is known', () => {
    expect(byRole(planByAda(school, restore('otto')))).toEqual(['otto gained 2']);
  });
});

describe('assigning schools', () => {
  it('O8: administrators and coordinators any', () => {
    for (const actor of ['ada', 'cleo']) {
      expect(verdicts(planByAda(school, assign('pat', { set: ['010', '020'], actor })))).toEqual(['change']);
    }
  });

  it('O8: managers those they hold, adding and removing', () => {
    const so = school.member('mia', { roles: ['manager'], schools: ['010'] }).member('pat', { schools: ['020'] });
    const by = (change: Parameters<typeof assign>[1]) =>
      verdicts(planByAda(so, assign('pat', { ...change, actor: 'mia' })));
    expect(by({ add: ['010'] })).toEqual(['change']);
    expect(by({ remove: ['020'] })).toEqual(['O8 schools-not-held']);
    expect(by({ set: ['010'] })).toEqual(['O8 schools-not-held']);
    expect(by({ set: ['010', '020'] })).toEqual(['change']);
  });

  it('O8: nobody else', () => {
    expect(verdicts(planByAda(school, assign('pat', { add: ['010'], actor: 'alice' })))).toEqual(['O8 may-not-assign']);
  });

  it('O8, N5: what is so is unchanged, and nobody is written to', () => {
    const plan = planByAda(school, assign('max', { add: ['010'] }), assign('pat', { add: ['020'] }));
    expect([verdicts(plan), messages(plan)]).toEqual([['unchanged', 'change'], []]);
  });

  it('O4: with all of a manager’s schools all goes, with some of them nobody knows how much', () => {
    expect(byRole(planByAda(school, assign('max', { remove: ['010', '020'] })))).toEqual(['max revoked 2']);
    expect(byRole(planByAda(school, assign('max', { remove: ['010'] })))).toEqual(['max revoked null']);
    expect(byRole(planByAda(school, assign('max', { add: ['030'] })))).toEqual(['max gained null']);
    expect(byRole(planByAda(school, assign('max', { set: ['030'] })))).toEqual(['max gained null', 'max revoked null']);
    expect(byRole(planByAda(school, assign('cleo', { add: ['010'] })))).toEqual([]);
  });

  it('S7: a coordinator who is a manager too keeps by one role what the last school opened by the other', () => {
    const so = school.member('cora', { roles: ['coordinator', 'manager'], schools: ['010', '020'] });
    const all = planByAda(so, assign('cora', { remove: ['010', '020'] }));
    expect([kept(all), byRole(all)]).toEqual([['cora R-1 by 1', 'cora R-2 by 1'], []]);
    const some = planByAda(so, assign('cora', { remove: ['010'] }));
    expect([kept(some), byRole(some)]).toEqual([[], []]);
  });

  it('O8: a whole set and a school added that isn’t in it are a contradiction', () => {
    const wishes = [assign('pat', { set: ['010'] }), assign('pat', { add: ['020'] })];
    expect(() => planByAda(school, ...wishes)).toThrow('contradiction');
  });
});
