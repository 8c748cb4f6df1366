import type { Access } from '../../contract/access.ts';
import type { Record as WireRecord } from '../../contract/records.ts';
import type { WorldInput } from '../../contract/world.ts';
import type { Id } from '../../model/organization.ts';
import { emailOf, granteeOf, grantsFrom, type Known, missed } from './known.ts';

type Entry<K extends keyof WorldInput> = NonNullable<WorldInput[K]> extends readonly (infer T)[] ? T : never;
type Share = NonNullable<Entry<'records'>['shares']>[number];

/** A record as a world has it, with what is pending and who keeps a copy. */
export interface PulledRecord {
  readonly record: Entry<'records'>;
  readonly transfer: Entry<'transfers'> | null;
  readonly copies: readonly Entry<'copies'>[];
}

/** When a copy was made of which only the holder is known. */
const SOME_TIME = '1970-01-01T00:00:00Z';

/**
 * A record as far as it is seen: itself, and who reaches it (O11), which stands in for what isn't seen. What neither
 * shows is left out, and counted.
 */
export function pulledRecord(
  known: Known,
  { id, number }: { id: Id; number: string },
  wire: WireRecord | undefined,
  rows: readonly Access[],
  withNames: boolean,
): PulledRecord {
  const owner = emailOf(known, wire?.owner ?? reaching(rows, 'owner')[0], 'owner');
  const title = withNames ? wire?.title : undefined;
  for (const what of ['status', 'confidential', 'profiles', 'counts', 'shares'] as const)
    if (wire?.[what] === undefined) missed(known, what);
  return {
    record: {
      id,
      number,
      ...(title && { title }),
      owner,
      profiles: wire?.profiles?.map(({ key }) => key) ?? linkedTo(known, rows),
      status: wire?.status ?? (rows.some(isClosed) ? 'deleted' : 'active'),
      // O4: a role that leads to it shows that it isn't; where none does, it opens as little as if it were.
      confidential: wire?.confidential ?? !rows.some(({ paths }) => paths.some(isRole)),
      ...(wire?.counts && { contents: wire.counts }),
      shares: wire?.shares ? sharesOf(known, wire.shares) : sharesFrom(known, rows),
    },
    transfer: transferOf(known, { id, number, owner }, wire, rows),
    copies: copiesOf(known, number, wire, rows),
  };
}

const isRole = ({ kind }: Access['paths'][number]): boolean => kind === 'coordinator' || kind === 'manager';

/** R4: as rows tell of members as if they were active, only a deletion leaves them a way in that doesn't work for good. */
const isClosed = ({ paths }: Access): boolean =>
  paths.some(({ kind, state }) => kind !== 'owner' && state === 'inactive');

/** The members with a way in of some kind. */
const reaching = (rows: readonly Access[], kind: string) =>
  rows.flatMap(({ member, paths }) => (member && paths.some((path) => path.kind === kind) ? [member] : []));

const sharesOf = (known: Known, shares: NonNullable<WireRecord['shares']>): Share[] =>
  shares.flatMap(({ grantee, access, requireApproval }) => {
    const name = granteeOf(known, grantee.type, grantee.id);
    return name === null ? [] : [{ with: name, access, ...(requireApproval && { requireApproval }) }];
  });

/** O11: shares as they follow from who reaches it. Those T4 suspends show where somebody has another way too. */
function sharesFrom(known: Known, rows: readonly Access[]): Share[] {
  const shares = [...grantsFrom(known, rows)].map(([name, { level, requireApproval }]) => {
    const access = level as Share['access'];
    return [name, { with: name, access, ...(requireApproval && { requireApproval }) }] as const;
  });
  return [...new Map(shares).values()];
}

/** O4: where its profiles aren't seen, one of each school through which exactly the managers who see it do. */
function linkedTo({ members, profiles }: Known, rows: readonly Access[]): string[] {
  const seeing = new Set(reaching(rows, 'manager').map(({ id }) => id));
  if (seeing.size === 0) return [];
  const managers = [...members.values()].filter(({ roles }) => roles.includes('manager'));
  const others = new Set(managers.filter(({ id }) => !seeing.has(id)).flatMap(({ schools }) => schools));
  const schools = new Set(managers.filter(({ id }) => seeing.has(id)).flatMap((one) => one.schools));
  return [...schools]
    .filter((code) => !others.has(code))
    .flatMap((code) => [...profiles.values()].find(({ school }) => school === code)?.key ?? []);
}

/** T3, T4, T17: as far as it is seen, with the record, through the recipient, or through what it suspends. */
function transferOf(
  known: Known,
  { id, number, owner }: { id: Id; number: string; owner: string },
  wire: WireRecord | undefined,
  rows: readonly Access[],
): PulledRecord['transfer'] {
  const pending = wire?.pendingTransfer;
  const [recipient] = reaching(rows, 'recipient');
  if (pending === null || (pending === undefined && !recipient && !rows.some(isSuspended))) return null;
  const whole = known.transfers.get(id);
  const capacity = pending?.capacity ?? whole?.capacity ?? capacityFrom(rows);
  if (!whole) missed(known, 'transfer');
  return {
    ...(whole && { id: whole.id, include: whole.include, keepCopy: whole.keepCopy }),
    record: number,
    to: emailOf(known, pending?.to ?? recipient, 'recipient'),
    by: capacity === 'owner' ? owner : emailOf(known, whole?.sentBy, 'sender'),
  };
}

const isSuspended = ({ paths }: Access): boolean => paths.some(({ state }) => state === 'suspended');

/** T4, T5: whoever it is shared with still has it only where a coordinator sent it. */
function capacityFrom(rows: readonly Access[]): 'owner' | 'coordinator' {
  const shared = rows.flatMap(({ paths }) => paths.filter(({ kind }) => kind === 'share' || kind === 'team'));
  return shared.some(({ state }) => state === 'active' || state === 'inactive') ? 'coordinator' : 'owner';
}

function copiesOf(known: Known, number: string, wire: WireRecord | undefined, rows: readonly Access[]) {
  const seen = wire?.copies ?? [];
  const others = reaching(rows, 'archived-copy').filter(({ id }) => !seen.some(({ holder }) => holder.id === id));
  for (const _ of others) missed(known, 'copy');
  return [...seen, ...others.map((holder) => ({ holder, at: SOME_TIME }))].map(({ holder, at }) => ({
    record: number,
    holder: holder.email,
    at,
  }));
}
