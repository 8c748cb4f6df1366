/** One of the things to choose from. */
export interface Choice {
  readonly value: string;
  /** How the list shows it: one line. */
  readonly label: string;
  /** How it is called once it is chosen; its value unless said. */
  readonly short?: string;
}

/** A list that is read as far as somebody has come in it. */
export class Pages {
  private readonly pages: AsyncIterator<readonly Choice[]>;
  private items: readonly Choice[] = [];
  private over = false;
  private wanted = 0;
  private reading: Promise<void> | null = null;

  /** `onChange` is told what there is, and whether more of it is being read. */
  constructor(
    pages: AsyncIterable<readonly Choice[]>,
    private readonly onChange: (items: readonly Choice[], reading: boolean) => void,
  ) {
    this.pages = pages[Symbol.asyncIterator]();
  }

  /** Reads on until there are as many, or no more. Rejects with what reading rejects with. */
  async upTo(count: number): Promise<void> {
    this.wanted = Math.max(this.wanted, count);
    // Not within `read`: what is there already is read at once, before the promise is kept.
    this.reading ??= this.read().finally(() => {
      this.reading = null;
    });
    await this.reading;
  }

  private async read(): Promise<void> {
    while (!this.over && this.items.length < this.wanted) {
      this.onChange(this.items, true);
      const next = await this.pages.next();
      if (next.done) this.over = true;
      else this.items = [...this.items, ...next.value];
    }
    this.onChange(this.items, false);
  }
}
