import type { Reader } from '../../api/index.ts';
import { type AuditEntry, listAudit } from '../../contract/audit.ts';
import { Failure } from '../../failures/failure.ts';
import type { Path } from '../../model/access.ts';
import type { Id } from '../../model/organization.ts';
import { type Asker, actAsOf } from '../asker.ts';
import { takeUpTo } from '../take.ts';
import type { AskedResource } from './asked.ts';

/** Since when somebody has a way in, and through whom; what the audit doesn't say is left out. */
export interface Origin {
  readonly since?: string;
  readonly by?: string;
  readonly actingFor?: string;
  readonly reason?: string;
}

/** A way in, and how it came about. `via` is the team's name. */
export type Way = Path & Origin;

const LOOKED_THROUGH = 1000;

/** Adds to each way in since when it is there and through whom, as far as the audit may be read and says so. */
export async function withOrigins(
  reader: Reader,
  asker: Asker,
  resource: AskedResource,
  member: Id,
  paths: readonly Path[],
): Promise<Way[]> {
  if (resource.id === null || paths.length === 0) return [...paths];
  const behalf = readsAll(asker) ? actAsOf(asker) : resource.asking;
  const about = await entriesOf(reader, { [resource.type]: [resource.id] }, behalf);
  const joined = paths.some((path) => path.kind === 'team')
    ? await entriesOf(reader, { member: [member] }, behalf)
    : [];
  return paths.map((path) => ({ ...path, ...originOf(path, member, about, joined, resource) }));
}

/** An administrator's audit is the whole of it; an owner's speaks of their records alone. */
const readsAll = ({ acting, me }: Asker): boolean => acting.as !== 'member' && me.roles.includes('administrator');

/** Newest first; none where they may not be read: an answer about access holds without them. */
async function entriesOf(
  reader: Reader,
  query: { record?: Id[]; space?: Id[]; member?: Id[] },
  behalf: { readonly actAs?: Id },
): Promise<AuditEntry[]> {
  try {
    return await takeUpTo(LOOKED_THROUGH, reader.list(listAudit, { query, ...behalf }));
  } catch (error) {
    if (error instanceof Failure) return [];
    throw error;
  }
}

/** What begins each kind of way in; a role and its schools are not about one record. */
const BEGINS: { readonly [Kind in Path['kind']]?: (entry: AuditEntry, member: Id, via: string | null) => boolean } = {
  share: ({ action, member }, id) => isGrant(action) && member?.id === id,
  team: ({ action, team }, _, via) => isGrant(action) && team?.name === via,
  owner: ({ action, member }, id) => action === 'transfer.accept' && (member === null || member.id === id),
  recipient: ({ action, member }, id) => /^transfer\.(send|reassign)$/.test(action) && member?.id === id,
  creator: ({ action }) => action === 'space.create',
};

/** What gives a member or a team something, on a record or in a space. */
const isGrant = (action: string): boolean =>
  action === 'share.set' || action === 'space.share' || action === 'space.create';

function originOf(
  { kind, via }: Path,
  member: Id,
  about: readonly AuditEntry[],
  joined: readonly AuditEntry[],
  { record }: AskedResource,
): Origin {
  if (kind === 'archived-copy') {
    const copy = record?.copies?.find(({ holder }) => holder.id === member);
    return copy ? { since: copy.at } : {};
  }
  const given = about.find((entry) => BEGINS[kind]?.(entry, member, via));
  const entered = kind === 'team' ? joined.find((entry) => entersTeam(entry, via)) : undefined;
  // Through a team it begins with the later of the two: the team's share, and being in the team.
  const last = given && entered ? (given.at >= entered.at ? given : entered) : (given ?? entered);
  if (!last) return {};
  const { at, actor, actingFor, reason } = last;
  return { since: at, by: actor.email, ...(actingFor && { actingFor: actingFor.email }), ...(reason && { reason }) };
}

const entersTeam = ({ action, team }: AuditEntry, via: string | null): boolean =>
  (action === 'team.add' || action === 'team.create') && team?.name === via;
