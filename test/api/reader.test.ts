import { describe, expect, test } from 'vitest';
import { getMe, listSchools } from '../../src/contract/organization.ts';
import { getRecord, listRecords, removeShare } from '../../src/contract/records.ts';
import { all, connected, failureOf, json, ME, SCHOOL, serve, told } from './support.ts';

const schools = (numbers: number[], nextCursor: string | null) => json({ items: numbers.map(SCHOOL), nextCursor });

describe('reading one resource', () => {
  test('gives body, etag and request id', async () => {
    const { url, had } = await serve(json(ME, 200, { ETag: '"7"' }));
    const read = await connected(url).reader.read(getMe, { actAs: 'm-2', reason: 'départ – été\nx' });
    expect(read).toEqual({ body: ME, etag: '"7"', requestId: 'req-1' });
    expect(had[0]).toMatchObject({ method: 'GET', url: '/v1/me', body: '' });
    expect(had[0]?.headers).toMatchObject({ authorization: 'Bearer secret-token', 'act-as': 'm-2' });
    const reason = Buffer.from(String(had[0]?.headers['audit-reason']), 'latin1').toString('utf8');
    expect(reason).toBe('départ – été x');
  });

  test('keeps the path of the URL and escapes ids', async () => {
    const { url, had } = await serve(json({ id: 'a/b', number: 'R-1' }));
    await connected(`${url}/psylio/`).reader.read(getRecord, { params: { id: 'a/b?c' } });
    expect(had[0]?.url).toBe('/psylio/v1/records/a%2Fb%3Fc');
  });

  test.each(['', '.', '..'])('an id like %j is not found without asking', async (id) => {
    const { url, had } = await serve(json({}));
    const failure = await failureOf(connected(url).reader.read(getRecord, { params: { id } }));
    expect(failure.code).toBe('not-found');
    expect(had).toEqual([]);
  });
});

describe('a reader changes nothing', () => {
  test('has only methods that read', async () => {
    const { url } = await serve(json({}));
    expect(Object.keys(connected(url).reader).sort()).toEqual(['list', 'listByFilter', 'pages', 'read']);
  });

  test('refuses an endpoint that is not GET, and sends nothing', async () => {
    const { url, had } = await serve(json({}));
    const { reader } = connected(url);
    const one = removeShare as never as typeof getRecord;
    const many = removeShare as never as typeof listRecords;
    expect((await failureOf(reader.read(one, { params: { id: 'r-1' } }))).code).toBe('unexpected');
    expect((await failureOf(all(reader.list(many)))).code).toBe('unexpected');
    expect((await failureOf(all(reader.listByFilter(many, 'id', ['r-1'])))).code).toBe('unexpected');
    expect(had).toEqual([]);
  });
});

describe('lists', () => {
  test('follow the cursor to the end', async () => {
    const { url, had } = await serve(schools([1, 2], 'c/1'), schools([3], null));
    const items = await all(connected(url).reader.list(listSchools));
    expect(items).toEqual([1, 2, 3].map(SCHOOL));
    expect(had.map((one) => one.url)).toEqual(['/v1/schools?limit=200', '/v1/schools?limit=200&cursor=c%2F1']);
  });

  test('fail on a cursor seen before', async () => {
    const { url, had } = await serve(schools([1], 'a'), schools([2], 'b'), schools([3], 'a'), schools([4], null));
    const failure = await failureOf(all(connected(url).reader.list(listSchools)));
    expect(told(failure)).toEqual(['repeated-cursor', { endpoint: 'GET /v1/schools' }]);
    expect(had).toHaveLength(3);
  });

  test('give whole pages to whom it concerns', async () => {
    const { url } = await serve(json({ items: [], nextCursor: 'a' }), json({ items: [], nextCursor: null, hidden: 4 }));
    const pages = await all(connected(url).reader.pages(listRecords, { query: { owner: ['m-1'] } }));
    expect(pages.map((page) => page.hidden)).toEqual([undefined, 4]);
  });

  test('repeat a filter for each of its values', async () => {
    const { url, had } = await serve(json({ items: [], nextCursor: null }));
    await all(connected(url).reader.list(listRecords, { query: { number: ['R 1', 'R&2'], q: undefined, limit: 5 } }));
    expect(had[0]?.url).toBe('/v1/records?limit=5&number=R+1&number=R%262');
  });
});

describe('lists by filter', () => {
  const numbersOf = (url: string) => new URL(url, 'http://x').searchParams.getAll('number');
  const echo = (late: (numbers: string[]) => number) =>
    serve((response, { url }) => {
      const items = numbersOf(url).map((number) => ({ id: number, number }));
      setTimeout(() => json({ items, nextCursor: null })(response, {} as never), late(numbersOf(url)));
    });
  const named = (count: number) => Array.from({ length: count }, (_, index) => `R-${index}`);

  test('ask by hundreds and give the items in order, though the first answer comes last', async () => {
    const { url, had } = await echo((numbers) => (numbers[0] === 'R-0' ? 60 : 0));
    const items = await all(connected(url).reader.listByFilter(listRecords, 'number', named(250)));
    expect(items.map((item) => item.number)).toEqual(named(250));
    expect(had.map((one) => numbersOf(one.url).length).sort()).toEqual([100, 100, 50]);
  });

  test('ask in smaller chunks where values are long', async () => {
    const { url, had } = await echo(() => 0);
    const long = named(100).map((name) => name + 'x'.repeat(150));
    expect(await all(connected(url).reader.listByFilter(listRecords, 'number', long))).toHaveLength(100);
    expect(had.length).toBeGreaterThan(2);
    for (const one of had) expect(one.url.length).toBeLessThan(8000);
  });

  test('ask nothing for no value, and once for a value that comes twice', async () => {
    const { url, had } = await echo(() => 0);
    const { reader } = connected(url);
    expect(await all(reader.listByFilter(listRecords, 'number', []))).toEqual([]);
    expect(had).toEqual([]);
    expect(await all(reader.listByFilter(listRecords, 'number', ['R-1', 'R-1']))).toHaveLength(1);
  });

  test('never have more requests under way than the client may', async () => {
    let now = 0;
    let most = 0;
    const { url } = await serve((response) => {
      now += 1;
      most = Math.max(most, now);
      setTimeout(() => {
        now -= 1;
        json({ items: [], nextCursor: null })(response, {} as never);
      }, 10);
    });
    const { reader } = connected(url, { concurrency: 3 });
    await Promise.all([1, 2].map(() => all(reader.listByFilter(listRecords, 'number', named(900)))));
    expect(most).toBe(3);
  });

  test('end with the failure of a chunk, and ask no further', async () => {
    const { url, had } = await serve(json({}, 404));
    const { reader } = connected(url, { concurrency: 2 });
    const failure = await failureOf(all(reader.listByFilter(listRecords, 'number', named(2000))));
    expect(failure.code).toBe('not-found');
    expect(had.length).toBeLessThan(6);
  });
});
