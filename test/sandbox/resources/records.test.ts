import { describe, expect, it } from 'vitest';
import { Record as ApiRecord } from '../../../src/contract/records.ts';
import { member, start, to } from '../sandbox.ts';

const base = {
  members: [
    member('alice'),
    member('bob'),
    member('carl'),
    member('dan'),
    member('cora', { roles: ['coordinator'] }),
    member('max', { roles: ['manager'], schools: ['010'] }),
    member('mia', { roles: ['manager'], schools: ['020'] }),
    member('ian', { status: 'inactive' }),
  ],
  teams: [{ name: 'North', members: [to('dan')] }],
  profiles: [{ key: 'P-1', name: 'Sam Tremblay', school: '010' }],
  records: [
    {
      number: 'R-1',
      title: 'Open',
      owner: to('alice'),
      profiles: ['P-1'],
      contents: { confidentialNotes: 1 },
      shares: [{ with: to('bob'), access: 'read' as const }],
    },
    { number: 'R-2', title: 'Secret', owner: to('alice'), profiles: ['P-1'], confidential: true },
    { number: 'R-3', title: 'Elsewhere', owner: to('bob') },
    {
      number: 'R-4',
      title: 'Leaving',
      owner: to('alice'),
      shares: [
        { with: to('bob'), access: 'full' as const },
        { with: 'team:North', access: 'read' as const },
      ],
    },
    { number: 'R-5', title: 'Copied', owner: to('bob') },
    { number: 'R-6', title: 'Of somebody gone', owner: to('ian') },
    {
      number: 'R-7',
      title: 'Moved by Cora',
      owner: to('alice'),
      confidential: true,
      shares: [{ with: to('bob'), access: 'full' as const }],
    },
  ],
  transfers: [
    { record: 'R-4', to: to('carl'), by: to('alice') },
    { record: 'R-7', to: to('carl'), by: to('cora') },
  ],
  copies: [{ record: 'R-5', holder: to('alice'), at: '2026-06-20T12:00:00Z' }],
};
const numbers = (answer: { body: { items: { number: string }[] } }) => answer.body.items.map((record) => record.number);
const fields = (record: object) => Object.keys(record).sort().join(' ');

describe('records', () => {
  it('R1, A2: who has no way to a record gets 404, and it is in none of their lists', async () => {
    const sandbox = await start(base);
    expect((await sandbox.ask('dan', '/v1/records/R-1')).status).toBe(404);
    expect((await sandbox.ask('dan', '/v1/records/none')).body).toEqual(
      (await sandbox.ask('dan', '/v1/records/R-1')).body,
    );
    expect(numbers(await sandbox.ask('dan', '/v1/records'))).toEqual([]);
    expect(numbers(await sandbox.ask('alice', '/v1/records'))).toEqual(['R-1', 'R-2', 'R-4', 'R-5', 'R-7']);
  });

  it('S3, S10: who reads sees everything, shares included', async () => {
    const sandbox = await start(base);
    const { body } = await sandbox.ask('bob', '/v1/records/R-1');
    expect(ApiRecord.parse(body)).toMatchObject({
      title: 'Open',
      confidential: false,
      partiallyConfidential: true,
      copies: [],
      pendingTransfer: null,
    });
    expect(body.shares).toEqual([
      {
        grantee: { type: 'member', id: 'bob', email: to('bob'), status: 'active' },
        access: 'read',
        requireApproval: false,
      },
    ]);
    expect(body.counts.confidentialNotes).toBe(1);
  });

  it('R3: partially confidential is derived', async () => {
    const sandbox = await start(base);
    expect((await sandbox.ask('alice', '/v1/records/R-2')).body).toMatchObject({
      confidential: true,
      partiallyConfidential: false,
    });
  });

  it('O4: a coordinator sees number, title, shares and counts of what is not confidential, and a count of the rest', async () => {
    const sandbox = await start(base);
    const { body } = await sandbox.ask('cora', '/v1/records?owner=alice');
    expect(body.items.map((record: { number: string }) => record.number)).toEqual(['R-1', 'R-4']);
    expect(body.hidden).toBe(2);
    expect(body.items[0]).toMatchObject({ title: 'Open', counts: { confidentialNotes: 1 } });
    expect((await sandbox.ask('cora', '/v1/records/R-2')).status).toBe(404);
    expect((await sandbox.ask('bob', '/v1/records?owner=alice')).body).not.toHaveProperty('hidden');
  });

  it('O4: `hidden` is not told apart by number', async () => {
    const sandbox = await start(base);
    expect((await sandbox.ask('cora', '/v1/records?owner=alice&number=R-2')).body).not.toHaveProperty('hidden');
  });

  it('O4: a manager sees number and title of what is linked to their school, not confidential, and no counts', async () => {
    const sandbox = await start(base);
    const { body } = await sandbox.ask('max', '/v1/records');
    expect(body.items.map((record: { number: string }) => record.number)).toEqual(['R-1']);
    expect(fields(body.items[0])).toBe('confidential etag id number owner pendingTransfer profiles status title');
    expect(numbers(await sandbox.ask('mia', '/v1/records'))).toEqual([]);
  });

  it('A2: a filter finds nothing by what the asker does not see', async () => {
    const sandbox = await start(base);
    expect(numbers(await sandbox.ask('max', '/v1/records?sharedWith=bob'))).toEqual([]);
    expect(numbers(await sandbox.ask('cora', '/v1/records?sharedWith=bob'))).toEqual(['R-1', 'R-4']);
    expect(numbers(await sandbox.ask('alice', '/v1/records?owner=bob'))).toEqual([]);
  });

  it('O4: an administrator’s role opens no record', async () => {
    const sandbox = await start(base);
    expect(numbers(await sandbox.ask('admin', '/v1/records'))).toEqual([]);
  });

  it('A1: the scope act-as resolves a number to its owner, and nothing more', async () => {
    const sandbox = await start(base);
    const { body } = await sandbox.ask('admin', '/v1/records?number=R-2');
    expect(body.items).toEqual([{ id: 'R-2', number: 'R-2', owner: { id: 'alice', email: to('alice') } }]);
    expect((await sandbox.ask('admin', '/v1/records/R-2')).body).toEqual(body.items[0]);
    expect(numbers(await sandbox.ask('admin', '/v1/records?number=R-2&status=active'))).toEqual([]);
    expect(numbers(await sandbox.ask('admin', '/v1/records?owner=alice'))).toEqual([]);
  });

  it('A1, A4: acting for somebody is seeing as they do, and nothing more', async () => {
    const sandbox = await start(base);
    const asDan = { headers: { 'Act-As': 'dan' } };
    expect((await sandbox.ask('admin', '/v1/records/R-1', asDan)).status).toBe(404);
    expect(numbers(await sandbox.ask('admin', '/v1/records', { headers: { 'Act-As': 'bob' } }))).toEqual([
      'R-1',
      'R-3',
      'R-5',
      'R-7',
    ]);
  });

  it('T3: a recipient sees number, title, shares and counts, never whether it is marked', async () => {
    const sandbox = await start(base);
    const { body } = await sandbox.ask('carl', '/v1/records/R-7');
    expect(fields(body)).toBe(
      'copies counts etag id number owner partiallyConfidential pendingTransfer profiles shares status title',
    );
    expect(body.pendingTransfer).toMatchObject({ capacity: 'coordinator', to: { id: 'carl' } });
  });

  it('T4: while an owner’s transfer is pending, member and team are cut off alike', async () => {
    const sandbox = await start(base);
    expect((await sandbox.ask('bob', '/v1/records/R-4')).status).toBe(404);
    expect((await sandbox.ask('dan', '/v1/records/R-4')).status).toBe(404);
  });

  it('T5, T17: a coordinator’s leaves them connected; they learn that there is one, not for whom', async () => {
    const sandbox = await start(base);
    expect((await sandbox.ask('bob', '/v1/records/R-7')).body.pendingTransfer).toEqual({ capacity: 'coordinator' });
    expect((await sandbox.ask('alice', '/v1/records/R-7')).body.pendingTransfer).toMatchObject({ to: { id: 'carl' } });
    expect((await sandbox.ask('cora', '/v1/records/R-4')).body.pendingTransfer).toMatchObject({
      capacity: 'owner',
      to: { id: 'carl' },
    });
  });

  it('T10: a copy opens the copy alone, and who sees the shares sees who holds it', async () => {
    const sandbox = await start(base);
    const { body } = await sandbox.ask('alice', '/v1/records/R-5');
    expect(fields(body)).toBe('copies id number title');
    expect((await sandbox.ask('bob', '/v1/records/R-5')).body.copies).toEqual([
      { holder: { id: 'alice', email: to('alice') }, at: '2026-06-20T12:00:00Z' },
    ]);
  });

  it('O5: the records of somebody inactive stay in place, and their token opens nothing', async () => {
    const sandbox = await start(base);
    expect((await sandbox.ask('cora', '/v1/records/R-6')).body.owner.id).toBe('ian');
    expect((await sandbox.ask('ian', '/v1/me')).status).toBe(401);
  });

  it('pages through a list, bound to its query', async () => {
    const sandbox = await start(base);
    const first = await sandbox.ask('alice', '/v1/records?limit=2');
    expect(numbers(first)).toEqual(['R-1', 'R-2']);
    expect(first.headers.get('Link')).toContain('rel="next"');
    const cursor = first.body.nextCursor;
    const second = await sandbox.ask('alice', `/v1/records?limit=200&cursor=${cursor}`);
    expect(numbers(second)).toEqual(['R-4', 'R-5', 'R-7']);
    expect(second.body.nextCursor).toBeNull();
    expect((await sandbox.ask('alice', `/v1/records?cursor=${cursor}&status=active`)).status).toBe(400);
    expect((await sandbox.ask('alice', '/v1/records?cursor=nonsense')).status).toBe(400);
    expect((await sandbox.ask('alice', `/v1/members?cursor=${cursor}`)).status).toBe(400);
  });

  it('filters by several values, by status, school and text without accents', async () => {
    const sandbox = await start(base);
    expect(numbers(await sandbox.ask('alice', '/v1/records?number=R-1&number=R-4&number=R-3'))).toEqual(['R-1', 'R-4']);
    expect(numbers(await sandbox.ask('alice', '/v1/records?school=010'))).toEqual(['R-1', 'R-2']);
    expect(numbers(await sandbox.ask('alice', '/v1/records?status=archived'))).toEqual([]);
    expect(numbers(await sandbox.ask('alice', '/v1/records?q=S%C3%89CRET'))).toEqual(['R-2']);
  });
});

describe('archiving', () => {
  const change = async (who: string, record: string, verb: string) => {
    const sandbox = await start(base);
    const { status, body } = await sandbox.ask(who, `/v1/records/${record}/${verb}`, { method: 'POST' });
    return status === 422 ? body.rule : status;
  };

  it('R6: by its owner, a coordinator, a manager of its school; not by who merely reads', async () => {
    expect(await change('alice', 'R-1', 'archive')).toBe(200);
    expect(await change('cora', 'R-1', 'archive')).toBe(200);
    expect(await change('max', 'R-1', 'archive')).toBe(200);
    expect(await change('bob', 'R-1', 'archive')).toBe('R6');
  });

  it('R6: a confidential one by its owner alone', async () => {
    expect(await change('alice', 'R-2', 'archive')).toBe(200);
    expect(await change('cora', 'R-2', 'archive')).toBe(404);
    expect(await change('max', 'R-2', 'archive')).toBe(404);
  });

  it('T10: whoever only holds a copy does not archive', async () => {
    expect(await change('alice', 'R-5', 'archive')).toBe('R6');
  });

  it('T14: not while a transfer is pending', async () => {
    expect(await change('alice', 'R-4', 'archive')).toBe('T14');
  });

  it('R6, N5: reactivating brings it back, and nobody is written to', async () => {
    const sandbox = await start(base);
    const archived = await sandbox.ask('alice', '/v1/records/R-1/archive', { method: 'POST' });
    expect(archived.body.status).toBe('archived');
    const back = await sandbox.ask('cora', '/v1/records/R-1/reactivate', { method: 'POST' });
    expect(back.body.status).toBe('active');
    expect(back.headers.get('ETag')).not.toBe(archived.headers.get('ETag'));
    expect(await sandbox.outbox()).toEqual([]);
  });
});
