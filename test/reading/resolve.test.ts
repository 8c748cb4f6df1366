import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Failure, Failures } from '../../src/failures/failure.ts';
import type { PlannedIntent } from '../../src/model/intents/index.ts';
import { askerOf } from '../../src/reading/asker.ts';
import { memberByAnyName } from '../../src/reading/members.ts';
import { resolve } from '../../src/reading/resolve.ts';
import { sandboxOf, type TestSandbox } from '../support/sandbox.ts';
import { wanting } from '../support/wanting.ts';

let test: TestSandbox;
beforeAll(async () => {
  test = await sandboxOf({
    organization: { name: 'Test' },
    members: [
      { email: 'admin@example.org', name: 'Ada Min', roles: ['administrator'] },
      { id: 'alice', email: 'Alice@Example.org', name: 'Alice Roy', roles: ['practitioner'] },
      { id: 'bob', email: 'bob@example.org', name: 'Bob Roy', roles: ['practitioner'] },
      { id: 'otto', email: 'otto@example.org', name: 'Otto Lin', roles: ['practitioner'], status: 'inactive' },
    ],
    teams: [
      { id: 'north', name: 'Psychology North', members: [] },
      { id: 'south', name: 'Psychology South', members: [] },
    ],
    records: [
      { id: 'r-1', number: 'R-1001', owner: 'alice@example.org' },
      { id: 'r-2', number: 'R-1002', owner: 'bob@example.org' },
      { id: 'r-3', number: 'R-1003', owner: 'otto@example.org' },
    ],
    tokens: [{ token: 'token-alice', member: 'alice@example.org' }],
  });
});
afterAll(() => test.close());

const resolved = async (as: string | undefined, token: string | null, ...intents: PlannedIntent[]) => {
  const { reader } = token ? test.connectAs(token) : test.admin;
  return resolve(reader, await askerOf(reader, as), intents);
};
/** What resolving fails with: code, what was written, the nearest, and where. */
async function failed(promise: Promise<unknown>) {
  const error = await promise.then(
    () => expect.fail('it went well'),
    (reason: unknown) => reason,
  );
  const failures = error instanceof Failures ? error.failures : [error as Failure];
  return failures.map(({ code, details, where }) => ({ code, ...details, row: where.row, column: where.column }));
}

describe('names', () => {
  it('O1: a member is found by e-mail whatever its case, or by id; a record by number or id; a team by name or id', async () => {
    const { intents } = await resolved(
      'owner',
      null,
      wanting('R-1001', 'BOB@example.ORG'),
      wanting('r-1', 'bob'),
      wanting('R-1001', 'team:psychology NORTH'),
      wanting('R-1001', 'team:south'),
    );
    expect(
      intents.map((intent) => 'grantee' in intent && 'record' in intent && [intent.record, intent.grantee]),
    ).toEqual([
      ['r-1', { type: 'member', id: 'bob' }],
      ['r-1', { type: 'member', id: 'bob' }],
      ['r-1', { type: 'team', id: 'north' }],
      ['r-1', { type: 'team', id: 'south' }],
    ]);
  });

  it('unknown ones are told all together, in the order of rows, each with the nearest', async () => {
    const failures = await failed(
      resolved(
        'owner',
        null,
        wanting('R-1001', 'bobb@example.org', 'read', 2),
        wanting('R-10O1', 'bob@example.org', 'read', 3),
        wanting('R-1009', 'team:Psychology Nort', 'read', 4),
      ),
    );
    expect(failures).toEqual([
      { code: 'unknown-member', text: 'bobb@example.org', nearest: ['bob@example.org'], row: 2, column: 'with' },
      { code: 'unknown-record', text: 'R-10O1', nearest: ['R-1001'], row: 3, column: 'record' },
      {
        code: 'unknown-record',
        text: 'R-1009',
        nearest: ['R-1001', 'R-1002', 'R-1003'],
        row: 4,
        column: 'record',
      },
      {
        code: 'unknown-team',
        text: 'Psychology Nort',
        nearest: ['Psychology North', 'Psychology South'],
        row: 4,
        column: 'with',
      },
    ]);
  });

  it('A2: a record no way leads to is unknown, and its neighbours are no hint either', async () => {
    expect(await failed(resolved(undefined, 'token-alice', wanting('R-1002', 'bob@example.org')))).toEqual([
      { code: 'unknown-record', text: 'R-1002', nearest: ['R-1001'], row: 1, column: 'record' },
    ]);
  });

  it('a name of one person is enough where something is only read; of two it is ambiguous, of none unknown', async () => {
    const find = (text: string) => memberByAnyName(test.admin.reader, { text, place: { column: 'MEMBER' } });
    expect((await find('alice roy')).id).toBe('alice');
    expect((await find('Bob')).id).toBe('bob');
    expect(await failed(find('Roy'))).toEqual([
      {
        code: 'ambiguous-name',
        text: 'Roy',
        candidates: ['Alice Roy <Alice@Example.org>', 'Bob Roy <bob@example.org>'],
        row: undefined,
        column: 'MEMBER',
      },
    ]);
    expect(await failed(find('Alise Roy'))).toMatchObject([{ code: 'unknown-member', nearest: ['Alice Roy'] }]);
  });
});

describe('on whose behalf', () => {
  const actors = async (as: string | undefined, token: string | null, ...intents: PlannedIntent[]) =>
    (await resolved(as, token, ...intents)).intents.map((intent) => intent.actor);

  it('A1: oneself, where nobody is named', async () => {
    expect(await actors(undefined, 'token-alice', wanting('R-1001', 'bob'))).toEqual(['alice']);
  });

  it('A1, A4: each record’s owner under --as owner, a member named by e-mail or id otherwise', async () => {
    const both = [wanting('R-1001', 'admin@example.org'), wanting('R-1002', 'admin@example.org')];
    expect(await actors('owner', null, ...both)).toEqual(['alice', 'bob']);
    expect(await actors('ALICE@example.org', null, wanting('R-1001', 'bob'))).toEqual(['alice']);
    expect(await actors('bob', null, wanting('R-1002', 'alice'))).toEqual(['bob']);
  });

  it('A1: an owner who is not active stays the actor, and nothing more of the record is seen', async () => {
    const { intents, records } = await resolved('owner', null, wanting('R-1003', 'bob'));
    expect(intents[0]?.actor).toBe('otto');
    expect(records[0]?.wire).toMatchObject({ id: 'r-3', number: 'R-1003' });
    expect(records[0]?.wire.shares).toBeUndefined();
  });

  it('A1: a token without the scope may act for nobody, and nobody may act for who is not active', async () => {
    const refused = { code: 'act-as-refused', column: '--as' };
    expect(await failed(resolved('owner', 'token-alice', wanting('R-1001', 'bob')))).toMatchObject([refused]);
    expect(await failed(resolved('otto@example.org', null, wanting('R-1001', 'bob')))).toMatchObject([refused]);
  });
});
