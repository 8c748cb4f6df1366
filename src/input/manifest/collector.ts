import type * as z from 'zod';
import { Failure, Failures } from '../../failures/failure.ts';
import type { Place } from '../../model/references.ts';
import type { Path, Source } from './yaml.ts';

/** What may be one thing or a list of them, or be left out. */
export type OneOrMany<Item> = Item | Item[] | undefined;

/** Something, and where it is. */
export interface At<Item> {
  readonly item: Item;
  readonly path: Path;
}

/** The items of a list, or the only one there is, each with where it is. */
export function spread<Item>(held: OneOrMany<Item>, path: Path): At<Item>[] {
  if (held === undefined) return [];
  return Array.isArray(held) ? held.map((item, index) => ({ item, path: [...path, index] })) : [{ item: held, path }];
}

/** Reads values out of a document and keeps what is wrong with them, so that all of it is told together. */
export class Collector {
  constructor(
    private readonly source: Source,
    readonly failures: Failure[],
  ) {}

  place(path: Path): Place {
    return this.source.place(path);
  }

  /** The items of a section that have the right shape; what is wrong with the others is told by `issues.ts`. */
  fitting<Item extends z.ZodType>(item: Item, section: string): At<z.infer<Item>>[] {
    const held = (this.source.data as Record<string, unknown> | null)?.[section];
    return spread((held ?? undefined) as OneOrMany<unknown>, [section]).flatMap(({ item: value, path }) => {
      const checked = item.safeParse(value);
      return checked.success ? [{ item: checked.data, path }] : [];
    });
  }

  /** What something comes to; null where it failed, which is kept. */
  attempt<Value>(act: () => Value): Value | null {
    try {
      return act();
    } catch (error) {
      if (error instanceof Failures) this.failures.push(...error.failures);
      else if (error instanceof Failure) this.failures.push(error);
      else throw error;
      return null;
    }
  }

  /** Every text of a list, or the only one there is, made into something; those that can't be are left out. */
  each<Value>(texts: OneOrMany<string>, path: Path, make: (text: string, place: Place) => Value): Value[] {
    return spread(texts, path).flatMap(({ item, path: at }) => {
      const value = this.attempt(() => make(item, this.place(at)));
      return value === null ? [] : [value];
    });
  }
}
