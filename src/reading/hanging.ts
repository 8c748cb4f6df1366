import type { Reader } from '../api/index.ts';
import { getMember } from '../contract/members.ts';
import { listTransfers, type Transfer } from '../contract/transfers.ts';
import type { Id } from '../model/organization.ts';
import type { Hanging, HangingTransfers } from '../model/people.ts';
import type { Reach } from '../model/reach.ts';
import type { PeopleWanted } from './people.ts';
import { type ActingFor, readWho } from './reach.ts';
import { all } from './take.ts';

/**
 * The pending transfers that those leave hanging who are revoked, or whose roles change (T15). A coordinator sees every
 * transfer (T17); any other administrator those of which they are a part, and whatever ways in tell of a recipient.
 */
export async function readHanging(
  reader: Reader,
  as: ActingFor,
  wanted: readonly PeopleWanted[],
  reach: Reach,
  numbers: ReadonlyMap<Id, string>,
): Promise<Map<Id, HangingTransfers>> {
  const leaving = new Set(
    wanted.flatMap((intent) =>
      intent.action === 'member.revoke' || intent.action === 'member.set-roles' ? [intent.member] : [],
    ),
  );
  if (leaving.size === 0) return new Map();
  const actor = (wanted[0] as PeopleWanted).actor;
  const [{ body: me }, transfers] = await Promise.all([
    reader.read(getMember, { params: { id: actor } }),
    all(reader.list(listTransfers, { query: { status: ['pending'] }, ...as })),
  ]);
  const seesAll = me.roles.includes('coordinator');
  const recipients = seesAll ? new Map<Id, Id>() : await recipientsOf(reader, as, wanted, reach);
  return new Map(
    [...leaving].map((member) => {
      const seen = transfers.flatMap(({ record, ...parties }) => {
        const number = record.number ?? numbers.get(record.id) ?? null;
        return partsOf(member, parties).map((as) => ({ number, as }));
      });
      const told = seesAll ? [] : toldByWays(member, reach, numbers, recipients);
      return [member, { transfers: distinct([...seen, ...told]), all: seesAll }] as const;
    }),
  );
}

/** Everything somebody is in a transfer. */
const partsOf = (member: Id, { from, to, sentBy }: Pick<Transfer, 'from' | 'to' | 'sentBy'>): Hanging['as'][] => [
  ...(to.id === member ? (['recipient'] as const) : []),
  ...(from.id === member ? (['owner'] as const) : []),
  ...(sentBy.id === member ? (['sender'] as const) : []),
];

/** What an administrator who sees no transfer learns from ways in (O11): theirs as a recipient, others' to their records. */
function toldByWays(
  member: Id,
  { members }: Reach,
  numbers: ReadonlyMap<Id, string>,
  recipients: ReadonlyMap<Id, Id>,
): Hanging[] {
  return [...(members.get(member)?.values() ?? [])].flatMap(({ resource, ways }): Hanging[] => {
    const number = numbers.get(resource.id) ?? null;
    if (ways.some(({ kind }) => kind === 'recipient')) return [{ number, as: 'recipient' }];
    const owns = ways.some(({ kind }) => kind === 'owner');
    return owns && recipients.has(resource.id) ? [{ number, as: 'owner' }] : [];
  });
}

/** The active recipients of the records of those who are revoked, by record. */
async function recipientsOf(
  reader: Reader,
  as: ActingFor,
  wanted: readonly PeopleWanted[],
  { members }: Reach,
): Promise<Map<Id, Id>> {
  const revoked = wanted.flatMap((intent) => (intent.action === 'member.revoke' ? [intent.member] : []));
  const owned = revoked.flatMap((member) =>
    [...(members.get(member)?.values() ?? [])].filter(({ ways }) => ways.some(({ kind }) => kind === 'owner')),
  );
  const who = await readWho(
    reader,
    as,
    owned.map(({ resource }) => resource),
  );
  const rows = [...who.values()].flat();
  return new Map(
    rows.flatMap(({ member, resource, paths }) =>
      member && paths.some(({ kind }) => kind === 'recipient') ? [[resource.id, member.id] as const] : [],
    ),
  );
}

const distinct = (hanging: readonly Hanging[]): Hanging[] => [
  ...new Map(hanging.map((one, n) => [one.number === null ? `${n}` : `${one.number} ${one.as}`, one])).values(),
];
