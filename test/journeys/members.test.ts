import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ended, type Journey, type Json, journeyIn } from '../support/cli.ts';
import { changesOf, errorOf, jsonOf, levelsOn, stepsOf } from '../support/seen.ts';
import { address, record, town } from '../support/town.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await journeyIn(
    town(
      [
        record('R-1', { 'team:North': 'write', bob: 'read' }, { profiles: ['P-1'] }),
        record('R-2', { fay: 'read' }, { owner: address('gus') }),
        record('R-3', {}, { confidential: true }),
        record('R-4'),
      ],
      {
        organization: { name: 'CSS des Essais', kind: 'school-service-centre', plan: 'paid', seats: 12 },
        schools: [
          { code: '010', name: 'École du Ruisseau' },
          { code: '020', name: 'École des Pins' },
        ],
        transfers: [{ record: 'R-4', to: address('gus'), by: address('alice') }],
        copies: [{ record: 'R-3', holder: address('gus'), at: '2026-06-20T12:00:00Z' }],
      },
    ),
  );
});
afterAll(() => journey.close());

const psyctl = (...args: string[]): Promise<Ended> => journey.psyctl('member', ...args, '--yes', '-o', 'json');
/** A preview's words, however its lines are broken. */
const preview = async (...args: string[]) =>
  (await journey.psyctl('member', ...args, '--dry-run')).out.replaceAll(/\s+/g, ' ');
const emailsTo = async (email: string) => (await journey.outbox()).filter(({ to }) => to === email).length;
const memberOf = async (name: string) =>
  (jsonOf(await journey.psyctl('member', 'list', '-o', 'json')) as Json[]).find((one) => one.email === address(name));
const verified = (ended: Ended) => [ended.exit, jsonOf(ended).run.verification.mismatches];

describe('member invite', () => {
  it('N4, O6, O12: one e-mail, a seat, and nothing until they are active', async () => {
    const args = ['invite', address('nia'), '--role', 'practitioner', '--team', 'North', '--school', '010'];
    expect(await preview(...args)).toContain('invited: nothing now, 1 record once active');
    const ended = await psyctl(...args);
    expect([ended.exit, ...changesOf(ended)]).toEqual([0, 'nia: none → none, path-only (rows 1)']);
    expect(jsonOf(ended).effects).toMatchObject([
      { kind: 'email', audience: 'colleague', to: address('nia'), count: 1, resource: null },
      { kind: 'seat', to: address('nia'), count: 1 },
    ]);
    expect(jsonOf(ended).summary.seats).toEqual({ limit: 12, before: 10, after: 11 });
    expect(await emailsTo(address('nia'))).toBe(1);
    expect(await memberOf('nia')).toMatchObject({ status: 'invited', roles: ['practitioner'], schools: ['010'] });
  });

  it('O10, N4: again, nothing is sent; unless on purpose', async () => {
    const again = await psyctl('invite', 'NIA@example.org', address('bob'), '--role', 'practitioner');
    expect([again.exit, jsonOf(again).run, stepsOf(again)]).toEqual([0, null, ['1 unchanged', '2 unchanged']]);
    expect((await psyctl('invite', address('nia'), '--role', 'practitioner', '--resend')).exit).toBe(0);
    expect(await emailsTo(address('nia'))).toBe(2);
  });

  it('O10: who is inactive is restored instead', async () => {
    const ended = await psyctl('invite', address('otto'), '--role', 'practitioner');
    expect([ended.exit, ...stepsOf(ended)]).toEqual([3, '1 O10 refused']);
  });

  const OWN_FILE = 'p1@x.org;practitioner,coordinator\np2@x.org;administrator\n';
  const file = (input: string, ...args: string[]) =>
    journey.psyctlWith({ input }, 'member', 'invite', '--csv', '-', '--quiet', '-o', 'json', ...args);

  it('O6, O9: of Psylio’s own file, too, the rows that would not fit are told before anything is sent', async () => {
    const before = await journey.outbox();
    for (const flag of ['--yes', '--dry-run']) {
      const ended = await file(OWN_FILE, flag);
      expect([ended.exit, errorOf(ended).code]).toEqual([6, 'seats-missing']);
      expect(errorOf(ended).message).toContain('1 person would not fit into the 12 seats there are (row 2)');
      expect(jsonOf(ended).summary.seats).toEqual({ limit: 12, before: 11, after: 13 });
    }
    expect(await journey.outbox()).toEqual(before);
  });

  it('O6: --fill-seats sends those that fit, in the order of the rows', async () => {
    const ended = await file(OWN_FILE, '--fill-seats', '--yes');
    expect([ended.exit, stepsOf(ended), jsonOf(ended).run.totals.done]).toEqual([7, ['1 change', '2 O6 refused'], 1]);
    expect(await emailsTo('p1@x.org')).toBe(1);
    expect(await emailsTo('p2@x.org')).toBe(0);
    const none = await file(OWN_FILE, '--fill-seats', '--yes');
    expect([none.exit, jsonOf(none).run]).toEqual([6, null]);
  });

  it.each([
    ['commas', 'a@x.org,practitioner\n', { code: 'invitations-delimiter', row: 1 }],
    ['a role with a capital', 'a@x.org;practitioner\nb@x.org;Practitioner\n', { code: 'invitations-role', row: 2 }],
  ])('O9: a file that isn’t Psylio’s: %s', async (_, input, error) => {
    const ended = await file(input, '--yes');
    expect([ended.exit, ended.out]).toEqual([2, '']);
    expect(errorOf(ended)).toMatchObject(error);
  });

  it.each([
    ['a role with a capital', ['--role', 'Practitioner'], 'bad-value', /practitioner, coordinator/],
    ['a school that does not exist', ['--role', 'practitioner', '--school', '011'], 'unknown-school', /“010”/],
    ['no role', [], 'missing-value', /help/],
  ])('an error: %s', async (_, args, code, hint) => {
    const ended = await psyctl('invite', 'a@x.org', ...args);
    expect([ended.exit, errorOf(ended).code]).toEqual([2, code]);
    expect(errorOf(ended).hint).toMatch(hint);
  });

  it('O12: cancelling an invitation: they leave organization and teams, and their seat', async () => {
    const ended = await psyctl('cancel-invitation', 'p1@x.org', address('nia'));
    expect(ended.exit).toBe(0);
    expect(jsonOf(ended).summary.seats).toEqual({ limit: 12, before: 12, after: 10 });
    expect(await memberOf('nia')).toBeUndefined();
    const active = await psyctl('cancel-invitation', address('bob'));
    expect([active.exit, ...stepsOf(active)]).toEqual([3, '1 O12 refused']);
  });
});

describe('member revoke and restore', () => {
  it('O5, T15, T17: what somebody loses, and what stays behind', async () => {
    const text = await preview('revoke', address('gus'));
    expect(text).toContain('access revoked; loses 3 records');
    expect(text).toContain('1 record stays under Gus Test’s name');
    expect(text).toContain(`psyctl record transfer --all-from ${address('gus')} --to MEMBER`);
    expect(text).toContain('1 archived copy kept for them can’t be opened');
    expect(text).toContain('R-4 (to them: can’t be accepted)');
    expect(text).toContain('only a coordinator sees them all');
    const ended = await psyctl('revoke', address('gus'));
    expect(verified(ended)).toEqual([0, []]);
    expect(changesOf(ended).sort()).toEqual([
      'gus: metadata → none, revoked (rows 1)',
      'gus: owner → none, revoked (rows 1)',
      'gus: read → none, revoked (rows 1)',
    ]);
    expect(await levelsOn(journey, 'R-2')).toEqual({ cleo: 'metadata', fay: 'read' });
  });

  it('O5, O12, N5: restoring brings it back, and writes to nobody', async () => {
    const before = await journey.outbox();
    expect(await preview('restore', address('gus'))).toContain('1 record under their name comes back');
    const ended = await psyctl('restore', address('gus'));
    expect(verified(ended)).toEqual([0, []]);
    expect(await levelsOn(journey, 'R-2')).toEqual({ cleo: 'metadata', fay: 'read', gus: 'owner' });
    expect(await journey.outbox()).toEqual(before);
  });

  it('O3: the last administrator stays one', async () => {
    const ended = await psyctl('revoke', address('ada'));
    expect([ended.exit, ...stepsOf(ended)]).toEqual([3, '1 O3 refused']);
    const both = await psyctl('set-roles', address('ada'), '--role', 'practitioner');
    expect([both.exit, ...stepsOf(both)]).toEqual([3, '1 O3 refused']);
  });

  it('O2: for administrators', async () => {
    const ended = await journey.psyctlWith(
      { token: 'token-cleo' },
      'member',
      'revoke',
      address('bob'),
      '--yes',
      '-o',
      'json',
    );
    expect([ended.exit, ...stepsOf(ended)]).toEqual([3, '1 O2 refused']);
    expect(jsonOf(ended).steps[0].refusal.hint).toBe('Ada Test can');
  });
});

describe('member set-roles and assign-schools', () => {
  it('O1, O2, O4: roles change; what a role closes is counted, what it opens can’t be', async () => {
    const closing = await psyctl('set-roles', address('cleo'), '--role', 'practitioner');
    expect(verified(closing)).toEqual([0, []]);
    expect(jsonOf(closing).accessChanges).toMatchObject([
      { member: address('cleo'), resource: 'organization', change: 'revoked', count: 3, before: { level: 'metadata' } },
    ]);
    const opening = await psyctl('set-roles', address('cleo'), '--add', 'coordinator', '--remove', 'practitioner');
    expect(verified(opening)).toEqual([0, []]);
    expect(jsonOf(opening).accessChanges).toMatchObject([{ resource: 'organization', change: 'gained', count: null }]);
    expect((await memberOf('cleo'))?.roles).toEqual(['coordinator']);
    expect((await levelsOn(journey, 'R-1'))['cleo']).toBe('metadata');
  });

  it('O8: by administrators and coordinators any school, by managers those they hold', async () => {
    const assign = (token: string, ...args: string[]) =>
      journey.psyctlWith({ token }, 'member', 'assign-schools', ...args, '--yes', '-o', 'json');
    expect((await assign('token-cleo', address('bob'), '--school', '010', '020')).exit).toBe(0);
    const foreign = await assign('token-max', address('bob'), '--remove', '020');
    expect([foreign.exit, ...stepsOf(foreign)]).toEqual([3, '1 O8 refused']);
    const own = await assign('token-max', address('bob'), '--remove', '010');
    expect([own.exit, jsonOf(own).run.verification]).toEqual([0, { checked: 0, unverifiable: 0, mismatches: [] }]);
    expect((await memberOf('bob'))?.schools).toEqual(['020']);
    expect(stepsOf(await assign('token-bob', address('bob'), '--add', '010'))).toEqual(['1 O8 refused']);
  });

  it('O4: with the last of a manager’s schools goes what it opened', async () => {
    const ended = await psyctl('assign-schools', address('max'), '--remove', '010');
    expect(jsonOf(ended).accessChanges).toMatchObject([{ resource: 'organization', change: 'revoked', count: 1 }]);
    expect(verified(ended)).toEqual([0, []]);
  });

  it.each([
    ['the same added and removed', ['--add', 'coordinator', '--remove', 'coordinator'], 'conflicting-flags'],
    ['a whole set and something added', ['--role', 'practitioner', '--add', 'coordinator'], 'conflicting-flags'],
    ['nothing', [], 'missing-value'],
  ])('an error: %s', async (_, args, code) => {
    const ended = await psyctl('set-roles', address('bob'), ...args);
    expect([ended.exit, errorOf(ended).code]).toEqual([2, code]);
  });

  it('O2: two rows that set different roles are a contradiction that names both', async () => {
    const input = `member,role\n${address('bob')},practitioner\n${address('bob')},coordinator\n`;
    const ended = await journey.psyctlWith(
      { input },
      'member',
      'set-roles',
      '--csv',
      '-',
      '--yes',
      '--quiet',
      '-o',
      'json',
    );
    expect([ended.exit, errorOf(ended).code]).toEqual([2, 'contradiction']);
    expect(errorOf(ended).message).toContain('rows 2 and 3');
  });

  it('O3: who administers may step down where others stay; what they can no longer see is unverifiable', async () => {
    await psyctl('set-roles', address('bob'), '--add', 'administrator');
    const ended = await psyctl('revoke', address('ada'), '--max-losses', '100%');
    expect([ended.exit, jsonOf(ended).run.totals.done]).toEqual([0, 1]);
    expect((await journey.psyctl('member', 'list')).exit).toBe(4);
  });
});
