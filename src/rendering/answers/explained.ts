import type { Level } from '../../model/levels.ts';
import type { Id } from '../../model/organization.ts';
import type { Person, ResourceView, WayIn } from './access-view.ts';

/** A team a resource is shared with. */
export interface TeamView {
  readonly name: string;
  readonly people: number;
  /** Whether the member asked about is in it. */
  readonly holds: boolean;
  readonly level: Level;
}

/** On whose behalf an explanation was asked for, which decides the commands it can suggest. */
export interface AskerView {
  /** Whose rights count. */
  readonly id: Id;
  readonly mayActAs: boolean;
  /** `self`, `owner`, or the e-mail given with `--as`. */
  readonly as: string;
  /** Whether they themselves may change who shares the resource (S2). */
  readonly controls: boolean;
}

/** What somebody reaches of something, and everything an explanation of it rests on. */
export interface Explained {
  readonly member: Person;
  readonly resource: ResourceView;
  readonly level: Level | null;
  readonly paths: readonly WayIn[];
  readonly onceActive: Level | null;
  readonly teams: readonly TeamView[];
  /** Whether ways in that don't work would be seen, if there were any. */
  readonly latentSeen: boolean;
  readonly asker: AskerView;
}

/** A command and what it does; null where psyctl has none for it. */
export interface Remedy {
  readonly command: string | null;
  readonly does: string;
}
