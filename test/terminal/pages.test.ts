import { expect, it } from 'vitest';
import { Pages } from '../../src/terminal/pages.ts';

async function* numbered(read: number[]) {
  for (let page = 0; page < 3; page += 1) {
    read.push(page);
    yield ['a', 'b'].map((letter) => ({ value: `${letter}${page}`, label: letter }));
  }
}

it('a list is read as far as somebody comes in it, and no further', async () => {
  const read: number[] = [];
  let there = 0;
  const pages = new Pages(numbered(read), (items) => {
    there = items.length;
  });
  await pages.upTo(1);
  expect([read, there]).toEqual([[0], 2]);
  // What is there already is read without a page.
  await pages.upTo(2);
  await pages.upTo(3);
  expect([read, there]).toEqual([[0, 1], 4]);
  await pages.upTo(99);
  expect([read, there]).toEqual([[0, 1, 2], 6]);
});
