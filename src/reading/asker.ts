import type { Reader } from '../api/index.ts';
import { getMe, type Me } from '../contract/organization.ts';
import { Failure } from '../failures/failure.ts';
import type { Id } from '../model/organization.ts';
import { resolveMembers } from './members.ts';

/** On whose behalf psyctl acts: the token's own member, a named one, or each record's owner (A1). */
export type Acting =
  | { readonly as: 'self' }
  | { readonly as: 'owner' }
  | { readonly as: 'member'; readonly id: Id; readonly email: string };

/** Who asks, and on whose behalf. */
export interface Asker {
  readonly me: Me;
  readonly acting: Acting;
  /** Whether the token may act for others, whether or not it does now. */
  readonly mayActAs: boolean;
  /** Whether a file is asked that holds only what its puller had a way to: what isn't in it may be there all the same. */
  readonly inPart?: boolean;
}

/**
 * Finds out who asks. `as` is what `--as` was given: `owner`, a member's e-mail or id, or nothing.
 * Throws `act-as-refused` where the token may not act for others, `unknown-member` for a name nobody bears.
 */
export async function askerOf(reader: Reader, as: string | undefined): Promise<Asker> {
  const { body: me } = await reader.read(getMe, {});
  const mayActAs = me.scopes.includes('act-as');
  if (as === undefined) return { me, acting: { as: 'self' }, mayActAs };
  if (!mayActAs) throw new Failure('act-as-refused', { detail: '' }, { rule: 'A1', column: '--as' });
  if (as === 'owner') return { me, acting: { as: 'owner' }, mayActAs };
  const members = await resolveMembers(reader, [{ text: as, place: { column: '--as' } }]);
  const member = members.get(as.toLowerCase());
  if (!member) throw new Failure('unknown-member', { text: as, nearest: [] }, { column: '--as' });
  if (member.status !== 'active') {
    throw new Failure('act-as-refused', { detail: '', status: member.status }, { rule: 'A1', column: '--as' });
  }
  return { me, acting: { as: 'member', id: member.id, email: member.email }, mayActAs };
}

/** Whom a request is made for, as the API's `Act-As` wants it; nothing for oneself. */
export const actAsOf = ({ acting }: Asker): { actAs?: Id } => (acting.as === 'member' ? { actAs: acting.id } : {});

/** Whose rights count where nobody's owner is acted for: the named member, or the token's own. */
export const selfOf = ({ acting, me }: Asker): Id => (acting.as === 'member' ? acting.id : me.id);

/** Whom to ask for about a thing that is seen as its actor sees it: its owner under `--as owner` (A1). */
export const actingFor = (asker: Asker, actor: Id): { actAs?: Id } =>
  asker.acting.as === 'owner' && actor !== asker.me.id ? { actAs: actor } : actAsOf(asker);
