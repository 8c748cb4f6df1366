import { listed } from '../database/store.ts';
import type { Call } from '../http/routing.ts';

/** What a message is about: the action, and the resource as `record:NUMBER` or `space:ID`. */
export interface About {
  action: string;
  resource: string | null;
}

/** One message of each of some kinds, all in one statement. */
const MESSAGES = `INSERT INTO outbox (kind, recipient, audience, action, resource, at)
  SELECT value, :to, :audience, :action, :resource, :at FROM json_each(:kinds)`;

/** Sends a colleague one e-mail and one notification, or one of them (N). */
export function tellColleague(
  call: Pick<Call, 'store' | 'now'>,
  email: string,
  about: About,
  kinds: readonly ('email' | 'notification')[] = ['email', 'notification'],
): void {
  call.store.run(MESSAGES, { kinds: listed(kinds), to: email, audience: 'colleague', ...about, at: call.now });
}

/** Sends a client one e-mail; the sandbox knows none of their addresses (T9). */
export function tellClient(call: Pick<Call, 'store' | 'now'>, about: About): void {
  call.store.run(MESSAGES, { kinds: listed(['email']), to: null, audience: 'client', ...about, at: call.now });
}

/**
 * The active members a grantee stands for, never the one who acts (N): the member, or those of the team.
 */
export function reachedBy(call: Pick<Call, 'store' | 'asker'>, granteeId: string): { id: string; email: string }[] {
  if (granteeId === call.asker.me.id) return [];
  return call.store.all<{ id: string; email: string }>(
    `SELECT m.id, m.email FROM members m WHERE m.status = 'active' AND m.id <> :me
       AND (m.id = :granteeId OR m.id IN (SELECT member_id FROM team_members WHERE team_id = :granteeId))`,
    { me: call.asker.me.id, granteeId },
  );
}
