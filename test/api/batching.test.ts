import { describe, expect, it } from 'vitest';
import type { ConnectOptions, Pause } from '../../src/api/index.ts';
import { addTeamMember, removeTeamMember } from '../../src/contract/teams.ts';
import { type Act, connected, failureOf, type Had, json, problem, reset, serve, text } from './support.ts';

/** A team as the API answers it. */
const team = { id: 't', name: 'North', members: [] };

type Item = { id: string; method: string; path: string; headers: Record<string, string> };
const itemsOf = ({ body }: Had): Item[] => (JSON.parse(body) as { items: Item[] }).items;

/** Answers each request of a batch as `of` says; undefined: not at all. */
const batch =
  (of: (item: Item, at: number) => object | undefined): Act =>
  (response, had) =>
    json({
      items: itemsOf(had).flatMap((item, at) => {
        const answer = of(item, at);
        return answer ? [{ id: item.id, status: 200, headers: { ETag: '"2"' }, body: team, ...answer }] : [];
      }),
    })(response, had);

/** An item answered by a problem. */
const problemItem = (status: number, headers: object) => ({
  status,
  headers,
  body: { type: 'x', title: 't', status, detail: '', code: 'c' },
});

function adding(url: string, options: Partial<ConnectOptions> = {}) {
  const connection = connected(url, options);
  connection.announced(['batch', 'idempotency']);
  const add = (n: number) =>
    connection.changer.change(addTeamMember, {
      params: { id: 't', memberId: `m${n}` },
      idempotencyKey: `key-${n}`,
      idempotent: true,
      actAs: 'ada',
      reason: 'rentrée',
    });
  return add;
}

describe('requests under way at once go together, where the API takes batches', () => {
  it('each with its own key, actor and reason, and each with its own answer', async () => {
    const { url, had } = await serve(
      batch((_, at) =>
        at === 1
          ? { status: 422, body: { type: 'x', title: 't', status: 422, detail: 'no', code: 'refused', rule: 'O7' } }
          : {},
      ),
    );
    const add = adding(url);
    const [one, other, third] = await Promise.allSettled([add(1), add(2), add(3)]);
    expect(had.map(({ method, url: path }) => `${method} ${path}`)).toEqual(['POST /v1/batch']);
    expect(itemsOf(had[0] as Had)[0]).toMatchObject({
      method: 'PUT',
      path: '/v1/teams/t/members/m1',
      headers: { 'Idempotency-Key': 'key-1', 'Act-As': 'ada', 'Audit-Reason': 'rentrée' },
    });
    expect([one, third].map((each) => each?.status)).toEqual(['fulfilled', 'fulfilled']);
    expect((one as PromiseFulfilledResult<{ etag: string }>).value.etag).toBe('"2"');
    expect((other as PromiseRejectedResult).reason).toMatchObject({ code: 'refused', rule: 'O7' });
  });

  it('a hundred at most', async () => {
    const { url, had } = await serve(batch(() => ({})));
    const add = adding(url);
    await Promise.all(Array.from({ length: 250 }, (_, n) => add(n)));
    expect(had.map((one) => itemsOf(one).length)).toEqual([100, 100, 50]);
  });

  it('one that is alone goes by itself', async () => {
    const { url, had } = await serve(json(team));
    const add = adding(url);
    await add(1);
    expect(had.map(({ url: path }) => path)).toEqual(['/v1/teams/t/members/m1']);
  });

  it('a batch of which nobody knows what became is sent again, with the same keys', async () => {
    const { url, had } = await serve(
      reset,
      batch(() => ({})),
    );
    const add = adding(url);
    await Promise.all([add(1), add(2)]);
    const keys = had.map((one) =>
      itemsOf(one)
        .map((item) => item.headers['Idempotency-Key'])
        .sort(),
    );
    expect(keys).toEqual([
      ['key-1', 'key-2'],
      ['key-1', 'key-2'],
    ]);
  });

  it('one that is not answered in its batch is asked again, alone', async () => {
    const { url, had } = await serve(
      batch((_, at) => (at === 0 ? {} : undefined)),
      json(team),
    );
    const add = adding(url);
    await Promise.all([add(1), add(2)]);
    expect(had.map(({ url: path }) => path)).toEqual(['/v1/batch', '/v1/teams/t/members/m2']);
  });

  it.each<[string, Act]>([
    ['no batch', json({ ok: true })],
    ['nothing', (response) => void response.writeHead(200).end()],
    ['a page', text('<html>', 'text/html')],
    ['500', problem(500)],
  ])('a batch answered by %s may have been done: each is sent again with its key, or is unknown', async (_, act) => {
    const { url, had } = await serve(
      act,
      batch(() => ({})),
    );
    await Promise.all([1, 2].map(adding(url)));
    expect(had).toHaveLength(2);
    const unkeyed = await serve(
      act,
      batch(() => ({})),
    );
    const { changer, announced } = connected(unkeyed.url);
    announced(['batch']);
    const leaving = ['m1', 'm2'].map((memberId) => changer.change(removeTeamMember, { params: { id: 't', memberId } }));
    for (const ended of await Promise.all(leaving.map(failureOf)))
      expect(['outcome-unknown', 'not-json']).toContain(ended.code);
    expect(unkeyed.had).toHaveLength(1);
  });

  it('a batch put off is waited for by all, and is one pause', async () => {
    const pauses: Pause[] = [];
    const { url, had } = await serve(
      problem(429, {}, { 'Retry-After': '600' }),
      batch(() => ({})),
    );
    await Promise.all([1, 2, 3].map(adding(url, { onPause: (pause) => pauses.push(pause) })));
    expect(had).toHaveLength(2);
    expect(pauses).toEqual([{ ms: 600_000, cause: 429 }]);
  });

  it('what is put off within a batch is sent again without the others', async () => {
    const put = problemItem(429, { 'Retry-After': '9' });
    const { url, had } = await serve(
      batch((_, at) => (at === 0 ? {} : put)),
      batch(() => ({})),
    );
    await Promise.all([1, 2, 3].map(adding(url)));
    expect(had.map((one) => itemsOf(one).length)).toEqual([3, 2]);
  });

  it('a batch that is too large is sent in smaller ones, and so are those that follow', async () => {
    const most = 30;
    const { url, had } = await serve((response, one) =>
      one.url === '/v1/batch' && itemsOf(one).length > most
        ? problem(413)(response, one)
        : batch(() => ({}))(response, one),
    );
    const add = adding(url, { concurrency: 1 });
    await Promise.all(Array.from({ length: 200 }, (_, n) => add(n)));
    const sizes = had.map((one) => itemsOf(one).length);
    expect(sizes.slice(0, 3)).toEqual([100, 50, 25]);
    expect(sizes.slice(3).every((size) => size <= most)).toBe(true);
    const keys = had
      .filter((one) => itemsOf(one).length <= most)
      .flatMap(itemsOf)
      .map((item) => item.headers['Idempotency-Key']);
    expect([keys.length, new Set(keys).size]).toEqual([200, 200]);
  });

  it.each([404, 405, 501])('an API that has no batches after all (%i) is asked singly from then on', async (status) => {
    const { url, had } = await serve((response, one) =>
      (one.url === '/v1/batch' ? problem(status) : json(team))(response, one),
    );
    const add = adding(url);
    await Promise.all([1, 2, 3].map(add));
    await Promise.all([4, 5].map(add));
    expect(had.filter((one) => one.url === '/v1/batch')).toHaveLength(1);
    expect(had).toHaveLength(6);
  });

  it('a batch that is refused for what one request holds is sent singly, so that each has its own answer', async () => {
    const { url, had } = await serve((response, one) =>
      one.url === '/v1/batch'
        ? problem(400)(response, one)
        : one.url.endsWith('m2')
          ? problem(422)(response, one)
          : json(team)(response, one),
    );
    const ended = await Promise.allSettled([1, 2, 3].map(adding(url)));
    expect(ended.map((one) => one.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(had).toHaveLength(4);
  });

  it('a refusal of the whole batch is the answer to each', async () => {
    const { url } = await serve(json({ type: 'x', title: 't', status: 401, detail: '', code: 'unauthenticated' }, 401));
    const add = adding(url);
    expect((await failureOf(Promise.all([add(1), add(2)]))).code).toBe('token-refused');
  });
});
