import { Failure } from '../failures/failure.ts';

/** So many one after the other are no coincidence. */
const MOST_IN_A_ROW = 20;
/** Nor is it when so many of the last hundred failed. */
const OF_LAST = 100;
const MOST_OF_LAST = 50;

/** Watches how many rows fail, so that a run pauses instead of burning through all that is left. */
export class FailureRate {
  private inARow = 0;
  private readonly last: boolean[] = [];
  private failed = 0;

  /** Takes one more outcome; gives why the run should pause now, or null. */
  failureAfter(well: boolean): Failure | null {
    this.inARow = well ? 0 : this.inARow + 1;
    this.last.push(well);
    if (!well) this.failed += 1;
    if (this.last.length > OF_LAST && this.last.shift() === false) this.failed -= 1;
    if (this.inARow >= MOST_IN_A_ROW) return new Failure('too-many-failures', { inARow: this.inARow, ofLast: null });
    const ofLast = { failed: this.failed, of: this.last.length };
    const many = ofLast.of === OF_LAST && ofLast.failed >= MOST_OF_LAST;
    return many ? new Failure('too-many-failures', { inARow: null, ofLast }) : null;
  }
}
