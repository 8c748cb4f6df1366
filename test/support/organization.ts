import { type Access, accessToRecord, accessToSpace, NO_ACCESS, type Path } from '../../src/model/access.ts';
import { byId } from '../../src/model/collections.ts';
import type { ShareLevel } from '../../src/model/levels.ts';
import type {
  Contents,
  Grantee,
  Id,
  Member,
  PendingTransfer,
  ServiceRecord,
  Space,
  State,
  Team,
  TransferTerms,
} from '../../src/model/organization.ts';
import { NO_REACH } from '../../src/model/reach.ts';
import type { SeenRecord, SeenTransfer, Snapshot } from '../../src/model/snapshot.ts';
import { snapshotOf } from './snapshot.ts';

/** `team:North` is a team, anything else a member: names are ids here. */
export const granteeOf = (id: string): Grantee => ({ type: id.startsWith('team:') ? 'team' : 'member', id });

/** A record with nothing in it that a transfer would destroy. */
const NOTHING: Contents = {
  confidentialNotes: 0,
  confidentialDocuments: 0,
  rawData: 0,
  tasks: 0,
  memos: 0,
  upcomingAppointments: 0,
};

type MemberTold = Partial<Omit<Member, 'id'>>;
type RecordTold = { readonly owner: Id } & Partial<
  Pick<ServiceRecord, 'status' | 'confidential' | 'schools' | 'contents'>
>;

/**
 * An organization told in sentences: `organization().member('alice').record('R-1', {owner: 'alice'}).share('bob', 'read')`.
 * Whoever is named is an active practitioner unless told otherwise; names are ids. Each sentence gives another one.
 */
export class Organization {
  constructor(
    readonly state: State,
    private readonly unseen: ReadonlySet<Id> = new Set(),
    private readonly etag: string | null = null,
  ) {}

  member(id: Id, told: MemberTold = {}): Organization {
    const known = this.state.members.get(id);
    const member: Member = {
      id,
      email: `${id}@example.org`,
      name: id,
      status: 'active',
      roles: ['practitioner'],
      schools: [],
      ...known,
      ...told,
    };
    return this.with({ members: put(this.state.members, member) });
  }

  /** A team; saying it again says anew who is in it. */
  team(name: string, ...members: Id[]): Organization {
    const team: Team = { id: `team:${name}`, name, members: new Set(members) };
    return members.reduce((so: Organization, id) => so.known(id), this.with({ teams: put(this.state.teams, team) }));
  }

  withoutTeam(name: string): Organization {
    return this.with({ teams: byId([...this.state.teams.values()].filter((team) => team.name !== name)) });
  }

  record(number: string, told: RecordTold): Organization {
    const empty = {
      status: 'active',
      confidential: false,
      schools: [],
      shares: [],
      transfer: null,
      copies: [],
      contents: NOTHING,
    } as const;
    return this.known(told.owner).withRecord({ id: number, number, ...empty, ...told });
  }

  /** Shares the last record that was told of. */
  share(grantee: string, level: ShareLevel, requireApproval = false): Organization {
    const record = last(this.state.records);
    const share = { grantee: granteeOf(grantee), level, requireApproval };
    return this.known(grantee).withRecord({ ...record, shares: [...record.shares, share] });
  }

  /** A transfer of the last record that waits for its recipient; `to` is null where the actor can't see it (T17). */
  transfer(capacity: PendingTransfer['capacity'], to: Id | null): Organization {
    const so = to === null ? this : this.known(to);
    return so.withRecord({ ...last(this.state.records), transfer: { capacity, to, terms: null } });
  }

  /** The same, and all there is to see of it; its id is `T-` and the record's number. */
  sent(capacity: PendingTransfer['capacity'], sentBy: Id, to: Id, told: Partial<TransferTerms> = {}): Organization {
    const terms = { id: `T-${last(this.state.records).number}`, sentBy, include: [], keepCopy: false, ...told };
    const so = this.known(sentBy).known(to);
    return so.withRecord({ ...last(this.state.records), transfer: { capacity, to, terms } });
  }

  /** An archived copy of the last record. */
  copy(holder: Id): Organization {
    const record = last(this.state.records);
    return this.known(holder).withRecord({ ...record, copies: [{ holder, at: '2026-06-20T12:00:00Z' }] });
  }

  /** The last record, otherwise. */
  but(told: Partial<ServiceRecord>): Organization {
    return this.withRecord({ ...last(this.state.records), ...told });
  }

  space(id: Id, kind: Space['kind'], creator: Id): Organization {
    return this.known(creator).with({
      spaces: put(this.state.spaces, { id, kind, creator, profile: null, shares: [] }),
    });
  }

  /** Somebody in the last space; with a level in a multi-space. */
  in(grantee: string, level: ShareLevel | null = null): Organization {
    const space = last(this.state.spaces);
    const shares = [...space.shares, { grantee: granteeOf(grantee), level }];
    return this.known(grantee).with({ spaces: put(this.state.spaces, { ...space, shares }) });
  }

  /** The last record is one whose actor sees its number, and too little else (A2). */
  seenInPart(): Organization {
    return new Organization(this.state, new Set([...this.unseen, last(this.state.records).id]), this.etag);
  }

  /** Every record has this ETag. */
  seenAt(etag: string): Organization {
    return new Organization(this.state, this.unseen, etag);
  }

  /** What a plan is made from, where its actor sees all there is told of. */
  snapshot(couldActAs = false): Snapshot {
    const seen = [...this.state.records.values()].map((record): SeenRecord => {
      const hidden = this.unseen.has(record.id);
      const { id, number, owner } = record;
      return { id, number, owner, details: hidden ? null : record, etag: this.etag };
    });
    return snapshotOf(this.state, { seen: byId(seen), transfers: byId(pendingIn(this.state)), couldActAs });
  }

  /** What somebody reaches of a record or a space. */
  accessOf(member: Id, resource: Id): Access {
    return this.accessTo(resource).get(member) ?? NO_ACCESS;
  }

  levelOf(member: Id, resource: Id): string {
    return this.accessOf(member, resource).level;
  }

  /** Everybody who reaches something of a record or a space: `{alice: 'owner', bob: 'read'}`. */
  levels(resource: Id): Record<Id, string> {
    const reaching = [...this.accessTo(resource)].filter(([, access]) => access.level !== 'none');
    return Object.fromEntries(reaching.map(([member, access]) => [member, access.level]));
  }

  /** Somebody's ways into a record or a space: `share write`, `team:North read suspended`. */
  ways(member: Id, resource: Id): string[] {
    return this.accessOf(member, resource).paths.map(wayOf);
  }

  private accessTo(resource: Id): Map<Id, Access> {
    const record = this.state.records.get(resource);
    if (record) return accessToRecord(record, this.state);
    const space = this.state.spaces.get(resource);
    return space ? accessToSpace(space, this.state) : new Map();
  }

  private known(id: string): Organization {
    return id.startsWith('team:') || this.state.members.has(id) ? this : this.member(id);
  }

  private withRecord(record: ServiceRecord): Organization {
    return this.with({ records: put(this.state.records, record) });
  }

  private with(parts: Partial<State>): Organization {
    return new Organization({ ...this.state, ...parts }, this.unseen, this.etag);
  }
}

/** The transfers that are pending, as somebody sees them who sees all of it. */
const pendingIn = ({ records }: State): SeenTransfer[] =>
  [...records.values()].flatMap(({ id, owner, transfer }) =>
    transfer?.terms && transfer.to !== null
      ? [
          {
            ...transfer.terms,
            record: id,
            from: owner,
            to: transfer.to,
            capacity: transfer.capacity,
            status: 'pending',
            etag: null,
          },
        ]
      : [],
  );

/** An organization with nobody in it. */
export const organization = (): Organization =>
  new Organization({ members: new Map(), teams: new Map(), records: new Map(), spaces: new Map(), reach: NO_REACH });

/** A way in as a test reads it: what it is, what it gives, and what is unusual about it. */
export const wayOf = ({ kind, level, via, state, requireApproval }: Path): string =>
  [via ?? kind, level, ...(requireApproval ? ['with approval'] : []), ...(state === 'active' ? [] : [state])].join(' ');

const put = <T extends { readonly id: Id }>(things: ReadonlyMap<Id, T>, thing: T): Map<Id, T> =>
  new Map(things).set(thing.id, thing);

function last<T>(things: ReadonlyMap<Id, T>): T {
  const found = [...things.values()].at(-1);
  if (found === undefined) throw new Error('nothing was told of yet');
  return found;
}
