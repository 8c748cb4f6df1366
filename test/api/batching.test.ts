import { describe, expect, it } from 'vitest';
import { addTeamMember } from '../../src/contract/teams.ts';
import { type Act, connected, failureOf, type Had, json, reset, serve } from './support.ts';

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

function adding(url: string) {
  const connection = connected(url);
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

  it('a refusal of the whole batch is the answer to each', async () => {
    const { url } = await serve(json({ type: 'x', title: 't', status: 401, detail: '', code: 'unauthenticated' }, 401));
    const add = adding(url);
    expect((await failureOf(Promise.all([add(1), add(2)]))).code).toBe('token-refused');
  });
});
