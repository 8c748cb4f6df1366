import { describe, expect, it } from 'vitest';
import type { Reader } from '../../src/api/index.ts';
import { observeResources, type Watched } from '../../src/reading/observed.ts';

/** A reader that answers with nothing, and keeps what it is asked. */
function emptyReader() {
  const asked: { ids: number; members: number | undefined; actAs: string | undefined }[] = [];
  async function* listByFilter(
    _: unknown,
    __: string,
    ids: readonly string[],
    { query, actAs }: { query?: { member?: readonly string[] }; actAs?: string } = {},
  ) {
    asked.push({ ids: ids.length, members: query?.member?.length, actAs });
    yield* [];
  }
  return { reader: { listByFilter } as unknown as Reader, asked };
}

/** So many records of Alice's, each with so many members to ask about that no other has. */
const watched = (records: number, members: number, letters = 8): Watched[] =>
  Array.from({ length: records }, (_, n) => ({
    resource: { type: 'record', id: `r-${n}` },
    actor: 'alice',
    among: Array.from({ length: members }, (_, m) => `${n}-${m}`.padEnd(letters, 'x')),
  }));

const askedOf = async (these: readonly Watched[], sparing: boolean) => {
  const { reader, asked } = emptyReader();
  const seen = await observeResources(reader, these, { self: 'ada', sparing });
  return { asked, seen: seen.size };
};

const everybody = (ids: number) => ({ asked: [{ ids, members: undefined, actAs: 'alice' }], seen: 0 });

describe('who is asked about', () => {
  it('those alone that are looked for, all at once, where an address has room for them', async () => {
    const { asked, seen } = await askedOf(watched(10, 10), true);
    expect(asked).toEqual([{ ids: 10, members: 100, actAs: undefined }]);
    expect(seen).toBe(10);
  });

  it('everybody, where that takes fewer questions; unless they needn’t be spared', async () => {
    expect(await askedOf(watched(8, 45), true)).toEqual(everybody(8));
    const { asked, seen } = await askedOf(watched(8, 45), false);
    expect(asked).toEqual(Array.from({ length: 4 }, () => ({ ids: 2, members: 90, actAs: undefined })));
    expect(seen).toBe(8);
  });

  it('everybody, where it would take many times the questions, or one record has too many', async () => {
    expect(await askedOf(watched(10, 45), false)).toEqual(everybody(10));
    expect(await askedOf(watched(1, 101), false)).toEqual(everybody(1));
    expect(await askedOf(watched(1, 90, 100), false)).toEqual(everybody(1));
  });

  it('everybody, where one of them is looked at as a whole', async () => {
    const [first, second] = watched(2, 1) as [Watched, Watched];
    const { asked } = await askedOf([first, { ...second, among: undefined }], true);
    expect(asked.map(({ members }) => members).sort()).toEqual([1, undefined]);
  });
});
