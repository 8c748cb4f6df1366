import type { AuditEntry } from '../../contract/audit.ts';
import type { Call } from '../http/routing.ts';

/** What something was done to; never a title, never a pupil's name. */
export interface Done {
  action: string;
  record?: { id: string; number: string };
  space?: { id: string };
  member?: { id: string; email: string };
  team?: { id: string; name: string };
  detail?: AuditEntry['detail'];
}

/** Takes down who did what, acting for whom, why (A1, A4). */
export function audit(call: Pick<Call, 'store' | 'asker' | 'now'>, done: Done): void {
  const { holder, me, acting, reason } = call.asker;
  call.store.run(
    `INSERT INTO audit (at, actor_id, actor_email, acting_for_id, acting_for_email, reason, action, record_id,
       record_number, space_id, member_id, member_email, team_id, team_name, detail)
     VALUES (:at, :actor, :actorEmail, :actingFor, :actingForEmail, :reason, :action, :record, :number, :space,
       :member, :memberEmail, :team, :teamName, :detail)`,
    {
      at: call.now,
      actor: holder.id,
      actorEmail: holder.email,
      actingFor: acting ? me.id : null,
      actingForEmail: acting ? me.email : null,
      reason,
      action: done.action,
      record: done.record?.id ?? null,
      number: done.record?.number ?? null,
      space: done.space?.id ?? null,
      member: done.member?.id ?? null,
      memberEmail: done.member?.email ?? null,
      team: done.team?.id ?? null,
      teamName: done.team?.name ?? null,
      detail: JSON.stringify(done.detail ?? {}),
    },
  );
}
