import type { Changer, Reader, Retry } from '../../api/index.ts';
import type { Service } from '../../contract/organization.ts';
import type { Report } from '../../executing/report.ts';
import type { RunStore } from '../../executing/run/store.ts';
import type { Failure } from '../../failures/failure.ts';
import type { Scene } from '../../rendering/scene.ts';
import type { ChangeOptions, Options } from '../options.ts';

/** How far the rows that are being sent have come. */
export interface Standing {
  outcome(failed: boolean): void;
  /** Told of a pause of all that is sent. */
  pause(pause: Pause): void;
  stop(): void;
}

/** A pause of all that is sent, and what it was asked for with: a status, or the code of what happened. */
export interface Pause {
  readonly ms: number;
  readonly cause: number | string;
}

/** What a change shows on its way, and what it asks. */
export interface Showing {
  /** Before anything is sent. */
  preview(scene: Scene): Promise<void>;
  /** At the end, whatever the end is; the report is null where nothing was sent. */
  ending(scene: Scene, report: Report | null, why: Failure | null): Promise<void>;
  /** Says on the side where a plan was written to, that a run begins again, or that nothing is left of it to do. */
  aside(say: 'plan-written' | 'resuming' | 'finished', what: string): Promise<void>;
  /** Says on the side which rows of a plan are left out, and why. */
  leftOut(why: Failure): Promise<void>;
  /** Whether somebody can be asked, and their answer. */
  readonly canAsk: boolean;
  consent(steps: number): Promise<boolean>;
  /** Whether somebody agrees to have so many items, or more that can't be counted, destroyed for good: typed, not a key. */
  consentToDeletion(items: number, unknown: boolean): Promise<boolean>;
  /** Told of each row that has an outcome. */
  progress(total: number): Standing;
}

/** What a change is carried out with. A dry run has no client that could change anything (law 5). */
export interface Carrying {
  readonly reader: Reader;
  readonly changer: Changer | null;
  /** Told what the API offers, so that requests go in batches where it takes them. */
  announced(capabilities: Service['capabilities']): void;
  /** Whom to tell of pauses from now on. */
  onPause(listener: (pause: Pause) => void): void;
  /** Whom to tell from now on of each attempt at reading after which another is made. */
  onRetry(listener: (retry: Retry) => void): void;
  readonly host: string;
  /** The version of psyctl. */
  readonly version: string;
  readonly runs: RunStore;
  readonly options: Options;
  readonly change: ChangeOptions;
  readonly showing: Showing;
  /** Aborted when psyctl is asked to stop; the reason is the failure it ends with. */
  readonly signal: AbortSignal;
}
