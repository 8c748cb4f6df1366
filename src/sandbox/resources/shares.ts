import { removeShare, type Share, setShare } from '../../contract/records.ts';
import { findShare, type RecordRow } from '../access/records.ts';
import type { Sight } from '../access/sight.ts';
import type { Store } from '../database/store.ts';
import { notFound, refused } from '../http/problem.ts';
import { type Call, type Reply, route } from '../http/routing.ts';
import { audit } from '../writing/audit.ts';
import { reachedBy, tellColleague } from '../writing/outbox.ts';
import { findGrantee, type Grantee, granteeOf } from './grantees.ts';
import { isPending, recordToChange, recordVersion, touchRecord } from './lookup.ts';

type Params = { id: string; granteeId: string };
type Change = { access: Share['access']; requireApproval?: boolean | undefined };

/** S2: the owner, or whoever has full access; T14: not while theirs is suspended. */
function checkMayShare(sight: Sight): void {
  if (sight.full) return;
  if (sight.fullSuspended) throw refused('T14', 'whoever a pending transfer suspends may change nothing');
  throw refused('S2', 'only the owner, or a member with full access, changes the shares of a record');
}

/** R4, R5, T14: the shares of a record are added or changed only while it is active and waits for no transfer. */
function checkTakesShares(store: Store, row: RecordRow): void {
  if (row.status === 'deleted') throw refused('R4', 'a deleted record is open to its owner alone');
  if (row.status === 'archived') throw refused('R5', 'the shares of an archived record are not added to or changed');
  if (isPending(store, row.id)) throw refused('T14', 'while a transfer is pending no share is added or changed');
}

/** S8, S4: with whom a record is shared, and of whom approval is required. */
function checkGrantee(row: RecordRow, grantee: Grantee, wanted: Change): void {
  if (grantee.id === row.owner_id) throw refused('S8', 'a record is not shared with its owner');
  if (grantee.type === 'member' && grantee.status !== 'active') {
    throw refused('S8', `a record is shared with active members; this one is ${grantee.status}`);
  }
  if (!wanted.requireApproval) return;
  if (grantee.type === 'team') throw refused('S4', 'approval can’t be required of a team');
  if (wanted.access === 'read') throw refused('S4', 'approval can’t be required with read');
}

/** S9: approval left unsaid keeps what is required; lowering to read drops it. */
const approvalOf = (wanted: Change, before: Share | undefined): boolean =>
  wanted.requireApproval ?? (wanted.access !== 'read' && (before?.requireApproval ?? false));

function set(call: Call<Params, unknown, Change>): Reply<Share> {
  const { store, body: wanted } = call;
  const { row, sight } = recordToChange(call);
  checkMayShare(sight);
  const grantee = findGrantee(store, call.params.granteeId);
  if (!grantee) throw notFound('member or team');
  const before = findShare(store, row.id, grantee.id);
  const requireApproval = approvalOf(wanted, before);
  const same = before?.access === wanted.access && before.requireApproval === requireApproval;
  if (before && same) return { answer: before, version: row.version };
  checkTakesShares(store, row);
  checkGrantee(row, grantee, wanted);
  store.run(
    `INSERT INTO shares (record_id, grantee_id, grantee_type, access, require_approval)
     VALUES (:record, :grantee, :type, :access, :approval)
     ON CONFLICT (record_id, grantee_id) DO UPDATE SET access = :access, require_approval = :approval`,
    {
      record: row.id,
      grantee: grantee.id,
      type: grantee.type,
      access: wanted.access,
      approval: Number(requireApproval),
    },
  );
  const version = touchRecord(store, row);
  const detail = { access: wanted.access, before: before?.access ?? null, requireApproval };
  audit(call, { action: 'share.set', record: row, ...granteeOf(grantee), detail });
  // S5, N1: each active member it reaches, whatever else they have.
  const about = { action: 'share.set', resource: `record:${row.number}` };
  for (const { id, email } of reachedBy(call, grantee.id)) if (id !== row.owner_id) tellColleague(call, email, about);
  return { answer: { grantee, access: wanted.access, requireApproval }, version };
}

function remove(call: Call<Params>): Reply<undefined> {
  const { store, asker } = call;
  const { row, sight } = recordToChange(call);
  const { granteeId } = call.params;
  const share = findShare(store, row.id, granteeId);
  checkMayRemove(sight, granteeId === asker.me.id, share);
  if (!share) throw notFound('share');
  store.run('DELETE FROM shares WHERE record_id = :record AND grantee_id = :granteeId', { record: row.id, granteeId });
  const version = touchRecord(store, row);
  const detail = { before: share.access };
  audit(call, { action: 'share.remove', record: row, ...granteeOf(share.grantee), detail });
  return { version };
}

/** S2, S6: the owner and whoever has full access remove any share, everyone their own. */
function checkMayRemove(sight: Sight, own: boolean, share: Share | undefined): void {
  if (!own) {
    checkMayShare(sight);
    return;
  }
  const mine = sight.ways.find((way) => way.kind === 'share');
  if (mine?.state === 'suspended') throw refused('T14', 'whoever a pending transfer suspends may change nothing');
  if (!share && sight.ways.some((way) => way.kind === 'team')) {
    throw refused('S6', 'what a team gives is left by leaving the team');
  }
}

/** Sharing records: S1 to S9, R4, R5, T14. */
export const shareRoutes = [route(setShare, set, recordVersion), route(removeShare, remove, recordVersion)];
