import { HEADERS, type Role } from '../../contract/common.ts';
import type { Store } from '../database/store.ts';
import { forbidden, ProblemError } from './problem.ts';

/** A member, with what rules ask of them. */
export interface Person {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly status: string;
  readonly roles: ReadonlySet<Role>;
}

/** Who asks (A1). Every rule looks at `me` alone (A4); the audit names `holder` as well. */
export interface Asker {
  readonly token: string;
  /** The member whose token it is. */
  readonly holder: Person;
  /** The member whose rights count: the holder, or whom they act for. */
  readonly me: Person;
  readonly acting: boolean;
  readonly reason: string | null;
  /** Whether the token has the scope `act-as` and its holder may still use it. */
  readonly mayActAs: boolean;
  /** With `act-as` and acting for nobody: numbers may be resolved to owners, spaces to creators (A1). */
  readonly resolves: boolean;
}

type PersonRow = { id: string; email: string; name: string; status: string; roles: string | null; scopes: string };

const PERSON = `m.id, m.email, m.name, m.status,
  (SELECT group_concat(role) FROM member_roles WHERE member_id = m.id) AS roles`;

const personOf = ({ id, email, name, status, roles }: PersonRow): Person => ({
  id,
  email,
  name,
  status,
  roles: new Set((roles?.split(',') ?? []) as Role[]),
});

/**
 * Finds out who asks.
 * @param header the value of a header of the request
 * @param actAs whether the API offers acting for others at the moment
 * @throws ProblemError `unauthenticated` without a token of an active member (O5); `forbidden` where acting for
 * somebody isn't allowed (A1)
 */
export function authenticate(
  store: Store,
  header: (name: string) => string | undefined,
  actAs: boolean,
  identities?: Identities,
): Asker {
  const [authorization, wanted] = [header('Authorization'), header(HEADERS.actAs)];
  const name = JSON.stringify([authorization, wanted ?? null]);
  const identity = identities?.get(name) ?? identify(store, authorization, wanted, actAs);
  identities?.set(name, identity);
  return { ...identity, reason: reasonOf(header(HEADERS.reason)) };
}

/** Who asks, whatever for. */
type Identity = Omit<Asker, 'reason'>;
/** Those found out already, for requests between which nobody's status, roles or token can change. */
export type Identities = Map<string, Identity>;

function identify(
  store: Store,
  authorization: string | undefined,
  wanted: string | undefined,
  actAs: boolean,
): Identity {
  const token = /^Bearer +(\S+)$/i.exec(authorization?.trim() ?? '')?.[1];
  if (!token) throw new ProblemError('unauthenticated', 'send the header Authorization: Bearer TOKEN');
  const row = store.get<PersonRow>(
    `SELECT ${PERSON}, k.scopes FROM tokens k JOIN members m ON m.id = k.member_id WHERE k.token = :token`,
    { token },
  );
  if (row?.status !== 'active') throw new ProblemError('unauthenticated', 'this token is not accepted');
  const holder = personOf(row);
  const mayActAs = actAs && row.scopes.split(' ').includes('act-as') && holder.roles.has('administrator');
  const me = wanted === undefined ? holder : actedFor(store, wanted, mayActAs);
  const acting = wanted !== undefined;
  return {
    token,
    holder,
    me,
    acting,
    mayActAs,
    resolves: mayActAs && !acting,
  };
}

function actedFor(store: Store, id: string, mayActAs: boolean): Person {
  if (!mayActAs) throw forbidden('this token may not act for others', 'A1');
  const row = store.get<PersonRow>(`SELECT ${PERSON}, '' AS scopes FROM members m WHERE m.id = :id`, { id });
  if (row?.status !== 'active') throw forbidden('one acts for an active member', 'A1');
  return personOf(row);
}

/** Headers carry bytes: what is UTF-8 is read as such, anything else as it stands. */
function reasonOf(header: string | undefined): string | null {
  if (!header) return null;
  const bytes = Buffer.from(header, 'latin1');
  if (bytes.toString('latin1') !== header) return header;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return header;
  }
}
