import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reader } from '../../src/api/index.ts';
import { getOrganization } from '../../src/contract/organization.ts';
import type { SendAll } from '../../src/model/intents/transfers.ts';
import { askerOf } from '../../src/reading/asker.ts';
import { expand } from '../../src/reading/expand.ts';
import { readGround } from '../../src/reading/reality.ts';
import { sandboxOf, type TestSandbox } from '../support/sandbox.ts';
import { address, record, town } from '../support/town.ts';

const RECORDS = 450;
let test: TestSandbox;
beforeAll(async () => {
  const many = Array.from({ length: RECORDS }, (_, n) => record(`R-${n}`, { bob: 'read' }));
  const unseen = ['R-c1', 'R-c2', 'R-c3'].map((number) => record(number, {}, { confidential: true }));
  const shared = record('R-c4', { cleo: 'read' }, { confidential: true });
  const archived = record('R-c5', {}, { confidential: true, status: 'archived' });
  test = await sandboxOf(
    town([...many, ...unseen, shared, archived], {
      transfers: [{ record: 'R-c3', to: address('bob'), by: address('alice') }],
    }),
  );
});
afterAll(() => test.close());

const member = (name: string) => ({ ref: 'member' as const, text: address(name), place: {} });
const all = (told: Partial<SendAll> = {}): SendAll => ({
  action: 'transfer.send-all',
  row: 1,
  from: member('alice'),
  to: member('bob'),
  include: [],
  keepCopy: false,
  confidentialRecords: false,
  ...told,
});

/** A reader that counts what it is asked. */
function counting({ reader }: { reader: Reader }): { reader: Reader; asked: () => number } {
  let asked = 0;
  const pages: Reader['pages'] = async function* (endpoint, ...request) {
    for await (const page of reader.pages(endpoint, ...request)) {
      asked += 1;
      yield page;
    }
  };
  return { reader: { ...reader, pages } as Reader, asked: () => asked };
}

const expanded = async (as: string | undefined, told: Partial<SendAll> = {}) => {
  const asker = await askerOf(test.admin.reader, as);
  const { intents, leftOut } = await expand(test.admin.reader, asker, [all(told)]);
  return {
    actions: intents.map(({ action }) => action),
    hidden: intents.flatMap((one) => (one.action === 'transfer.send-hidden' ? [one.records] : [])),
    left: leftOut.map(({ reason, rule, record: id, count }) => `${rule} ${reason} ${id ? 'seen' : 'unseen'} ${count}`),
  };
};

describe('everything somebody has', () => {
  it('T1: their owner sends all that is active, confidential ones by choice', async () => {
    const without = await expanded('owner');
    expect(without.actions).toHaveLength(RECORDS);
    expect(without.left.sort()).toEqual([
      'T1 archived seen 1',
      'T1 confidential seen 1',
      'T1 confidential seen 1',
      'T1 confidential seen 1',
      'T3 transfer-pending seen 1',
    ]);
    expect((await expanded(address('alice'), { confidentialRecords: true })).actions).toHaveLength(RECORDS + 3);
  });

  it('A3: a coordinator counts those they can’t see, and those only that can be sent', async () => {
    const without = await expanded(address('cleo'));
    expect(without.actions).toHaveLength(RECORDS);
    expect(without.left.sort()).toEqual([
      'T1 archived unseen 1',
      'T1 confidential seen 1',
      'T1 confidential unseen 2',
      'T3 transfer-pending unseen 1',
    ]);
    const along = await expanded(address('cleo'), { confidentialRecords: true });
    expect(along.hidden).toEqual([2]);
    expect(along.left.sort()).toEqual([
      'T1 archived unseen 1',
      'T1 confidential-shared seen 1',
      'T3 transfer-pending unseen 1',
    ]);
  });

  it('T1: who may not at all, and who isn’t active, is left to the plan to refuse', async () => {
    expect((await expanded(undefined)).actions).toEqual(['transfer.send-hidden']);
    expect((await expanded('owner', { from: member('otto') })).hidden).toEqual([0]);
  });

  it('is read by the page, however many records there are', async () => {
    const { reader, asked } = counting(test.admin);
    const asker = await askerOf(reader, address('cleo'));
    const { body: organization } = await reader.read(getOrganization);
    const ground = await readGround(reader, asker, [all()], organization);
    expect(ground.intents).toHaveLength(RECORDS);
    expect(asked()).toBeLessThan(8);
  });
});
