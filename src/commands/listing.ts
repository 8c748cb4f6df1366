import { Failure } from '../failures/failure.ts';
import type { Asker } from '../reading/asker.ts';
import type { Reading } from './command.ts';

/** Throws `usage` where a list is asked for each owner: that needs something named (A1). */
export function refuseOwners({ acting }: Asker): void {
  if (acting.as === 'owner') throw new Failure('usage', { problem: 'list-for-owners' }, { column: '--as' });
}

/** Whether somebody sees nothing who could act for those who do (A1). */
export const couldActFor = ({ acting, mayActAs }: Asker, found: number): boolean =>
  found === 0 && mayActAs && acting.as === 'self';

/** A page of a list. */
interface Page<Item> {
  readonly items: readonly Item[];
  /** O4: how many there are that can't be seen, told on the last page. */
  readonly hidden?: number | undefined;
}

/** What is done with a list while it is read. */
interface Handling<Item> {
  /** How many items are wanted. */
  readonly limit: number;
  /** An item as JSON has it. */
  readonly json: (item: Item) => unknown;
  /** Told each page, without the items that aren't wanted. */
  readonly look?: (page: Page<Item>) => void;
}

/** A list as far as it was read. */
export interface Listed<Item> {
  /** What is left to be printed: all of it, or nothing where it was printed as it came. */
  readonly items: readonly Item[];
  /** How many there are, printed or not. */
  readonly count: number;
  /** Whether there are more than were wanted. */
  readonly more: boolean;
}

/**
 * Reads a list page by page, as far as it is wanted. Where lists are printed as they come, each page is printed before the
 * next is asked for, none of it is held, and nothing more is asked for once nobody reads. Rejects as reading does; what was
 * printed by then stays printed.
 */
export async function listed<Item>(
  pages: AsyncIterable<Page<Item>>,
  { printing }: Pick<Reading, 'printing'>,
  { limit, json, look }: Handling<Item>,
): Promise<Listed<Item>> {
  const items: Item[] = [];
  let count = 0;
  for await (const page of pages) {
    const wanted = page.items.slice(0, limit - count);
    const more = wanted.length < page.items.length;
    count += wanted.length;
    look?.({ ...page, items: wanted });
    if (!printing) items.push(...wanted);
    const isRead = printing ? await printing(wanted.map(json)) : true;
    if (more || !isRead) return { items, count, more };
  }
  return { items, count, more: false };
}
