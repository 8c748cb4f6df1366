import { Failure } from '../../failures/failure.ts';
import type { Directory } from '../../model/directory.ts';
import type { ResolvedIntent } from '../../model/intents/index.ts';
import type { LeftOut } from '../../model/left-out.ts';
import type { Member } from '../../model/organization.ts';
import { NEW } from '../../model/references.ts';
import type { SeenRecord, SeenSpace, Snapshot } from '../../model/snapshot.ts';
import type { Plan } from '../../planning/plan.ts';
import type { UndoRow } from '../../planning/undoing/row.ts';
import { decoded, encoded } from './coding.ts';
import type { Cells, Origin, Outline, SavedPlan } from './plan.ts';
import { printsOf } from './prints.ts';

/** The version of what is written below: another one is refused. */
const VERSION = 1;

/** A plan as it is kept, with the fingerprint of all that it rests on. */
export interface KeptPlan extends SavedPlan {
  /** What things are called, as far as a file may know: numbers, e-mails, names of teams. Never a person's name, never a title. */
  readonly directory: Directory;
  /** By `groundKey`. */
  readonly prints: ReadonlyMap<string, string | null>;
}

/** What a plan is kept of. */
export interface Keeping extends Omit<SavedPlan, 'rows'> {
  /** By row; gone through once. */
  readonly rows: Iterable<readonly [number, Cells]>;
  readonly directory: Directory;
  readonly plan: Plan;
}

type Entries = Iterable<readonly [unknown, unknown]>;

/**
 * A plan as lines of text, one thing a line, so that a plan of a hundred thousand rows is never one piece. Holds ids, hashes,
 * numbers and e-mails; of names only those of teams, and what somebody typed that must be sent.
 */
export function* linesOf({
  origin,
  outline,
  intents,
  leftOut,
  snapshot,
  rows,
  directory,
  plan,
  undo = [],
}: Keeping): Generator<string> {
  yield line('plan', VERSION, origin);
  yield line('outline', outline);
  for (const intent of intents) yield line('intent', intent);
  for (const left of leftOut) yield line('left-out', left);
  for (const row of undo) yield line('undo', row);
  yield* entries('rows', rows);
  for (const [name, map] of mapsOf(snapshot)) yield* entries(name, map);
  yield line('rest', restOf(snapshot));
  yield* entries('directory.members', keptMembers(directory));
  yield* entries('directory.teams', directory.teams);
  yield* entries('directory.records', keptRecords(directory));
  yield* entries('directory.spaces', keptSpaces(directory));
  yield* entries('prints', printsOf(plan.steps, snapshot));
}

const line = (tag: string, ...values: readonly unknown[]): string => encoded([tag, ...values]);

function* entries(name: string, map: Entries): Generator<string> {
  for (const [key, value] of map) yield line('entry', name, key, value);
}

/** The maps of a snapshot; what stands in two of them is written once. */
const mapsOf = (snapshot: Snapshot): readonly (readonly [string, Entries])[] => {
  const { state } = snapshot;
  return [
    ['state.members', [...state.members].map(([id, member]) => [id, { ...member, name: '' } satisfies Member])],
    ['state.teams', state.teams],
    ['state.records', state.records],
    ['state.spaces', state.spaces],
    ['reach.members', state.reach.members],
    ['reach.teams', state.reach.teams],
    ['seen', withoutDetails(snapshot.seen)],
    ['spaces', withoutDetails(snapshot.spaces)],
    ['transfers', snapshot.transfers],
    ['profiles', snapshot.profiles],
    ['etags', snapshot.etags],
    ['reaching', snapshot.reaching],
    ['invitations', snapshot.people.invitations],
    ['hanging', snapshot.people.hanging],
  ];
};

function* withoutDetails(map: ReadonlyMap<string, SeenRecord | SeenSpace>): Generator<[string, unknown]> {
  for (const [id, { details, ...seen }] of map) yield [id, { ...seen, detailed: details !== null }];
}

const restOf = ({ seats, kind, hasSchools, administrators, couldActAs }: Snapshot) => ({
  seats,
  kind,
  hasSchools,
  administrators,
  couldActAs,
});

function* keptMembers({ members }: Directory): Generator<[string, unknown]> {
  for (const [id, { email, status }] of members) yield [id, { email, name: email, status }];
}

function* keptRecords({ records }: Directory): Generator<[string, unknown]> {
  for (const [id, { number }] of records) yield [id, { number, title: null }];
}

/** Of a space's name only what somebody typed for one yet to be made: a multi-space is called as its pupil is. */
function* keptSpaces({ spaces }: Directory): Generator<[string, unknown]> {
  for (const [id, { kind, profile, label }] of spaces) {
    const typed = id.startsWith(NEW) && profile === null;
    yield [id, { kind, profile, label: typed ? label : null }];
  }
}

/** Puts a plan together again from its lines. Throws `plan-version` or `plan-damaged`, with the number of the line. */
export class LineReader {
  private origin: Origin | null = null;
  private outline: Outline | null = null;
  private rest: ReturnType<typeof restOf> | null = null;
  private readonly intents: ResolvedIntent[] = [];
  private readonly leftOut: LeftOut[] = [];
  private readonly undo: UndoRow[] = [];
  private readonly maps = new Map<string, Map<unknown, unknown>>();
  private row = 0;

  constructor(private readonly file: string) {}

  /** Takes one more line. */
  take(text: string): void {
    this.row += 1;
    const [tag, ...values] = this.parsed(text);
    if (this.row === 1) this.begin(tag, values);
    else if (tag === 'outline') this.outline = values[0] as Outline;
    else if (tag === 'intent') this.intents.push(values[0] as ResolvedIntent);
    else if (tag === 'left-out') this.leftOut.push(values[0] as LeftOut);
    else if (tag === 'undo') this.undo.push(values[0] as UndoRow);
    else if (tag === 'rest') this.rest = values[0] as ReturnType<typeof restOf>;
    else if (tag === 'entry') this.map(String(values[0])).set(values[1], values[2]);
    else throw this.damaged();
  }

  /** The whole plan. */
  end(): KeptPlan {
    const { origin, outline, intents, leftOut, rest, undo } = this;
    if (!origin || !outline || !rest) throw this.damaged();
    const map = <V>(name: string) => this.map(name) as Map<string, V>;
    const records: Snapshot['state']['records'] = map('state.records');
    const spaces: Snapshot['state']['spaces'] = map('state.spaces');
    return {
      origin,
      outline,
      intents,
      leftOut,
      ...(origin.undoes === undefined ? {} : { undo }),
      rows: this.map('rows') as Map<number, Cells>,
      snapshot: {
        ...rest,
        state: {
          members: map('state.members'),
          teams: map('state.teams'),
          records,
          spaces,
          reach: { members: map('reach.members'), teams: map('reach.teams') },
        },
        seen: withDetails<SeenRecord>(map('seen'), records),
        spaces: withDetails<SeenSpace>(map('spaces'), spaces),
        transfers: map('transfers'),
        profiles: map('profiles'),
        etags: map('etags'),
        reaching: map('reaching'),
        people: { invitations: map('invitations'), hanging: map('hanging') },
      },
      directory: {
        members: map('directory.members'),
        teams: map('directory.teams'),
        records: map('directory.records'),
        spaces: map('directory.spaces'),
      },
      prints: map('prints'),
    };
  }

  private begin(tag: unknown, [version, origin]: readonly unknown[]): void {
    if (tag !== 'plan') throw this.damaged();
    if (version !== VERSION) throw new Failure('plan-version', {}, { file: this.file });
    this.origin = origin as Origin;
  }

  private parsed(text: string): readonly unknown[] {
    try {
      const value = decoded(text);
      if (Array.isArray(value)) return value;
    } catch {
      // Said below, with its place.
    }
    throw this.damaged();
  }

  private map(name: string): Map<unknown, unknown> {
    const known = this.maps.get(name) ?? new Map();
    this.maps.set(name, known);
    return known;
  }

  private damaged(): Failure {
    return new Failure('plan-damaged', {}, { file: this.file, row: this.row });
  }
}

function withDetails<Seen extends SeenRecord | SeenSpace>(
  seen: ReadonlyMap<string, Omit<Seen, 'details'> & { readonly detailed: boolean }>,
  details: ReadonlyMap<string, NonNullable<Seen['details']>>,
): Map<string, Seen> {
  const whole = [...seen].map(([id, { detailed, ...rest }]): [string, Seen] => [
    id,
    { ...rest, details: detailed ? (details.get(id) ?? null) : null } as unknown as Seen,
  ]);
  return new Map(whole);
}
