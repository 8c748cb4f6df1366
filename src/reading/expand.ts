import type { Reader } from '../api/index.ts';
import { listRecords, type Record as WireRecord } from '../contract/records.ts';
import { listTransfers } from '../contract/transfers.ts';
import type { Directory } from '../model/directory.ts';
import type { Intent, PlannedIntent, PruneIntent } from '../model/intents/index.ts';
import type { SendAll, SendHidden, SendTransfer } from '../model/intents/transfers.ts';
import type { LeftOut } from '../model/left-out.ts';
import type { Id } from '../model/organization.ts';
import type { Asker } from './asker.ts';
import { resolveMembers } from './members.ts';
import { spacesOfSchool } from './school-spaces.ts';
import { all } from './take.ts';

/** What some intents come to once those that stand for many changes have been made into each of them. */
export interface Expanded {
  readonly intents: readonly (PlannedIntent | PruneIntent)[];
  readonly leftOut: readonly LeftOut[];
  /** What the records that are left out are called. */
  readonly records: Directory['records'];
}

/**
 * Makes a `SendTransfer` of each record that a `SendAll` takes, and one `SendHidden` of those a coordinator can't see
 * (A3); says which it can't take, and why (T1, T3). Makes the spaces of a school's profiles of what a manifest says of all
 * of them. Other intents stay as they are. Reads the member's records by the
 * page, never one by one.
 */
export async function expand(reader: Reader, asker: Asker, intents: readonly Intent[]): Promise<Expanded> {
  const planned: (PlannedIntent | PruneIntent)[] = [];
  const leftOut: LeftOut[] = [];
  const records: [Id, { number: string; title: string | null }][] = [];
  for (const intent of intents) {
    if (intent.action === 'onboard.spaces') {
      planned.push(...(await spacesOfSchool(reader, asker, intent)));
      continue;
    }
    if (intent.action !== 'transfer.send-all') {
      planned.push(intent);
      continue;
    }
    const all = await allFrom(reader, asker, intent);
    planned.push(...all.intents);
    leftOut.push(...all.leftOut);
    for (const { id, number, title } of all.records) records.push([id, { number, title: title ?? null }]);
  }
  return { intents: planned, leftOut, records: new Map(records) };
}

interface All {
  readonly intents: readonly PlannedIntent[];
  readonly leftOut: readonly LeftOut[];
  readonly records: readonly WireRecord[];
}

/** A page of records by owner; `hidden` is there for coordinators alone. */
interface Listed {
  readonly records: readonly WireRecord[];
  readonly hidden: number | null;
}

async function allFrom(reader: Reader, asker: Asker, intent: SendAll): Promise<All> {
  const member = (await resolveMembers(reader, [intent.from])).get(intent.from.text.toLowerCase());
  const from = member?.id ?? '';
  const actor = actorOf(asker, from);
  // A1: nobody can act for somebody who isn't active; whoever may not at all gets told so too (T1).
  if (actor === from && member?.status !== 'active') return nothing(intent);
  const as = actor === asker.me.id ? {} : { actAs: actor };
  const [active, others] = await Promise.all([
    list(reader, from, ['active'], as),
    list(reader, from, ['archived', 'deleted'], as),
  ]);
  if (actor !== from && active.hidden === null) return nothing(intent);
  const pending = active.hidden ? await pendingAmongHidden(reader, from, active.records, as) : 0;
  const hidden = { active: (active.hidden ?? 0) - pending, pending, archived: others.hidden ?? 0 };
  return sorted(intent, actor === from, [...active.records, ...others.records], hidden);
}

/** T16: under `--as owner` they themself send, as owner. */
function actorOf({ me, acting }: Asker, from: Id): Id {
  if (acting.as === 'owner') return from;
  return acting.as === 'member' ? acting.id : (me.actingAs?.id ?? me.id);
}

const nothing = (intent: SendAll): All => ({ intents: [hiddenOf(intent, 0)], leftOut: [], records: [] });

async function list(
  reader: Reader,
  owner: Id,
  status: ('active' | 'archived' | 'deleted')[],
  as: { actAs?: Id },
): Promise<Listed> {
  const records: WireRecord[] = [];
  let hidden: number | null = null;
  for await (const page of reader.pages(listRecords, { query: { owner: [owner], status }, ...as })) {
    records.push(...page.items);
    hidden = page.hidden ?? hidden;
  }
  // A record may be seen without its owner's name being known; what is not theirs is none of them.
  return { records: records.filter((record) => record.owner?.id === owner), hidden };
}

/** T3, T17: of the records a coordinator can't see, how many wait for a transfer already. */
async function pendingAmongHidden(
  reader: Reader,
  from: Id,
  seen: readonly WireRecord[],
  as: { actAs?: Id },
): Promise<number> {
  const known = new Set(seen.map(({ id }) => id));
  const query = { from: [from], status: ['pending' as const] };
  const pending = await all(reader.list(listTransfers, { query, ...as }));
  return pending.filter(({ record }) => !known.has(record.id)).length;
}

interface Hidden {
  readonly active: number;
  readonly pending: number;
  readonly archived: number;
}

function sorted(intent: SendAll, asOwner: boolean, records: readonly WireRecord[], hidden: Hidden): All {
  const reasons = records.map((record) => ({ record, reason: whyLeft(record, intent, asOwner) }));
  const taken = reasons.filter(({ reason }) => reason === null).map(({ record }) => record);
  const left = reasons.flatMap(({ record: { id }, reason }): LeftOut[] =>
    reason === null ? [] : [{ reason, rule: reason === 'transfer-pending' ? 'T3' : 'T1', record: id, count: 1 }],
  );
  const unseen = (reason: LeftOut['reason'], count: number): LeftOut[] =>
    count > 0 ? [{ reason, rule: reason === 'transfer-pending' ? 'T3' : 'T1', record: null, count }] : [];
  const goesAlong = intent.confidentialRecords && hidden.active > 0;
  return {
    intents: [
      ...taken.map((record) => sendOf(intent, record)),
      ...(goesAlong ? [hiddenOf(intent, hidden.active)] : []),
    ],
    leftOut: [
      ...left,
      ...(goesAlong ? [] : unseen('confidential', hidden.active)),
      ...unseen('transfer-pending', hidden.pending),
      ...unseen('archived', hidden.archived),
    ],
    records,
  };
}

/** T1, T3: why a record isn't taken along; null where it is. */
function whyLeft(record: WireRecord, intent: SendAll, asOwner: boolean): LeftOut['reason'] | null {
  if (record.status === 'archived' || record.status === 'deleted') return record.status;
  if (record.pendingTransfer) return 'transfer-pending';
  // A coordinator's own way into a confidential record is no way to transfer it.
  if (record.confidential === false || (asOwner && intent.confidentialRecords)) return null;
  return intent.confidentialRecords ? 'confidential-shared' : 'confidential';
}

const sendOf = ({ row, to, include, keepCopy, from }: SendAll, { number }: WireRecord): SendTransfer => ({
  action: 'transfer.send',
  row,
  record: { ref: 'record', text: number, place: from.place },
  to,
  include,
  keepCopy,
});

const hiddenOf = ({ row, to, include, keepCopy, from }: SendAll, records: number): SendHidden => ({
  action: 'transfer.send-hidden',
  row,
  from,
  to,
  include,
  keepCopy,
  records,
});
