import type { Reader } from '../api/index.ts';
import type { Access as WireAccess } from '../contract/access.ts';
import { getMember } from '../contract/members.ts';
import { listTransfers, type Transfer } from '../contract/transfers.ts';
import type { Id } from '../model/organization.ts';
import type { Hanging, HangingTransfers } from '../model/people.ts';
import type { Reach } from '../model/reach.ts';
import type { Resource } from '../model/resources.ts';
import type { PeopleWanted } from './people.ts';
import type { ActingFor, ReadReach } from './reach.ts';
import { all } from './take.ts';

/**
 * The pending transfers that those leave hanging who are revoked, or whose roles change (T15). A coordinator sees every
 * transfer (T17); any other administrator those of which they are a part, and whatever ways in tell of a recipient:
 * `whoReaches` reads those into some resources.
 */
export async function readHanging(
  reader: Reader,
  as: ActingFor,
  wanted: readonly PeopleWanted[],
  { reach, numbers }: ReadReach,
  whoReaches: (resources: readonly Resource[]) => Promise<ReadonlyMap<string, readonly WireAccess[]>>,
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
  const recipients = seesAll ? new Map<Id, Id>() : recipientsIn(await whoReaches(ownedByRevoked(wanted, reach)));
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

/** The records of those who are revoked. */
function ownedByRevoked(wanted: readonly PeopleWanted[], { members }: Reach): Resource[] {
  const revoked = wanted.flatMap((intent) => (intent.action === 'member.revoke' ? [intent.member] : []));
  return revoked.flatMap((member) =>
    [...(members.get(member)?.values() ?? [])].flatMap(({ resource, ways }) =>
      ways.some(({ kind }) => kind === 'owner') ? [resource] : [],
    ),
  );
}

/** The active recipients among those who reach something, by record. */
const recipientsIn = (who: ReadonlyMap<string, readonly WireAccess[]>): Map<Id, Id> =>
  new Map(
    [...who.values()]
      .flat()
      .flatMap(({ member, resource, paths }) =>
        member && paths.some(({ kind }) => kind === 'recipient') ? [[resource.id, member.id] as const] : [],
      ),
  );

const distinct = (hanging: readonly Hanging[]): Hanging[] => [
  ...new Map(hanging.map((one, n) => [one.number === null ? `${n}` : `${one.number} ${one.as}`, one])).values(),
];
