import type { Reader } from '../../api/index.ts';
import { getOrganization, listSchools } from '../../contract/organization.ts';
import type { Snapshot, WorldInput } from '../../contract/world.ts';
import type { Id } from '../../model/organization.ts';
import type { Asker } from '../asker.ts';
import { standingOf } from '../diagnosis/standing.ts';
import { all } from '../take.ts';
import { type Known, readKnown, UNSEEN } from './known.ts';
import { type PulledRecord, pulledRecord } from './records.ts';
import { hiddenMultiSpaces, type PulledSpace, placed, pulledSpace } from './spaces.ts';
import { type Thing, things } from './things.ts';

/** The version of what a snapshot says of itself. */
export const SNAPSHOT_VERSION = 1;
/** The token a sandbox started from a snapshot takes for its puller's: the real one never leaves its place. */
const TOKEN = 'snapshot-puller';

/** How a snapshot is pulled. */
export interface Pulling {
  readonly withNames: boolean;
  /** ISO 8601. */
  readonly at: string;
  /** Told of each record and space that was read. */
  readonly onRead: () => void;
}

/** Writes the state of an organization, as far as the asker sees it, as a world: in pieces, as it is read. */
export async function* pull(reader: Reader, asker: Asker, pulling: Pulling): AsyncGenerator<string, void> {
  const standing = await standingOf(reader, asker);
  const { actAs } = standing;
  const [{ body: organization }, schools, known] = await Promise.all([
    reader.read(getOrganization, actAs),
    all(reader.list(listSchools, actAs)),
    readKnown(reader, actAs),
  ]);
  const { id, name, kind, plan, seats } = organization;
  yield `{\n"organization": ${JSON.stringify({ id, name, kind, plan, seats: seats.limit })},\n`;
  yield* section('schools', schools);
  const rest = new Rest();
  yield* section('records', records(things(reader, asker, standing, known), known, pulling, rest));
  yield* section('transfers', rest.transfers);
  yield* section('copies', rest.copies);
  const seen = rest.spaces.map(({ id: space, wire, rows }) =>
    pulledSpace(known, space, wire, rows, rest.numbers, pulling.withNames),
  );
  const spaces = asker.acting.as === 'owner' ? await placed(reader, known, seen) : seen;
  yield* section('spaces', [...spaces, ...hiddenMultiSpaces(known, spaces)]);
  yield* section('profiles', profilesOf(known, pulling.withNames, spaces));
  yield* section('teams', teamsOf(known));
  yield* section('members', membersOf(known, pulling.withNames));
  const scopes = asker.acting.as === 'owner' ? ['act-as'] : [];
  const puller = known.members.get(standing.id)?.email ?? asker.me.email;
  yield* section('tokens', [{ token: TOKEN, member: puller, scopes }]);
  const whole = standing.administrator;
  yield `"snapshot": ${JSON.stringify(snapshotOf(asker, puller, whole, pulling.at, known))}\n}\n`;
}

/** What is written after the records it was found with. */
class Rest {
  readonly transfers: NonNullable<PulledRecord['transfer']>[] = [];
  readonly copies: PulledRecord['copies'][number][] = [];
  readonly spaces: Extract<Thing, { type: 'space' }>[] = [];
  /** Those in the file, by id: a list that moves while it is read may show one twice. */
  readonly numbers = new Map<Id, string>();
}

async function* records(found: AsyncIterable<Thing>, known: Known, { withNames, onRead }: Pulling, rest: Rest) {
  const spaces = new Set<Id>();
  for await (const thing of found) {
    onRead();
    if (thing.type === 'space') {
      if (!spaces.has(thing.id)) rest.spaces.push(thing);
      spaces.add(thing.id);
      continue;
    }
    if (rest.numbers.has(thing.id)) continue;
    rest.numbers.set(thing.id, thing.number);
    const { record, transfer, copies } = pulledRecord(known, thing, thing.wire, thing.rows, withNames);
    if (transfer) rest.transfers.push(transfer);
    rest.copies.push(...copies);
    yield record;
  }
}

/** One list of the file, an entry on each line. */
async function* section(key: keyof WorldInput, entries: AsyncIterable<object> | Iterable<object>) {
  yield `${JSON.stringify(key)}: [`;
  let between = '\n';
  for await (const entry of entries) {
    yield `${between}${JSON.stringify(entry)}`;
    between = ',\n';
  }
  yield between === '\n' ? '],\n' : '\n],\n';
}

const profilesOf = ({ profiles }: Known, withNames: boolean, spaces: readonly PulledSpace[]) => [
  ...[...profiles.values()].map(({ id, key, school, name }) => ({
    id,
    key,
    school,
    ...(withNames && name && { name }),
  })),
  ...(spaces.some(({ profile }) => profile === UNSEEN.profile) ? [{ key: UNSEEN.profile }] : []),
];

const teamsOf = ({ teams, members }: Known) =>
  [...teams.values()].map(({ id, name, members: people }) => ({
    id,
    name,
    members: people.flatMap((one) => members.get(one.id)?.email ?? []),
  }));

/** Everybody, and, where something was or is to be theirs who isn't seen, members who stand for them. */
const membersOf = ({ members, unseen }: Known, withNames: boolean) => [
  ...[...members.values()].map(({ id, email, name, title, roles, schools, status }) => ({
    id,
    email,
    ...(withNames && { name, title }),
    roles,
    schools,
    status,
  })),
  ...(['owner', 'sender', 'creator', 'multi-space'].some((what) => unseen.has(what)) ? [standingIn(UNSEEN.email)] : []),
  ...(unseen.has('recipient') ? [standingIn(UNSEEN.recipient)] : []),
];

const standingIn = (email: string) => ({ email, roles: ['practitioner'], status: 'inactive' });

function snapshotOf({ acting, me }: Asker, puller: string, whole: boolean, at: string, known: Known): Snapshot {
  return {
    version: SNAPSHOT_VERSION,
    puller,
    ...(puller !== me.email && { by: me.email }),
    as: acting.as === 'owner' ? 'owner' : null,
    at,
    whole,
    unseen: Object.fromEntries(known.unseen),
  };
}
