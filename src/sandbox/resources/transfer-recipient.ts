import type { Store } from '../database/store.ts';
import { notFound, refused } from '../http/problem.ts';
import { findMember, type MemberRow } from './member-rows.ts';

/**
 * T2: the recipient of a transfer is an active practitioner other than the owner; a coordinator who is one may be
 * their own.
 */
export function recipientOf(store: Store, id: string, ownerId: string): MemberRow {
  const recipient = findMember(store, id);
  if (!recipient) throw notFound('member');
  if (recipient.id === ownerId) throw refused('T2', 'a record is not transferred to its owner');
  if (recipient.status !== 'active') {
    throw refused('T2', `a record is transferred to an active member; this one is ${recipient.status}`);
  }
  if (!isPractitioner(store, id)) throw refused('T2', 'a record is transferred to a practitioner');
  return recipient;
}

const isPractitioner = (store: Store, memberId: string): boolean =>
  store.get(`SELECT role FROM member_roles WHERE member_id = :memberId AND role = 'practitioner'`, { memberId }) !==
  undefined;
