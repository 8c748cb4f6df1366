import type { Refusal } from '../planning/refusals/index.ts';
import type { Texts } from '../texts/index.ts';
import type { Names } from './preview/names.ts';

/** Why a row is refused and what would help, in words. */
export function sayRefusal(
  refusal: Refusal,
  names: Names,
  { refusals }: Texts,
): { message: string; hint: string | null } {
  const details = {
    ...refusal,
    ...('teams' in refusal ? { teams: refusal.teams.map((id) => names.team(id)) } : {}),
    ...('recipient' in refusal ? { recipient: names.target({ type: 'member', id: refusal.recipient }) } : {}),
    ...('members' in refusal ? { members: refusal.members.map((id) => names.member(id)) } : {}),
  };
  return (refusals[refusal.reason] as (given: object) => { message: string; hint: string | null })(details);
}
