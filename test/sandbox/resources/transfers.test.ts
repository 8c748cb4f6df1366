import { describe, expect, it } from 'vitest';
import { Transfer } from '../../../src/contract/transfers.ts';
import { checkWorld } from '../../../src/sandbox/world/check.ts';
import { member, start, type TestSandbox, to } from '../sandbox.ts';

const share = (name: string, access: 'read' | 'write' | 'full') => ({ with: name, access });
const base = {
  members: [
    ...['alice', 'bob', 'carl', 'dan', 'eve'].map((name) => member(name)),
    member('cora', { roles: ['coordinator'] }),
    member('cleo', { roles: ['coordinator', 'practitioner'] }),
    member('max', { roles: ['manager'], schools: ['010'] }),
    member('ian', { status: 'inactive' }),
    member('ivy', { status: 'invited' }),
  ],
  teams: [{ name: 'North', members: [to('dan'), to('alice')] }],
  profiles: [{ key: 'P-1', name: 'Sam', school: '010' }],
  records: [
    {
      number: 'R-1',
      title: 'Open',
      owner: to('alice'),
      profiles: ['P-1'],
      contents: {
        progressNotes: 3,
        draftNotes: 1,
        documents: 2,
        confidentialNotes: 2,
        confidentialDocuments: 1,
        rawData: 4,
        invoices: 5,
        upcomingAppointments: 2,
        tasks: 1,
        memos: 6,
      },
      shares: [share(to('bob'), 'full'), share(to('carl'), 'read'), share('team:North', 'write')],
    },
    { number: 'R-2', title: 'Secret', owner: to('alice'), confidential: true, shares: [share(to('cleo'), 'read')] },
    { number: 'R-3', title: 'Put away', owner: to('alice'), status: 'archived' as const },
    { number: 'R-4', title: 'Thrown away', owner: to('alice'), status: 'deleted' as const },
    { number: 'R-5', title: 'Pending', owner: to('alice') },
    { number: 'R-6', title: 'Of somebody gone', owner: to('ian'), shares: [share(to('bob'), 'write')] },
    { number: 'R-7', title: 'Cleo’s own', owner: to('cleo'), shares: [share(to('bob'), 'write')] },
    { number: 'R-8', title: 'More secret', owner: to('alice'), confidential: true },
  ],
  transfers: [{ id: 'T-5', record: 'R-5', to: to('carl'), by: to('alice') }],
};

const send = (sandbox: TestSandbox, who: string, body: object) =>
  sandbox.ask(who, '/v1/transfers', { method: 'POST', body });
/** Sends a record and gives the transfer's id. */
const sent = async (sandbox: TestSandbox, who: string, body: object): Promise<string> => {
  const answer = await send(sandbox, who, body);
  expect(answer.status).toBe(201);
  return answer.body.id;
};
const sending = (sandbox: TestSandbox, who: string, record: string, recipient = 'carl') =>
  sandbox.verdict(who, 'POST', '/v1/transfers', { record, to: recipient });
const end = (sandbox: TestSandbox, who: string, id: string, verb: string, body?: object) =>
  sandbox.verdict(who, 'POST', `/v1/transfers/${id}/${verb}`, body);
const counts = async (sandbox: TestSandbox, who: string, record = 'R-1') =>
  (await sandbox.ask(who, `/v1/records/${record}`)).body.counts;
/** Who reaches a record, as an administrator learns it, roles and creators left aside. */
const reaches = async (sandbox: TestSandbox, record: string, names: string[]) => {
  const query = names.map((name) => `member=${name}`).join('&');
  return sandbox.levels('admin', `record=${record}&${query}`);
};
const everybody = ['alice', 'bob', 'carl', 'dan', 'eve'];

describe('sending', () => {
  it('T1: the owner sends any of their active records, a confidential one too', async () => {
    const sandbox = await start(base);
    expect(await sending(sandbox, 'alice', 'R-1')).toBe(201);
    expect(await sending(sandbox, 'alice', 'R-2')).toBe(201);
    expect(await sending(sandbox, 'alice', 'R-3')).toBe('T1');
    expect(await sending(sandbox, 'alice', 'R-4')).toBe('T1');
  });

  it('T1: a coordinator sends what is not confidential, whatever else they have; nobody else does', async () => {
    const sandbox = await start(base);
    expect(await sending(sandbox, 'cora', 'R-2')).toBe(404);
    expect(await sending(sandbox, 'cleo', 'R-2')).toBe('T1');
    expect(await sending(sandbox, 'cora', 'R-3')).toBe('T1');
    for (const who of ['bob', 'carl', 'dan', 'max']) expect(await sending(sandbox, who, 'R-1', 'eve')).toBe('T1');
    expect(await sending(sandbox, 'eve', 'R-1')).toBe(404);
    expect(await sending(sandbox, 'admin', 'R-1')).toBe(404);
    expect(await sending(sandbox, 'cora', 'R-1')).toBe(201);
  });

  it('T2: to an active practitioner other than the owner; a coordinator who is one, to themself', async () => {
    const sandbox = await start(base);
    for (const recipient of ['alice', 'ian', 'ivy', 'max', 'cora']) {
      expect(await sending(sandbox, 'alice', 'R-1', recipient), recipient).toBe('T2');
    }
    expect(await sending(sandbox, 'alice', 'R-1', 'nobody')).toBe(404);
    expect(await sending(sandbox, 'cora', 'R-1', 'cora')).toBe('T2');
    expect(await sending(sandbox, 'cleo', 'R-1', 'cleo')).toBe(201);
  });

  it('T3: a record has at most one pending transfer', async () => {
    const sandbox = await start(base);
    expect(await sending(sandbox, 'alice', 'R-5')).toBe('T3');
    await end(sandbox, 'alice', 'T-5', 'cancel');
    expect(await sending(sandbox, 'alice', 'R-5')).toBe(201);
  });

  it('T3: while it is pending the owner stays responsible, and the recipient has metadata', async () => {
    const sandbox = await start(base);
    await sent(sandbox, 'alice', { record: 'R-1', to: 'eve' });
    expect((await sandbox.ask('eve', '/v1/records/R-1')).body).toMatchObject({ number: 'R-1', owner: { id: 'alice' } });
    expect(await sandbox.paths('alice', 'R-1', 'eve')).toEqual(['recipient metadata active']);
  });

  it('T4, T5: an owner’s transfer cuts every collaborator off, a coordinator’s nobody', async () => {
    const [one, other] = [await start(base), await start(base)];
    await sent(one, 'alice', { record: 'R-1', to: 'eve' });
    expect(await reaches(one, 'R-1', everybody)).toEqual({ alice: 'owner', eve: 'metadata' });
    await sent(other, 'cora', { record: 'R-1', to: 'eve' });
    const kept = { alice: 'owner', bob: 'full', carl: 'read', dan: 'write' };
    expect(await reaches(other, 'R-1', everybody)).toEqual({ ...kept, eve: 'metadata' });
  });

  it('T16: an owner who is also coordinator sends as owner; what was sent stays in that capacity', async () => {
    const sandbox = await start(base);
    const { body } = await send(sandbox, 'cleo', { record: 'R-7', to: 'carl' });
    expect(Transfer.parse(body)).toMatchObject({ capacity: 'owner', from: { id: 'cleo' }, sentBy: { id: 'cleo' } });
    expect(await end(sandbox, 'cora', body.id, 'reassign', { to: 'dan' })).toBe(200);
    expect((await sandbox.ask('dan', `/v1/transfers/${body.id}`)).body).toMatchObject({
      capacity: 'owner',
      to: { id: 'dan' },
      sentBy: { id: 'cleo' },
    });
    expect((await sandbox.ask('bob', '/v1/records/R-7')).status).toBe(404);
  });

  it('N3: the recipient gets one e-mail and one notification, the owner one notification when another sends', async () => {
    const sandbox = await start(base);
    await sent(sandbox, 'alice', { record: 'R-1', to: 'carl' });
    const first = ['email carl transfer.send', 'notification carl transfer.send'];
    expect(await sandbox.outbox()).toEqual(first);
    await sandbox.ask(null, '/sandbox/reset', { method: 'POST' });
    await sent(sandbox, 'cora', { record: 'R-1', to: 'carl' });
    expect(await sandbox.outbox()).toEqual([
      ...first.slice(0, 1),
      'notification alice transfer.send',
      ...first.slice(1),
    ]);
  });

  it('N3: never the one acting, never an owner who is not active', async () => {
    const sandbox = await start(base);
    await sent(sandbox, 'cleo', { record: 'R-6', to: 'cleo' });
    expect(await sandbox.outbox()).toEqual([]);
  });

  it('moves the ETag of the record, and holds If-Match against it, in a batch against what was before', async () => {
    const sandbox = await start(base);
    const before = (await sandbox.etag('alice', '/v1/records/R-1')) as string;
    const headers = { 'If-Match': before };
    const item = (id: string, method: string, path: string, body?: object) => ({ id, method, path, headers, body });
    const items = [
      item('a', 'DELETE', '/v1/records/R-1/shares/carl'),
      item('b', 'POST', '/v1/transfers', { record: 'R-1', to: 'eve' }),
    ];
    const { body } = await sandbox.ask('alice', '/v1/batch', { method: 'POST', body: { items } });
    expect(body.items.map((each: { status: number }) => each.status)).toEqual([204, 201]);
    expect(body.items[1].headers.ETag).toBe(await sandbox.etag('eve', `/v1/transfers/${body.items[1].body.id}`));
    expect(await sandbox.etag('alice', '/v1/records/R-1')).not.toBe(body.items[0].headers.ETag);
    const odd = { items: [item('c', 'POST', '/v1/transfers', { record: {}, to: 'eve' })] };
    const answers = (await sandbox.ask('alice', '/v1/batch', { method: 'POST', body: odd })).body.items;
    expect(answers[0].status).toBe(400);
    const stale = { method: 'POST', body: { record: 'R-2', to: 'eve' }, headers: { 'If-Match': '"other"' } };
    expect((await sandbox.ask('alice', '/v1/transfers', stale)).status).toBe(412);
  });
});

describe('sending all a member has', () => {
  const all = (sandbox: TestSandbox, who: string, body: object) =>
    send(sandbox, who, { allFrom: 'alice', to: 'eve', ...body });
  const ids = (answer: { body: { items: Transfer[] } }) => answer.body.items.map((each) => each.record.id);

  it('T1, A3: confidential ones by choice; archived, deleted and pending ones stay behind', async () => {
    const visible = await all(await start(base), 'cora', { only: 'visible', expected: 1 });
    expect([visible.status, ids(visible)]).toEqual([201, ['R-1']]);
    const hidden = await all(await start(base), 'cora', { only: 'hidden', expected: 2 });
    expect(ids(hidden)).toEqual(['R-2', 'R-8']);
    expect(hidden.body.items[0].record).toEqual({ id: 'R-2' });
    expect(hidden.body.items[0].capacity).toBe('coordinator');
    expect(ids(await all(await start(base), 'cora', { expected: 3 }))).toEqual(['R-1', 'R-2', 'R-8']);
  });

  it('A3: what a coordinator sees by another way is not hidden', async () => {
    const sandbox = await start(base);
    const { body } = await sandbox.ask('cleo', '/v1/records?owner=alice&status=active');
    expect([body.items.length, body.hidden]).toEqual([3, 1]);
    expect(ids(await all(sandbox, 'cleo', { only: 'hidden', expected: 1 }))).toEqual(['R-8']);
    expect(ids(await all(sandbox, 'cleo', { only: 'visible', expected: 2 }))).toEqual(['R-1', 'R-2']);
  });

  it('T16: all of a coordinator’s own are sent as owner, and T4 cuts off', async () => {
    const sandbox = await start(base);
    const { body } = await all(sandbox, 'cleo', { allFrom: 'cleo', expected: 1 });
    expect(body.items).toMatchObject([{ record: { id: 'R-7' }, capacity: 'owner' }]);
    expect(await reaches(sandbox, 'R-7', ['bob', 'cleo'])).toEqual({ cleo: 'owner' });
  });

  it('A3: another number than expected is 412, and nothing is sent', async () => {
    const sandbox = await start(base);
    expect((await all(sandbox, 'cora', { expected: 2 })).status).toBe(412);
    expect((await sandbox.ask('cora', '/v1/transfers?status=pending')).body.items).toHaveLength(1);
    expect(await sandbox.outbox()).toEqual([]);
  });

  it('T1, T2: for coordinators alone, and not to the owner themself', async () => {
    const sandbox = await start(base);
    const verdict = (who: string, body: object) =>
      sandbox.verdict(who, 'POST', '/v1/transfers', { allFrom: 'alice', to: 'eve', expected: 3, ...body });
    expect(await verdict('alice', {})).toBe('T1');
    expect(await verdict('admin', {})).toBe('T1');
    expect(await verdict('cora', { to: 'alice' })).toBe('T2');
    expect(await verdict('cora', { allFrom: 'nobody' })).toBe(404);
  });

  it('T17: the records of an inactive owner are sent by a coordinator; a copy waits for their restoration', async () => {
    const sandbox = await start(base);
    const { body } = await all(sandbox, 'cora', { allFrom: 'ian', expected: 1, keepCopy: true });
    expect(await reaches(sandbox, 'R-6', ['bob'])).toEqual({ bob: 'write' });
    expect(await end(sandbox, 'eve', body.items[0].id, 'accept')).toBe(200);
    expect(await reaches(sandbox, 'R-6', ['ian', 'eve'])).toEqual({ eve: 'owner' });
    await sandbox.ask('admin', '/v1/members/ian/restore', { method: 'POST' });
    expect(await reaches(sandbox, 'R-6', ['ian'])).toEqual({ ian: 'read' });
  });
});

describe('accepting', () => {
  const accepted = async (body: object, who = 'alice', recipient = 'carl') => {
    const sandbox = await start(base);
    const id = await sent(sandbox, who, { record: 'R-1', to: recipient, ...body });
    expect(await end(sandbox, recipient, id, 'accept')).toBe(200);
    return sandbox;
  };

  it('T6: the recipient is the owner, their share ends, the former owner keeps what a team gives', async () => {
    const sandbox = await accepted({});
    expect(await reaches(sandbox, 'R-1', everybody)).toEqual({
      alice: 'write',
      bob: 'full',
      carl: 'owner',
      dan: 'write',
    });
    expect(await sandbox.paths('carl', 'R-1', 'carl')).toEqual(['owner owner active']);
    expect(await sandbox.paths('carl', 'R-1', 'alice')).toEqual(['team write North active']);
  });

  it('T4: on acceptance collaborators have the same permissions as before', async () => {
    const sandbox = await accepted({}, 'alice', 'eve');
    const before = { bob: 'full', carl: 'read', dan: 'write' };
    expect(await reaches(sandbox, 'R-1', ['bob', 'carl', 'dan'])).toEqual(before);
  });

  it('T7, T8, T9: what always, by choice and never goes along', async () => {
    const always = { progressNotes: 3, draftNotes: 1, documents: 2 };
    const never = { invoices: 0, upcomingAppointments: 0, tasks: 0, memos: 0 };
    const none = { confidentialNotes: 0, confidentialDocuments: 0, rawData: 0 };
    const confidential = { confidentialNotes: 2, confidentialDocuments: 1 };
    expect(await counts(await accepted({}), 'carl')).toEqual({ ...always, ...none, ...never });
    const some = await accepted({ include: ['confidential'] });
    expect(await counts(some, 'carl')).toEqual({ ...always, ...confidential, ...never, rawData: 0 });
    const all = await accepted({ include: ['confidential', 'raw-data'] });
    expect(await counts(all, 'carl')).toEqual({ ...always, ...confidential, rawData: 4, ...never });
    expect((await all.ask('carl', '/v1/records/R-1')).body).toMatchObject({
      title: 'Open',
      profiles: [{ key: 'P-1' }],
    });
  });

  it('T9, N3: one e-mail to a client for each cancelled appointment, one notification to the sender', async () => {
    const sandbox = await accepted({}, 'cora');
    const { body } = await sandbox.ask(null, '/sandbox/outbox');
    const about = { action: 'transfer.accept', resource: 'record:R-1' };
    const client = { kind: 'email', to: null, audience: 'client', about };
    expect(body.slice(3)).toEqual([
      expect.objectContaining(client),
      expect.objectContaining(client),
      expect.objectContaining({ kind: 'notification', to: to('cora'), audience: 'colleague', about }),
    ]);
  });

  it('T10: with a copy the former owner reads the copy alone, and who sees the shares sees who holds it', async () => {
    const sandbox = await start(base);
    const id = await sent(sandbox, 'alice', { record: 'R-2', to: 'carl', keepCopy: true });
    await end(sandbox, 'carl', id, 'accept');
    expect(await reaches(sandbox, 'R-2', ['alice', 'carl'])).toEqual({ alice: 'read', carl: 'owner' });
    const { body } = await sandbox.ask('alice', '/v1/records/R-2');
    expect(Object.keys(body).sort()).toEqual(['copies', 'id', 'number', 'title']);
    const { endedAt } = (await sandbox.ask('alice', `/v1/transfers/${id}`)).body;
    expect((await sandbox.ask('carl', '/v1/records/R-2')).body.copies).toEqual([
      { holder: { id: 'alice', email: to('alice') }, at: endedAt },
    ]);
  });

  it('T10: a copy is not shared, archived, reactivated or transferred', async () => {
    const sandbox = await start(base);
    const id = await sent(sandbox, 'alice', { record: 'R-2', to: 'carl', keepCopy: true });
    await end(sandbox, 'carl', id, 'accept');
    expect(await sending(sandbox, 'alice', 'R-2', 'eve')).toBe('T1');
    expect(await sandbox.verdict('alice', 'PUT', '/v1/records/R-2/shares/eve', { access: 'read' })).toBe('S2');
    expect(await sandbox.verdict('alice', 'POST', '/v1/records/R-2/reactivate')).toBe('R6');
  });

  it('T11: deletions are what was excluded, where no copy keeps it, tasks and memos', async () => {
    const deleted = async (body: object) => {
      const sandbox = await accepted(body);
      const entries = (await sandbox.ask('admin', '/v1/audit?record=R-1')).body.items;
      return [entries[0].action, entries[0].detail.deleted, entries[0].detail.appointments];
    };
    expect(await deleted({})).toEqual(['transfer.accept', 14, 2]);
    expect(await deleted({ include: ['raw-data'] })).toEqual(['transfer.accept', 10, 2]);
    expect(await deleted({ keepCopy: true })).toEqual(['transfer.accept', 7, 2]);
  });

  it('T12: nothing is taken out, cancelled or deleted before acceptance', async () => {
    const sandbox = await start(base);
    const before = await counts(sandbox, 'alice');
    const id = await sent(sandbox, 'alice', { record: 'R-1', to: 'carl' });
    expect(await counts(sandbox, 'alice')).toEqual(before);
    await end(sandbox, 'carl', id, 'decline');
    expect(await counts(sandbox, 'alice')).toEqual(before);
    expect((await sandbox.outbox()).filter((line) => !line.includes('transfer.'))).toEqual([]);
  });

  it('T13: the new owner finds the notes written before, and no way to edit them', async () => {
    const sandbox = await accepted({});
    expect(await counts(sandbox, 'carl')).toMatchObject({ progressNotes: 3, draftNotes: 1 });
    const body = { counts: { progressNotes: 0 } };
    expect((await sandbox.ask('carl', '/v1/records/R-1', { method: 'PATCH', body })).status).toBe(405);
  });

  it('T3: by its recipient alone, once', async () => {
    const sandbox = await start(base);
    for (const who of ['alice', 'cora']) expect(await end(sandbox, who, 'T-5', 'accept')).toBe('T3');
    expect(await end(sandbox, 'bob', 'T-5', 'accept')).toBe(404);
    expect(await end(sandbox, 'carl', 'T-5', 'accept')).toBe(200);
    for (const verb of ['accept', 'decline']) expect(await end(sandbox, 'carl', 'T-5', verb)).toBe('T3');
    expect(await end(sandbox, 'cora', 'T-5', 'cancel')).toBe('T3');
  });

  it('leaves a state that loads again', async () => {
    const sandbox = await accepted({ keepCopy: true });
    const { body } = await sandbox.dump();
    expect(() => checkWorld(body)).not.toThrow();
    expect(body.copies).toMatchObject([{ record: 'R-1', holder: to('alice') }]);
  });
});

describe('a pending transfer', () => {
  it('T3, T4: declining and cancelling give everybody what they had', async () => {
    const before = { alice: 'owner', bob: 'full', carl: 'read', dan: 'write' };
    for (const [who, verb] of [
      ['carl', 'decline'],
      ['alice', 'cancel'],
      ['cora', 'cancel'],
    ] as const) {
      const sandbox = await start(base);
      const id = await sent(sandbox, 'alice', { record: 'R-1', to: 'carl' });
      expect(await reaches(sandbox, 'R-1', everybody)).toEqual({ alice: 'owner', carl: 'metadata' });
      expect(await end(sandbox, who, id, verb)).toBe(200);
      expect(await reaches(sandbox, 'R-1', everybody)).toEqual(before);
    }
  });

  it('T3: sender, owner or a coordinator cancel, a coordinator reassigns, the recipient does neither', async () => {
    const sandbox = await start(base);
    expect(await end(sandbox, 'carl', 'T-5', 'cancel')).toBe('T3');
    expect(await end(sandbox, 'carl', 'T-5', 'reassign', { to: 'dan' })).toBe('T3');
    expect(await end(sandbox, 'alice', 'T-5', 'reassign', { to: 'dan' })).toBe('T3');
    expect(await end(sandbox, 'alice', 'T-5', 'decline')).toBe('T3');
    expect(await end(sandbox, 'cora', 'T-5', 'reassign', { to: 'alice' })).toBe('T2');
    expect(await end(sandbox, 'cora', 'T-5', 'reassign', { to: 'max' })).toBe('T2');
    expect(await end(sandbox, 'cora', 'T-5', 'reassign', { to: 'dan' })).toBe(200);
    expect(await end(sandbox, 'carl', 'T-5', 'accept')).toBe(404);
    expect((await sandbox.ask('carl', '/v1/records/R-5')).status).toBe(404);
    expect(await end(sandbox, 'dan', 'T-5', 'accept')).toBe(200);
  });

  it('N3: reassigned, the new recipient, the owner and the former recipient; ended, one notification', async () => {
    const sandbox = await start(base);
    const id = await sent(sandbox, 'cora', { record: 'R-1', to: 'carl' });
    await end(sandbox, 'cora', id, 'reassign', { to: 'carl' });
    expect((await sandbox.outbox()).filter((line) => line.includes('reassign'))).toEqual([]);
    await end(sandbox, 'cora', id, 'reassign', { to: 'dan' });
    expect((await sandbox.outbox()).filter((line) => line.includes('reassign'))).toEqual([
      'email dan transfer.reassign',
      'notification alice transfer.reassign',
      'notification carl transfer.reassign',
      'notification dan transfer.reassign',
    ]);
    await end(sandbox, 'dan', id, 'decline');
    await end(sandbox, 'cora', 'T-5', 'cancel');
    expect((await sandbox.outbox()).filter((line) => /decline|cancel/.test(line))).toEqual([
      'notification carl transfer.cancel',
      'notification cora transfer.decline',
    ]);
  });

  it('T14: no share is added, none changed, no archiving, whoever is suspended does nothing', async () => {
    const sandbox = await start(base);
    await sent(sandbox, 'alice', { record: 'R-1', to: 'eve' });
    const shares = '/v1/records/R-1/shares';
    expect(await sandbox.verdict('alice', 'PUT', `${shares}/eve`, { access: 'read' })).toBe('T14');
    expect(await sandbox.verdict('alice', 'PUT', `${shares}/bob`, { access: 'read' })).toBe('T14');
    expect(await sandbox.verdict('cora', 'POST', '/v1/records/R-1/archive')).toBe('T14');
    expect(await sandbox.verdict('bob', 'PUT', `${shares}/dan`, { access: 'read' })).toBe(404);
    expect(await sandbox.verdict('alice', 'DELETE', `${shares}/bob`)).toBe(204);
  });

  it('T15: revoking or demoting leaves it pending; whoever is no longer active or practitioner can’t accept', async () => {
    const sandbox = await start(base);
    const admin = (target: string, body?: object) =>
      sandbox.ask('admin', `/v1/members/${target}`, { method: body ? 'PATCH' : 'POST', ...(body && { body }) });
    const status = async () => (await sandbox.ask('cora', '/v1/transfers/T-5')).body.status;
    await admin('carl', { roles: ['coordinator'] });
    expect(await end(sandbox, 'carl', 'T-5', 'accept')).toBe('T15');
    await admin('alice/revoke');
    await admin('carl/revoke');
    expect(await end(sandbox, 'carl', 'T-5', 'accept')).toBe(401);
    expect(await status()).toBe('pending');
    expect(await end(sandbox, 'cora', 'T-5', 'reassign', { to: 'dan' })).toBe(200);
    expect(await end(sandbox, 'dan', 'T-5', 'accept')).toBe(200);
    expect(await reaches(sandbox, 'R-5', ['alice', 'dan'])).toEqual({ dan: 'owner' });
  });

  it('T17: owner, sender, recipient and coordinators see it; the others only that there is one', async () => {
    const sandbox = await start(base);
    const id = await sent(sandbox, 'cora', { record: 'R-1', to: 'eve' });
    const seen = async (who: string) => (await sandbox.ask(who, `/v1/transfers/${id}`)).status;
    for (const who of ['alice', 'cora', 'eve', 'cleo']) expect(await seen(who), who).toBe(200);
    for (const who of ['bob', 'dan', 'admin', 'max']) expect(await seen(who), who).toBe(404);
    const list = async (who: string, query = '') =>
      (await sandbox.ask(who, `/v1/transfers?${query}`)).body.items.map((each: Transfer) => each.record.number ?? '?');
    expect(await list('alice')).toEqual(['R-5', 'R-1']);
    expect(await list('eve')).toEqual(['R-1']);
    expect(await list('bob')).toEqual([]);
    expect(await list('cora', 'to=carl&status=pending')).toEqual(['R-5']);
    expect((await sandbox.ask('bob', '/v1/records/R-1')).body.pendingTransfer).toEqual({ capacity: 'coordinator' });
  });

  it('T17: of a confidential record a coordinator sees neither number nor title', async () => {
    const sandbox = await start(base);
    const id = await sent(sandbox, 'alice', { record: 'R-8', to: 'carl' });
    expect((await sandbox.ask('cora', `/v1/transfers/${id}`)).body.record).toEqual({ id: 'R-8' });
    expect((await sandbox.ask('carl', `/v1/transfers/${id}`)).body.record).toMatchObject({ title: 'More secret' });
  });

  it('A2: a record one no longer has a way to is named no more by a transfer that ended', async () => {
    const sandbox = await start(base);
    await end(sandbox, 'carl', 'T-5', 'decline');
    expect((await sandbox.ask('carl', '/v1/transfers/T-5')).body).toMatchObject({
      status: 'declined',
      record: { id: 'R-5' },
    });
    expect((await sandbox.ask('carl', '/v1/transfers/T-5')).body.record).not.toHaveProperty('number');
  });

  it('its ETag and its record’s move with it, and a stale If-Match is refused', async () => {
    const sandbox = await start(base);
    const tags = async () => [
      await sandbox.etag('cora', '/v1/transfers/T-5'),
      await sandbox.etag('alice', '/v1/records/R-5'),
    ];
    const before = await tags();
    const { headers } = await sandbox.ask('cora', '/v1/transfers/T-5/reassign', {
      method: 'POST',
      body: { to: 'dan' },
    });
    const after = await tags();
    expect([after[0] === before[0], after[1] === before[1]]).toEqual([false, false]);
    expect(headers.get('ETag')).toBe(after[0]);
    const stale = { method: 'POST', headers: { 'If-Match': before[0] as string } };
    expect((await sandbox.ask('dan', '/v1/transfers/T-5/accept', stale)).status).toBe(412);
    const fresh = { method: 'POST', headers: { 'If-Match': after[0] as string } };
    expect((await sandbox.ask('dan', '/v1/transfers/T-5/accept', fresh)).status).toBe(200);
    expect(await sandbox.etag('dan', '/v1/records/R-5')).not.toBe(after[1]);
  });

  it('A4: acting for the owner is sending as the owner, and the audit names both', async () => {
    const sandbox = await start(base);
    const headers = { 'Act-As': 'alice', 'Audit-Reason': 'on leave' };
    const answer = await sandbox.ask('admin', '/v1/transfers', {
      method: 'POST',
      body: { record: 'R-1', to: 'eve' },
      headers,
    });
    expect(answer.body).toMatchObject({ capacity: 'owner', sentBy: { id: 'alice' } });
    expect((await sandbox.ask('admin', '/v1/audit?record=R-1')).body.items[0]).toMatchObject({
      action: 'transfer.send',
      actor: { id: 'admin' },
      actingFor: { id: 'alice' },
      reason: 'on leave',
      member: { id: 'eve' },
      detail: { capacity: 'owner' },
    });
  });
});
