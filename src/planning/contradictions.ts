import { Failure } from '../failures/failure.ts';
import type { Grantee } from '../model/organization.ts';
import { NEW } from '../model/references.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Claim } from './action.ts';
import { actionOf, isRefusal, type Judged } from './judge.ts';
import type { Step } from './plan.ts';

/** What the rows of a plan claim: those that repeat another, and those that contradict one. */
export interface Claims {
  readonly repeats: ReadonlySet<Step>;
  readonly contradictions: readonly Failure<'contradiction'>[];
}

/** Compares what each row wants with the rows before it (law 8): naming both rows of a contradiction. */
export function claimsOf(judged: readonly Judged[], snapshot: Snapshot): Claims {
  const first = new Map<string, Claimed>();
  const repeats = new Set<Step>();
  const contradictions: Failure<'contradiction'>[] = [];
  for (const { step, seen } of judged) {
    if (isRefusal(seen)) continue;
    const claims = [actionOf(step.intent).claim(step.intent as never, seen)].flat();
    const earlier = contradictedBy(claims, first);
    if (earlier) contradictions.push(contradiction(earlier, step, snapshot));
    else if (claims.every(({ key }) => isDecided(first.get(key)))) repeats.add(step);
    else decide(claims, step, first);
  }
  return { repeats, contradictions };
}

/** What was claimed first of something. */
interface Claimed {
  readonly step: Step;
  readonly wants: string;
}

/** The earlier step that wants something else of the same, if any does. */
const contradictedBy = (claims: readonly Claim[], first: ReadonlyMap<string, Claimed>): Step | undefined =>
  claims.flatMap(({ key, wants }) => {
    const earlier = first.get(key);
    return earlier && earlier.wants !== wants ? [earlier.step] : [];
  })[0];

/** Another actor's row may be allowed where the first is refused: it isn't done yet, then. */
function decide(claims: readonly Claim[], step: Step, first: Map<string, Claimed>): void {
  for (const { key, wants } of claims) if (!isDecided(first.get(key))) first.set(key, { step, wants });
}

const isDecided = (claimed: Claimed | undefined): boolean => claimed !== undefined && claimed.step.status !== 'refused';

function contradiction(one: Step, other: Step, snapshot: Snapshot): Failure<'contradiction'> {
  const target = targetOf(other, snapshot);
  const subject = nameOf(other.subject, snapshot);
  return new Failure('contradiction', { rows: [one.row, other.row], target, subject }, { row: other.row });
}

function targetOf({ target }: Step, { seen, state }: Snapshot): string {
  const { id } = target;
  if (target.type === 'record') return seen.get(id)?.number ?? id;
  if (target.type === 'team') return `team:${state.teams.get(id)?.name ?? id.replace(NEW, '')}`;
  return target.type === 'member' ? (state.members.get(id)?.email ?? id.replace(NEW, '')) : id;
}

function nameOf(grantee: Grantee | null, { state }: Snapshot): string {
  if (!grantee) return '';
  if (grantee.type === 'team') return `team:${state.teams.get(grantee.id)?.name ?? grantee.id}`;
  return state.members.get(grantee.id)?.email ?? grantee.id;
}
