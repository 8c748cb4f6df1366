import type { Access } from '../../contract/access.ts';
import type { Member } from '../../contract/members.ts';
import type { HowToKnow } from '../../failures/failure.ts';
import { parseResource } from '../../input/references.ts';
import type { Asker } from '../../reading/asker.ts';
import type { AskedResource, TypedResource } from '../../reading/diagnosis/asked.ts';
import { pathOf } from '../../reading/diagnosis/paths.ts';
import type { Standing } from '../../reading/diagnosis/standing.ts';
import type { Person, Reach, ResourceView } from '../../rendering/answers/access-view.ts';
import type { AskerView } from '../../rendering/answers/explained.ts';

/** A record or a space as it was typed. Throws `bad-value` where nothing is named. */
export const typedResource = (text: string): TypedResource => parseResource(text, { column: 'RESOURCE' });

/** A member as an answer speaks of them. */
export const personOf = ({ id, email, name, status }: Member): Person => ({ id, email, name, status });

/** A resource as an answer speaks of it. */
export const resourceView = ({ type, name, record, space, owner }: AskedResource): ResourceView => ({
  type,
  name,
  title: record?.title ?? space?.name ?? null,
  status: record?.status ?? null,
  pending: record?.pendingTransfer?.capacity ?? null,
  kind: space?.kind ?? null,
  owner: owner && personOf(owner),
});

/** What the API says somebody reaches, as an answer speaks of it. */
export function reachView({ member, team, resource, level, paths }: Access): Reach {
  const { type, id, number } = resource;
  const of = member ? { member } : { team: team ?? { id: '', name: '' } };
  return { of, resource: { type, name: number ?? id }, level, paths: paths.map(pathOf) };
}

/** On whose behalf it is asked, and whether they may themselves change who shares it (S2). */
export function askerView(
  { acting, mayActAs }: Asker,
  { id }: Standing,
  { owner, record, space }: AskedResource,
): AskerView {
  const shares = record?.shares ?? space?.members ?? [];
  const full = shares.some(({ grantee, access }) => grantee.id === id && access === 'full');
  // T14: while an owner's transfer is pending, whoever has full access may do nothing.
  const suspended = record?.pendingTransfer?.capacity === 'owner';
  return {
    id,
    mayActAs,
    as: acting.as === 'member' ? acting.email : acting.as,
    controls: owner?.id === id || (full && !suspended),
  };
}

/** How what can't be known could be (A1, A2). */
export function howToKnow({ acting, mayActAs }: Asker, resource: AskedResource): HowToKnow {
  if (resource.id === null) return 'unseen';
  if (!mayActAs || acting.as === 'owner') return 'nobody';
  return resource.type === 'space' ? 'as-creator' : 'as-owner';
}
