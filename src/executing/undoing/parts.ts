import type { ResolvedIntent } from '../../model/intents/index.ts';
import type { Id } from '../../model/organization.ts';
import { NEW } from '../../model/references.ts';
import type { Snapshot, TransferFate } from '../../model/snapshot.ts';
import { stateAfter } from '../../planning/foretold.ts';
import type { Step } from '../../planning/plan.ts';
import { plan as planOf } from '../../planning/planner.ts';
import { inverseOf } from '../../planning/undoing/inverses.ts';
import type { Told } from '../../planning/undoing/row.ts';
import { undoTransfer } from '../../planning/undoing/transfers.ts';
import type { IdOf } from '../../reading/again.ts';
import type { SoughtTransfer } from '../../reading/transfer-fates.ts';
import type { DoneByRun } from './done.ts';

/** One step of the run: what is to be wanted so that it is undone, and what is told of it besides. */
export interface Part {
  readonly step: Step;
  /** The step's own intent, with the ids of the API. */
  readonly intent: ResolvedIntent;
  readonly inverse: readonly ResolvedIntent[];
  readonly told: readonly Told[];
}

/** What the parts are made of. */
export interface Making {
  readonly before: Snapshot;
  readonly fates: readonly TransferFate[];
  /** Who was invited by the run and is active by now. */
  readonly active: ReadonlySet<Id>;
  /** When the run began, in milliseconds. */
  readonly since: number;
  readonly byRecord: boolean;
}

/** The parts of a run, the last step first: what was done on the ground of something goes before it. */
export function partsOf({ steps, unknown, created }: DoneByRun, making: Making): Part[] {
  const { before, active } = making;
  const intents = steps.map(({ intent }) => intent);
  const effects = [...planOf(intents, before).effects];
  const done = [...steps].reverse().map((step): Part => {
    const intent = translated(step.intent, created.idOf);
    const transfer = undoTransfer(step, { ...making, effects });
    const inverse = inverseOf(step, before).map((one) => onceActive(translated(one, created.idOf), active));
    const wanted = [...inverse, ...transfer.intents].map((one) => likewise(one, step.intent));
    return { step, intent, inverse: wanted, told: [...transfer.told, ...always(step)] };
  });
  const doubtful = unknown.map(
    (step): Part => ({ step, intent: step.intent, inverse: [], told: [told('unknown-outcome')] }),
  );
  return [...doubtful, ...done];
}

/** Wanted as what it undoes was: what a manifest wanted of members and teams, nobody owns, whoever is acted for (A1). */
const likewise = (one: ResolvedIntent, { desired }: ResolvedIntent): ResolvedIntent =>
  desired === undefined ? one : { ...one, desired };

/** The organization as a run left it, with the ids of its plan. */
export const leftBy = ({ steps }: DoneByRun, before: Snapshot) => stateAfter(steps, before);

/** What has to be known of transfers before a run can be undone. */
export const soughtFor = (steps: readonly Step[]): SoughtTransfer[] =>
  steps.flatMap(({ intent, target }): SoughtTransfer[] => {
    if (!intent.action.startsWith('transfer.')) return [];
    const { actor } = intent;
    if (intent.action === 'transfer.send-hidden') return [{ by: 'from', id: intent.from, actor }];
    return [
      { by: 'record', id: target.id, actor },
      ...('transfer' in intent ? [{ by: 'id' as const, id: intent.transfer, actor }] : []),
    ];
  });

const told = (reason: 'unknown-outcome' | 'space-stays' | 'only-wrote'): Told => ({
  why: { reason },
  who: null,
  wish: null,
});

/** What no want of anybody undoes. */
function always({ intent, target }: Step): Told[] {
  if (intent.action === 'space.create') return [told('space-stays')];
  return intent.action === 'member.invite' && intent.member === target.id && !intent.member.startsWith(NEW)
    ? [told('only-wrote')]
    : [];
}

/** O12: an invitation that was accepted meanwhile can't be cancelled; their access is revoked. */
function onceActive(intent: ResolvedIntent, active: ReadonlySet<Id>): ResolvedIntent {
  return intent.action === 'member.cancel-invitation' && active.has(intent.member)
    ? { ...intent, action: 'member.revoke' }
    : intent;
}

/** What somebody typed: never an id. */
const TYPED: ReadonlySet<string> = new Set(['name', 'email']);

/** An intent with the ids of the API where it has those of the plan. */
export function translated(intent: ResolvedIntent, idOf: IdOf): ResolvedIntent {
  const fields = Object.entries(intent).map(([field, value]) => [
    field,
    TYPED.has(field) ? value : translatedValue(value, idOf),
  ]);
  return Object.fromEntries(fields) as ResolvedIntent;
}

function translatedValue(value: unknown, idOf: IdOf): unknown {
  if (typeof value === 'string') return idOf(value);
  if (Array.isArray(value)) return value.map((one) => translatedValue(one, idOf));
  if (typeof value === 'object' && value !== null && 'id' in value) return { ...value, id: idOf(String(value.id)) };
  return value;
}
