import type { ResolvedIntent } from '../model/intents/index.ts';
import type { Id } from '../model/organization.ts';
import type { Step } from '../planning/plan.ts';
import { isOpen } from './outcomes.ts';
import type { RowOutcome } from './report.ts';

/**
 * The teams of which it isn't settled who is in them, as the plan showed it: somebody who was to leave may still be there,
 * or somebody who is to come will once the run is resumed. Whatever such a team is given meanwhile would open itself to
 * somebody whom nobody was shown, or be told to others than was shown (O7, N1).
 */
export class Unsettled {
  private readonly teams = new Set<Id>();

  /** Takes down how a step ended, where it was about who is in a team. */
  note(outcome: RowOutcome): void {
    const { step, status } = outcome;
    if (status === 'done' || status === 'unchanged') return;
    const { joined, left } = changedBy(step.intent);
    const unsettled = isOpen(outcome) ? [...joined, ...left] : left;
    for (const team of unsettled) this.teams.add(team);
  }

  /** Whether a step gives something to such a team. */
  holdsBack({ intent }: Step): boolean {
    const isGiving = intent.action === 'share.set' || intent.action === 'space.share';
    return isGiving && intent.grantee.type === 'team' && this.teams.has(intent.grantee.id);
  }
}

/** The teams somebody comes into, and those somebody leaves, by what is wanted. */
function changedBy(intent: ResolvedIntent): { readonly joined: readonly Id[]; readonly left: readonly Id[] } {
  switch (intent.action) {
    case 'team.add':
      return { joined: [intent.team], left: [] };
    case 'team.remove':
      return { joined: [], left: [intent.team] };
    case 'member.invite':
      return { joined: intent.teams, left: [] };
    default:
      return { joined: [], left: [] };
  }
}
