import type { Capacity, Contents, Id, Inclusion } from '../../src/model/organization.ts';
import type { SeenTransfer, Snapshot } from '../../src/model/snapshot.ts';
import type { Phase, Plan } from '../../src/planning/plan.ts';
import { plan } from '../../src/planning/planner.ts';
import type { Organization } from './organization.ts';
import { numbered, type Wish } from './planning.ts';

/** What is chosen when a record is transferred; nothing where nothing is said. */
interface Choices {
  readonly include?: readonly Inclusion[];
  readonly keepCopy?: boolean;
}

/** `transfer('alice', 'R-1', 'bob')`: Alice sends R-1 to Bob. */
export const transfer =
  (actor: Id, record: Id, to: Id, { include = [], keepCopy = false }: Choices = {}): Wish =>
  (row) => ({ action: 'transfer.send', row, actor, record, to, include, keepCopy });

/** `transferHidden('cleo', 'alice', 'bob', 3)`: Cleo sends three records of Alice's that she can't see to Bob. */
export const transferHidden =
  (actor: Id, from: Id, to: Id, records: number, { include = [], keepCopy = false }: Choices = {}): Wish =>
  (row) => ({ action: 'transfer.send-hidden', row, actor, from, to, records, include, keepCopy });

/** `ending('accept', 'bob', 'R-1')`: Bob accepts the transfer of R-1. */
export const ending =
  (verb: 'accept' | 'decline' | 'cancel', actor: Id, record: Id): Wish =>
  (row) => ({ action: `transfer.${verb}`, row, actor, transfer: `T-${record}` });

/** `reassign('cleo', 'R-1', 'dan')`: Cleo has R-1 wait for Dan instead. */
export const reassign =
  (actor: Id, record: Id, to: Id): Wish =>
  (row) => ({ action: 'transfer.reassign', row, actor, transfer: `T-${record}`, to });

/** Plans some wishes where something of what is seen is otherwise. */
export const planWith = (organization: Organization, told: Partial<Snapshot>, ...wishes: Wish[]): Plan =>
  plan(numbered(wishes), { ...organization.snapshot(), ...told });

/** A transfer as its actor sees it, where an organization doesn't tell of it. */
export const seenTransfer = (record: Id, told: Partial<SeenTransfer> = {}): SeenTransfer => ({
  id: `T-${record}`,
  record,
  from: 'alice',
  to: 'bob',
  sentBy: 'alice',
  capacity: 'owner' as Capacity,
  include: [],
  keepCopy: false,
  status: 'pending',
  etag: null,
  ...told,
});

/** Everything a transfer can destroy or cancel, a different number of each. */
export const FULL: Contents = {
  confidentialNotes: 1,
  confidentialDocuments: 2,
  rawData: 3,
  tasks: 4,
  memos: 5,
  upcomingAppointments: 6,
};

/** Whose access changes in a phase: `bob: write → owner, raised`. */
export const changesIn = (phase: Phase, { accessChanges }: Plan): string[] =>
  [...accessChanges]
    .filter((one) => one.phase === phase)
    .map(({ member, before, after, change }) => `${member}: ${before.level} → ${after.level}, ${change}`)
    .sort();

/** What follows beside access in a phase: `email bob 1`, `deletion task 4`; of clients, `email client 2`. */
export const effectsIn = (phase: Phase, { effects }: Plan): string[] =>
  [...effects]
    .filter((one) => one.phase === phase)
    .map(({ kind, to, item, audience, count }) => `${kind} ${to ?? item ?? audience ?? 'something'} ${count}`)
    .sort();
