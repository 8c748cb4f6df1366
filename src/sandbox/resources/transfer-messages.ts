import type { Call } from '../http/routing.ts';
import { type About, reachedBy, tellColleague } from '../writing/outbox.ts';

/** One notification to a member; none to whoever acts, or isn't active (N3). */
export function notify(call: Pick<Call, 'store' | 'asker' | 'now'>, memberId: string, about: About): void {
  for (const { email } of reachedBy(call, memberId)) tellColleague(call, email, about, ['notification']);
}

/** N3: sent or reassigned, one e-mail and one notification to the new recipient, one notification to the owner. */
export function tellSent(
  call: Pick<Call, 'store' | 'asker' | 'now'>,
  parties: { owner: string; to: string },
  about: About,
): void {
  for (const { email } of reachedBy(call, parties.to)) tellColleague(call, email, about);
  notify(call, parties.owner, about);
}
