import type { Team } from '../contract/teams.ts';
import { groupBy } from '../model/collections.ts';
import type { PlannedIntent, PruneIntent, ResolvedIntent } from '../model/intents/index.ts';
import type { Grantee, Id } from '../model/organization.ts';
import type { Resolved } from '../model/references.ts';
import type { FoundSpace } from './new-spaces.ts';
import type { ActorsRecord } from './records.ts';

/** What was found of what a manifest names, with who is in it now. */
interface Known {
  readonly records: readonly ActorsRecord[];
  readonly teams: readonly Team[];
  readonly spaces: readonly FoundSpace[];
}

type Prune = Resolved<PruneIntent>;

/**
 * Takes away whoever else is in a team or a space, or shares a record, where a manifest says that nobody else is to be:
 * for each of them a removal, in the row that said so. Whom any row keeps is kept. Other intents stay as they are.
 */
export function pruned(intents: readonly Resolved<PlannedIntent | PruneIntent>[], known: Known): ResolvedIntent[] {
  const prunes = intents.filter(isPrune);
  const planned = intents.filter((intent): intent is ResolvedIntent => !isPrune(intent));
  const groups = groupBy(prunes, (intent) => `${intent.action} ${targetOf(intent)}`);
  return [...planned, ...[...groups.values()].flatMap((group) => removalsOf(group, known))];
}

const isPrune = (intent: Resolved<PlannedIntent | PruneIntent>): intent is Prune =>
  intent.action.startsWith('onboard.prune-');

function targetOf(intent: Prune): Id {
  if (intent.action === 'onboard.prune-team') return intent.team;
  return intent.action === 'onboard.prune-space' ? intent.space : intent.record;
}

function removalsOf(group: readonly Prune[], known: Known): ResolvedIntent[] {
  const [first] = group as [Prune];
  const kept = new Set(
    group.flatMap(({ keep }) => keep.map((one: Id | Grantee) => (typeof one === 'string' ? one : one.id))),
  );
  const { row, actor } = first;
  const common = { row, actor, desired: true as const };
  if (first.action === 'onboard.prune-team') {
    const { team } = first;
    const inIt = known.teams.find(({ id }) => id === team)?.members ?? [];
    const leaving = new Set(inIt.map(({ id }) => id).filter((id) => !kept.has(id)));
    return [...leaving].map((member) => ({ ...common, action: 'team.remove', team, member }));
  }
  if (first.action === 'onboard.prune-space') {
    const { space } = first;
    const inIt = known.spaces.find(({ id }) => id === space)?.existing?.wire.members ?? [];
    return othersIn(inIt, kept).map((grantee) => ({ ...common, action: 'space.unshare', space, grantee }));
  }
  const { record } = first;
  const shares = known.records.find(({ wire }) => wire.id === record)?.wire.shares ?? [];
  return othersIn(shares, kept).map((grantee) => ({ ...common, action: 'share.remove', record, grantee }));
}

const othersIn = (given: readonly { readonly grantee: Grantee }[], kept: ReadonlySet<Id>): Grantee[] =>
  given.flatMap(({ grantee: { type, id } }) => (kept.has(id) ? [] : [{ type, id }]));
