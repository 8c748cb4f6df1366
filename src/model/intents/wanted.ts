/** What every intent says beside what it wants. */
export interface Wanted {
  /** The row somebody said it in: the line of the file, or the number of the argument. */
  readonly row: number;
  /**
   * Whether it is part of the desired state of a school: then it waits for somebody to accept their invitation where
   * otherwise it would be refused (S8), and `--as owner` bears on it only if it is about a record or a space.
   */
  readonly desired?: true;
}
