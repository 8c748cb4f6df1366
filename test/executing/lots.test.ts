import { describe, expect, it } from 'vitest';
import { inLots } from '../../src/executing/lots.ts';

const things = Array.from({ length: 10 }, (_, n) => n);

/** Keeps the lots that are written, in their order. */
function writing(size: number, fails = false) {
  const lots: (readonly number[])[] = [];
  const written = inLots(things, size, async (lot) => {
    lots.push(lot);
    if (fails) throw new Error('disk full');
  });
  return { lots, written };
}

describe('what is written down in lots', () => {
  it('is written before it is needed, once, and no lot before one of its things is asked for', async () => {
    const { lots, written } = writing(4);
    for (const thing of things) {
      await written(thing);
      expect(lots.flat()).toContain(thing);
      expect(lots).toHaveLength(Math.floor(thing / 4) + 1);
    }
    expect(lots.flat()).toEqual(things);
  });

  it('is all there whatever the order it is asked for in', async () => {
    const { lots, written } = writing(4);
    await written(9);
    expect(lots.flat()).toEqual(things);
    for (const thing of [2, 0, 5]) await written(thing);
    expect(lots).toHaveLength(3);
  });

  it('is waited for by each of its lot', async () => {
    let end = () => {};
    const disk = new Promise<void>((resolve) => {
      end = resolve;
    });
    const written = inLots(things, 4, () => disk);
    const waiting = Promise.all([written(0), written(3)]).then(() => 'written');
    expect(await Promise.race([waiting, Promise.resolve('waiting')])).toBe('waiting');
    end();
    expect(await waiting).toBe('written');
  });

  it('that can’t be written is said to whoever asks for one of its things, and to nobody else', async () => {
    const { lots, written } = writing(4, true);
    await expect(written(5)).rejects.toThrow('disk full');
    await expect(written(0)).rejects.toThrow('disk full');
    expect(lots).toHaveLength(2);
  });

  it('is never taken as written where it was not: what nobody foretold is written by itself', async () => {
    const { lots, written } = writing(4);
    await written(77);
    expect(lots.at(-1)).toEqual([77]);
  });
});
