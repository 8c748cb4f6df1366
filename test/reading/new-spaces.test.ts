import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlannedIntent } from '../../src/model/intents/index.ts';
import type { NewSpaceReference } from '../../src/model/references.ts';
import { askerOf } from '../../src/reading/asker.ts';
import { resolve } from '../../src/reading/resolve.ts';
import { sandboxOf, type TestSandbox } from '../support/sandbox.ts';

let test: TestSandbox;
beforeAll(async () => {
  test = await sandboxOf({
    organization: { name: 'Test' },
    members: [{ email: 'admin@example.org', name: 'Ada Min', roles: ['administrator'] }],
    profiles: [
      { id: 'profile-1', key: 'P-1', name: 'A' },
      { id: 'profile-2', key: 'P-2', name: 'B' },
    ],
    records: [{ id: 'record-1', number: 'R-1001', owner: 'admin@example.org' }],
    spaces: [
      { id: 'S-2', name: 'B', kind: 'multi', profile: 'P-2', creator: 'admin@example.org' },
      { id: 'S-3', name: 'Nook', kind: 'collaborative', record: 'R-1001', creator: 'admin@example.org' },
    ],
  });
});
afterAll(() => test.close());

const place = {};

/** A row that wants a space: around a profile, from a record, of a name, each written in some way or not at all. */
function creating(
  kind: NewSpaceReference['kind'],
  profile: string | null,
  record: string | null = null,
  name: string | null = null,
): PlannedIntent {
  const space: NewSpaceReference = {
    ref: 'new-space',
    text: profile ?? name ?? '',
    place,
    kind,
    profile,
    record,
    name,
    another: false,
  };
  return {
    action: 'space.create',
    row: 1,
    space,
    kind,
    profile: profile === null ? null : { ref: 'profile', text: profile, place },
    record: record === null ? null : { ref: 'record', text: record, place },
    name,
    another: false,
  };
}

async function spacesOf(...intents: PlannedIntent[]): Promise<string[]> {
  const { reader } = test.admin;
  const resolved = await resolve(reader, await askerOf(reader, undefined), intents);
  return resolved.intents.map((intent) => (intent.action === 'space.create' ? intent.space : ''));
}

describe('a space that is to be there', () => {
  it('C6: is one and the same whether its profile is written by key or by id', async () => {
    expect(await spacesOf(creating('multi', 'P-1'), creating('multi', 'profile-1'))).toEqual(['new:P-1', 'new:P-1']);
  });

  it('C1: and whether its record is written by number or by id', async () => {
    const rows = ['R-1001', 'record-1'].map((record) => creating('collaborative', null, record, 'Corner'));
    expect(await spacesOf(...rows)).toEqual(['new:Corner', 'new:Corner']);
  });

  it('is told apart from another of the same profile', async () => {
    expect(await spacesOf(creating('multi', 'P-1'), creating('collaborative', 'P-1'))).toEqual([
      'new:P-1',
      'new:P-1#2',
    ]);
  });

  it('C1, C6: is the one that is there already, if there is one', async () => {
    expect(await spacesOf(creating('multi', 'profile-2'), creating('collaborative', null, 'record-1', 'Nook'))).toEqual(
      ['S-2', 'S-3'],
    );
  });
});
