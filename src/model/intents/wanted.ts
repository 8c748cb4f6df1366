/** What every intent says beside what it wants. */
export interface Wanted {
  /** The row somebody said it in: the line of the file, or the number of the argument. */
  readonly row: number;
  /** Whether it may wait for somebody to accept their invitation, where otherwise it would be refused (S8). */
  readonly patient?: true;
}
