import type { Path } from '../../model/access.ts';
import type { Level } from '../../model/levels.ts';
import type { Capacity, Id, MemberStatus, RecordStatus, Space } from '../../model/organization.ts';
import type { Texts } from '../../texts/index.ts';
import { plain } from '../layout.ts';

/** A person as an answer speaks of them; the name is empty until an invited one has given it. */
export interface Person {
  readonly id: Id;
  readonly email: string;
  readonly name: string;
  readonly status: MemberStatus;
}

/** A way in; `via` is the team's name, `by` and `actingFor` are e-mails. */
export interface WayIn extends Path {
  readonly since?: string;
  readonly by?: string;
  readonly actingFor?: string;
  readonly reason?: string;
}

/** What an answer is about. Status, pending transfer and title are null where they aren't seen, or there is none. */
export interface ResourceView {
  readonly type: 'record' | 'space';
  /** A record's number, a space's id. */
  readonly name: string;
  readonly title: string | null;
  readonly status: RecordStatus | null;
  readonly pending: Capacity | null;
  /** A space's kind, where it is seen (C1, C2). */
  readonly kind: Space['kind'] | null;
  readonly owner: Person | null;
}

/** What somebody reaches of something; `level` is null where that can't be known (A2). */
export interface Reach {
  readonly of: { readonly member: Pick<Person, 'id' | 'email'> } | { readonly team: { id: Id; name: string } };
  readonly resource: Pick<ResourceView, 'type' | 'name'>;
  readonly level: Level | null;
  readonly paths: readonly WayIn[];
}

/** What `-o json` prints of what somebody reaches. */
export const reachJson = ({ of, resource, level, paths }: Reach) => ({
  ...('member' in of
    ? { member: { id: of.member.id, email: of.member.email } }
    : { team: { id: of.team.id, name: of.team.name } }),
  resource: `${resource.type}:${resource.name}`,
  level,
  certainty: level === null ? ('unknown' as const) : ('observed' as const),
  paths: paths.map(pathJson),
});

const pathJson = ({ kind, level, via, state, requireApproval, since, by, actingFor, reason }: WayIn) => ({
  kind,
  level,
  via,
  state,
  ...(requireApproval && { requireApproval }),
  ...(since !== undefined && { since }),
  ...(by !== undefined && { by }),
  ...(actingFor !== undefined && { actingFor }),
  ...(reason !== undefined && { reason }),
});

/** A person's name, or the e-mail of somebody who has none yet. */
export const nameOf = ({ name, email }: Pick<Person, 'name' | 'email'>): string => plain(name || email);

/** A resource as a sentence names it. */
export const resourceName = ({ type, name }: Pick<ResourceView, 'type' | 'name'>, { answers }: Texts): string =>
  type === 'record' ? plain(name) : answers.access.space(plain(name));

/** A resource as a table names it, and as a command takes it: `R-1001`, `space:S-1`. */
export const resourceCell = ({ type, name }: Pick<ResourceView, 'type' | 'name'>): string =>
  type === 'record' ? name : `${type}:${name}`;

/** A way in, in two words: `own share`, `team Psychology North`. */
export const wayName = ({ kind, via }: Path, { answers }: Texts): string => answers.access.way[kind](plain(via ?? ''));

/** The ways in that work, each with its level where they differ, as a table's cell. */
export function waysCell(paths: readonly WayIn[], level: Level | null, texts: Texts): string {
  const say = texts.answers.access;
  return paths
    .filter((path) => path.state === 'active')
    .map((path) => (path.level === level ? wayName(path, texts) : say.wayAt(wayName(path, texts), path.level)))
    .join(', ');
}
