import { listed, type Parameters } from '../database/store.ts';
import type { Key } from '../http/paging.ts';

/** Conditions of a query as they are gathered, with their parameters. */
export class Filters {
  private readonly conditions: string[] = ['1'];
  readonly parameters: Parameters = {};

  /** A condition that always holds. */
  where(condition: string, parameters: Parameters = {}): this {
    this.conditions.push(condition);
    Object.assign(this.parameters, parameters);
    return this;
  }

  /** Any of the values, where the filter was given; `condition` uses `(:name)` as the list. */
  anyOf(name: string, values: readonly string[] | undefined, condition: (list: string) => string): this {
    if (!values) return this;
    return this.where(condition(`(SELECT value FROM json_each(:${name}))`), { [name]: listed(values) });
  }

  /** Only what comes after the last item of the page before. */
  after(column: string, key: Key | undefined): this {
    return key === undefined ? this : this.where(`${column} > :after`, { after: key });
  }

  /** The conditions, for after WHERE. */
  get sql(): string {
    return this.conditions.join(' AND ');
  }
}
