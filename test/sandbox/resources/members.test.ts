import { describe, expect, it } from 'vitest';
import { Invitation } from '../../../src/contract/members.ts';
import { checkWorld } from '../../../src/sandbox/world/check.ts';
import { member, start, to } from '../sandbox.ts';

const base = {
  organization: { name: 'CSS des Essais', kind: 'school-service-centre' as const, seats: 9 },
  members: [
    ...['alice', 'bob'].map((name) => member(name)),
    member('cora', { roles: ['coordinator'] }),
    member('max', { roles: ['manager'], schools: ['010'] }),
    member('ada', { roles: ['administrator', 'practitioner'] }),
    member('ian', { status: 'inactive', schools: ['020'] }),
    member('ivy', { status: 'invited', name: '' }),
  ],
  teams: [
    { name: 'North', members: [to('bob'), to('ian'), to('ivy')] },
    { name: 'South', members: [] },
  ],
  profiles: [{ key: 'P-1', name: 'Sam', school: '010' }],
  records: [
    {
      number: 'R-1',
      owner: to('alice'),
      profiles: ['P-1'],
      shares: [{ with: 'team:North', access: 'write' as const }],
    },
    { number: 'R-2', owner: to('bob') },
    { number: 'R-3', owner: to('ian'), shares: [{ with: to('bob'), access: 'read' as const }] },
  ],
};
const soleAdmin = { ...base, members: base.members.filter((each) => each.email !== to('ada')) };
type Sandbox = Awaited<ReturnType<typeof start>>;
const patch = (sandbox: Sandbox, who: string, whom: string, body: object) =>
  sandbox.verdict(who, 'PATCH', `/v1/members/${whom}`, body);
const revoke = (sandbox: Sandbox, whom: string, who = 'admin') =>
  sandbox.verdict(who, 'POST', `/v1/members/${whom}/revoke`);
const restore = (sandbox: Sandbox, whom: string, who = 'admin') =>
  sandbox.verdict(who, 'POST', `/v1/members/${whom}/restore`);
const statusOf = async (sandbox: Sandbox, whom: string) =>
  (await sandbox.ask('admin', `/v1/members/${whom}`)).body.status;

describe('roles', () => {
  it('O2: administrators set roles, nobody else', async () => {
    const sandbox = await start(base);
    for (const who of ['alice', 'cora', 'max']) {
      expect(await patch(sandbox, who, 'bob', { roles: ['coordinator'] })).toBe('O2');
    }
    const answer = await sandbox.ask('admin', '/v1/members/bob', {
      method: 'PATCH',
      body: { roles: ['manager', 'coordinator', 'manager'] },
    });
    expect([answer.status, answer.body.roles]).toEqual([200, ['coordinator', 'manager']]);
    expect((await sandbox.ask('bob', '/v1/records?number=R-1')).body.items).toHaveLength(1);
    expect(await patch(sandbox, 'admin', 'bob', { roles: [] })).toBe(400);
  });

  it('O2: a manager only in an educational organization', async () => {
    const clinic = { name: 'Clinic', kind: 'clinic' as const };
    const sandbox = await start({ organization: clinic, members: [member('bob')] });
    expect(await patch(sandbox, 'admin', 'bob', { roles: ['manager'] })).toBe('O2');
    const body = { email: 'new@example.org', roles: ['manager'] };
    expect(await sandbox.verdict('admin', 'POST', '/v1/invitations', body)).toBe('O2');
  });

  it('O3: the last active administrator is not demoted', async () => {
    const inactive = member('old', { roles: ['administrator'], status: 'inactive' });
    const sandbox = await start({ ...soleAdmin, members: [...soleAdmin.members, inactive] });
    expect(await patch(sandbox, 'admin', 'admin', { roles: ['practitioner'] })).toBe('O3');
    expect(await patch(sandbox, 'admin', 'old', { roles: ['practitioner'] })).toBe(200);
    expect(await patch(sandbox, 'admin', 'bob', { roles: ['administrator'] })).toBe(200);
    expect(await patch(sandbox, 'admin', 'admin', { roles: ['practitioner'] })).toBe(200);
  });

  it('O12: roles change whatever the status; who loses the practitioner role keeps their records', async () => {
    const sandbox = await start(base);
    for (const whom of ['ian', 'ivy', 'alice']) {
      expect(await patch(sandbox, 'admin', whom, { roles: ['coordinator'], schools: ['010'] })).toBe(200);
    }
    expect(await sandbox.levels('alice', 'record=R-1&member=alice')).toEqual({ alice: 'owner' });
  });

  it('N5: nobody is written to; what is already so moves no ETag', async () => {
    const sandbox = await start(base);
    const before = await sandbox.etag('admin', '/v1/members/bob');
    await patch(sandbox, 'admin', 'bob', { roles: ['practitioner'], schools: [] });
    expect(await sandbox.etag('admin', '/v1/members/bob')).toBe(before);
    await patch(sandbox, 'admin', 'bob', { roles: ['coordinator'], schools: ['010'] });
    expect(await sandbox.etag('admin', '/v1/members/bob')).not.toBe(before);
    await revoke(sandbox, 'bob');
    await restore(sandbox, 'bob');
    expect(await sandbox.outbox()).toEqual([]);
    const { items } = (await sandbox.ask('admin', '/v1/audit?member=bob')).body;
    expect(items.map((each: { action: string }) => each.action)).toEqual([
      'member.restore',
      'member.revoke',
      'member.assign-schools',
      'member.set-roles',
    ]);
  });

  it('refuses a stale If-Match', async () => {
    const sandbox = await start(base);
    const headers = { 'If-Match': (await sandbox.etag('admin', '/v1/members/bob')) as string };
    const change = { method: 'PATCH', body: { schools: ['010'] }, headers };
    expect((await sandbox.ask('cora', '/v1/members/bob', change)).status).toBe(200);
    expect((await sandbox.ask('cora', '/v1/members/bob', change)).status).toBe(412);
    expect((await sandbox.ask('admin', '/v1/members/bob/revoke', { method: 'POST', headers })).status).toBe(412);
  });
});

describe('schools', () => {
  it('O8: administrators and coordinators assign any, practitioners none', async () => {
    const sandbox = await start(base);
    expect(await patch(sandbox, 'admin', 'bob', { schools: ['010', '020'] })).toBe(200);
    expect(await patch(sandbox, 'cora', 'bob', { schools: ['020'] })).toBe(200);
    expect((await sandbox.ask('bob', '/v1/members/bob')).body.schools).toEqual(['020']);
    expect(await patch(sandbox, 'alice', 'bob', { schools: ['010'] })).toBe('O8');
    expect(await patch(sandbox, 'admin', 'bob', { schools: ['999'] })).toBe(404);
  });

  it('O8: managers add and remove only those they hold', async () => {
    const sandbox = await start(base);
    expect(await patch(sandbox, 'max', 'bob', { schools: ['020'] })).toBe('O8');
    expect(await patch(sandbox, 'max', 'ian', { schools: [] })).toBe('O8');
    expect(await patch(sandbox, 'max', 'ian', { schools: ['010', '020'] })).toBe(200);
    expect(await patch(sandbox, 'max', 'ian', { schools: ['020'] })).toBe(200);
    expect((await sandbox.ask('max', '/v1/members/ian')).body.schools).toEqual(['020']);
  });

  it('O4: what a manager sees follows their schools', async () => {
    const sandbox = await start(base);
    expect(await sandbox.levels('alice', 'record=R-1')).toHaveProperty('max', 'metadata');
    await patch(sandbox, 'admin', 'max', { schools: ['020'] });
    expect(await sandbox.levels('alice', 'record=R-1')).not.toHaveProperty('max');
  });
});

describe('revoking and restoring', () => {
  it('O2: for administrators alone', async () => {
    const sandbox = await start(base);
    for (const who of ['alice', 'cora', 'max']) {
      expect(await revoke(sandbox, 'bob', who)).toBe('O2');
      expect(await restore(sandbox, 'ian', who)).toBe('O2');
    }
  });

  it('O3: not the last active administrator', async () => {
    const sandbox = await start(soleAdmin);
    expect(await revoke(sandbox, 'admin')).toBe('O3');
    expect(await statusOf(sandbox, 'admin')).toBe('active');
    const other = await start(base);
    expect(await revoke(other, 'admin')).toBe(200);
    expect((await other.ask('admin', '/v1/me')).status).toBe(401);
  });

  it('O5: a revoked member loses all access at once; their records stay, and come back with restoration', async () => {
    const sandbox = await start(base);
    expect(await revoke(sandbox, 'bob')).toBe(200);
    expect((await sandbox.ask('bob', '/v1/me')).status).toBe(401);
    expect(await sandbox.levels('alice', 'record=R-1')).not.toHaveProperty('bob');
    expect((await sandbox.ask('cora', '/v1/records/R-2')).body.owner.id).toBe('bob');
    expect(await restore(sandbox, 'bob')).toBe(200);
    expect(await sandbox.levels('bob', 'record=R-1')).toHaveProperty('bob', 'write');
    expect(await sandbox.levels('bob', 'record=R-2')).toHaveProperty('bob', 'owner');
  });

  it('O12: team memberships are kept meanwhile, and take effect again', async () => {
    const sandbox = await start(base);
    expect(await restore(sandbox, 'ian')).toBe(200);
    expect(await sandbox.paths('alice', 'R-1', 'ian')).toEqual(['team write North active']);
    expect(await sandbox.levels('ian', 'record=R-3')).toMatchObject({ ian: 'owner', bob: 'read' });
  });

  it('O6, O12: restoring needs a seat; a free trial has no limit of members', async () => {
    const paid = await start({ ...base, organization: { ...base.organization, seats: 7 } });
    expect(await restore(paid, 'ian')).toBe('O12');
    await revoke(paid, 'bob');
    expect(await restore(paid, 'ian')).toBe(200);
    expect(await restore(paid, 'bob')).toBe('O12');
    const trial = await start({ ...base, organization: { ...base.organization, seats: 1, plan: 'free-trial' } });
    expect(await restore(trial, 'ian')).toBe(200);
  });

  it('O12: revoking an invited member cancels the invitation: they leave organization and teams', async () => {
    const sandbox = await start(base);
    const team = await sandbox.etag('admin', '/v1/teams/north');
    expect(await restore(sandbox, 'ivy')).toBe('O12');
    expect(await revoke(sandbox, 'ivy')).toBe(200);
    expect((await sandbox.ask('admin', '/v1/members/ivy')).status).toBe(404);
    expect((await sandbox.ask('admin', '/v1/invitations')).body.items).toEqual([]);
    const north = await sandbox.ask('admin', '/v1/teams/north');
    expect(north.body.members.map((each: { id: string }) => each.id)).toEqual(['bob', 'ian']);
    expect(north.headers.get('ETag')).not.toBe(team);
    expect((await sandbox.ask('admin', '/v1/organization')).body.seats.used).toBe(6);
    const { body } = await sandbox.dump();
    expect(() => checkWorld(body)).not.toThrow();
  });

  it('revoking and restoring again change nothing', async () => {
    const sandbox = await start(base);
    const before = await sandbox.etag('admin', '/v1/members/ian');
    expect([await revoke(sandbox, 'ian'), await restore(sandbox, 'alice')]).toEqual([200, 200]);
    expect(await sandbox.etag('admin', '/v1/members/ian')).toBe(before);
    expect((await sandbox.ask('admin', '/v1/audit')).body.items).toEqual([]);
    expect(await revoke(sandbox, 'nobody')).toBe(404);
  });
});

describe('invitations', () => {
  const invite = (sandbox: Sandbox, body: object, who = 'admin') =>
    sandbox.ask(who, '/v1/invitations', { method: 'POST', body: { roles: ['practitioner'], ...body } });
  const ruleOf = ({ status, body }: { status: number; body: { rule?: string } }) =>
    status === 422 ? body.rule : status;
  const nina = { email: 'Nina@example.org' };

  it('O2: administrators invite, cancel and send again, nobody else', async () => {
    const sandbox = await start(base);
    const [known] = (await sandbox.ask('alice', '/v1/invitations')).body.items;
    for (const who of ['alice', 'cora', 'max']) {
      expect(ruleOf(await invite(sandbox, nina, who))).toBe('O2');
      expect(await sandbox.verdict(who, 'DELETE', `/v1/invitations/${known.id}`)).toBe('O2');
      expect(await sandbox.verdict(who, 'POST', `/v1/invitations/${known.id}/resend`)).toBe('O2');
    }
    expect(await sandbox.outbox()).toEqual([]);
  });

  it('N4: one e-mail to the invited address, and nothing else', async () => {
    const sandbox = await start(base);
    const team = await sandbox.etag('admin', '/v1/teams/north');
    const answer = await invite(sandbox, { ...nina, schools: ['010'], teams: ['north'] });
    expect(answer.status).toBe(201);
    expect(await sandbox.etag('admin', '/v1/teams/north')).not.toBe(team);
    expect(Invitation.parse(answer.body)).toMatchObject({
      email: 'Nina@example.org',
      roles: ['practitioner'],
      schools: ['010'],
      teams: [{ id: 'north', name: 'North' }],
    });
    expect(await sandbox.outbox()).toEqual(['email Nina member.invite']);
    expect((await sandbox.ask('bob', '/v1/members?email=nina@example.org')).body.items).toMatchObject([
      { id: answer.body.member, status: 'invited', name: '' },
    ]);
    expect((await sandbox.ask('bob', '/v1/invitations?email=nina@EXAMPLE.org')).body.items).toEqual([answer.body]);
  });

  it('S8, O12: who is invited into a team has nothing yet, and will have once active', async () => {
    const sandbox = await start(base);
    const { member: id } = (await invite(sandbox, { ...nina, teams: ['north'] })).body;
    expect((await sandbox.ask('admin', `/v1/access?member=${id}`)).body.items).toEqual([]);
    const { items } = (await sandbox.ask('admin', `/v1/access?member=${id}&ifActive=true`)).body;
    expect(
      items.map((row: { resource: { number: string }; level: string }) => [row.resource.number, row.level]),
    ).toEqual([['R-1', 'write']]);
  });

  it('O6: invited and active members never exceed the seats; a free trial has no such limit', async () => {
    const sandbox = await start({ ...base, organization: { ...base.organization, seats: 8 } });
    expect((await invite(sandbox, nina)).status).toBe(201);
    expect((await sandbox.ask('admin', '/v1/organization')).body.seats).toEqual({ limit: 8, used: 8 });
    expect(ruleOf(await invite(sandbox, { email: 'otto@example.org' }))).toBe('O6');
    expect((await sandbox.ask('admin', '/v1/members?email=otto@example.org')).body.items).toEqual([]);
    expect(await sandbox.outbox()).toHaveLength(1);
    await revoke(sandbox, 'bob');
    expect((await invite(sandbox, { email: 'otto@example.org' })).status).toBe(201);
    const trial = await start({ ...base, organization: { ...base.organization, seats: 1, plan: 'free-trial' } });
    expect((await invite(trial, nina)).status).toBe(201);
  });

  it('O9: one or several roles, spelled in lower case', async () => {
    const sandbox = await start(base);
    const roles = ['administrator', 'practitioner', 'coordinator'];
    const answer = await invite(sandbox, { ...nina, roles });
    expect(answer.body.roles).toEqual(['practitioner', 'coordinator', 'administrator']);
    for (const wrong of [['Practitioner'], ['intern'], []]) {
      expect((await invite(sandbox, { email: 'otto@example.org', roles: wrong })).status).toBe(400);
    }
  });

  it('O10: somebody active or invited already: nothing changes, nothing is sent', async () => {
    const sandbox = await start(base);
    const before = (await sandbox.dump()).body;
    const [known] = (await sandbox.ask('admin', '/v1/invitations')).body.items;
    const again = await invite(sandbox, { email: 'IVY@example.org', roles: ['coordinator'], teams: ['south'] });
    expect([again.status, again.body]).toEqual([201, known]);
    const active = await invite(sandbox, { email: 'Bob@example.org', roles: ['coordinator'] });
    expect([active.status, active.body.rule]).toEqual([409, 'O10']);
    expect((await sandbox.dump()).body).toEqual(before);
    expect(await sandbox.outbox()).toEqual([]);
  });

  it('O10: somebody inactive is refused in favour of restoring them', async () => {
    const sandbox = await start(base);
    expect(ruleOf(await invite(sandbox, { email: 'Ian@example.org' }))).toBe('O10');
    expect(await statusOf(sandbox, 'ian')).toBe('inactive');
  });

  it('N4: again only when resent on purpose', async () => {
    const sandbox = await start(base);
    const { id, sentAt } = (await invite(sandbox, nina)).body;
    await invite(sandbox, nina);
    expect(await sandbox.outbox()).toHaveLength(1);
    const again = await sandbox.ask('admin', `/v1/invitations/${id}/resend`, { method: 'POST' });
    expect([again.status, again.body.id, again.body.sentAt >= sentAt]).toEqual([200, id, true]);
    expect(await sandbox.outbox()).toEqual(['email Nina member.invite', 'email Nina member.invite']);
  });

  it('O12: cancelled, they leave organization and teams, a seat is free, and they may be invited anew', async () => {
    const sandbox = await start({ ...base, organization: { ...base.organization, seats: 8 } });
    const { id } = (await invite(sandbox, { ...nina, teams: ['north'] })).body;
    const teams = async () => (await sandbox.ask('admin', '/v1/teams/north')).body.members.length;
    expect([ruleOf(await invite(sandbox, { email: 'otto@example.org' })), await teams()]).toEqual(['O6', 4]);
    expect(await sandbox.verdict('admin', 'DELETE', `/v1/invitations/${id}`)).toBe(204);
    expect(await sandbox.verdict('admin', 'POST', `/v1/invitations/${id}/resend`)).toBe(404);
    const [ivy] = (await sandbox.ask('admin', '/v1/invitations')).body.items;
    expect(await sandbox.verdict('admin', 'DELETE', `/v1/invitations/${ivy.id}`)).toBe(204);
    expect(await teams()).toBe(2);
    expect((await invite(sandbox, nina)).status).toBe(201);
  });

  it('an unknown team or school is unknown, and nobody is invited', async () => {
    const sandbox = await start(base);
    expect((await invite(sandbox, { ...nina, teams: ['nothing'] })).status).toBe(404);
    expect((await invite(sandbox, { ...nina, schools: ['999'] })).status).toBe(404);
    expect((await sandbox.ask('admin', '/v1/invitations')).body.items).toHaveLength(1);
  });
});
