import { recordAccessOf } from '../../model/access.ts';
import type { ResolvedOf } from '../../model/intents/index.ts';
import { atLeast } from '../../model/levels.ts';
import { NEW } from '../../model/references.ts';
import { spaceResource } from '../../model/resources.ts';
import type { Action, Ground } from '../action.ts';
import type { Refusal } from '../refusals/index.ts';
import { isInactive } from './on-space.ts';

type Intent = ResolvedOf<'space.create'>;

/**
 * Making a space, unless it is there (C1, C2, C6). Its creator is the first in it (C8), and alone until it is shared.
 * It writes to nobody, and opens no record (C3).
 */
export const spaceCreate: Action<'space.create', Ground> = {
  name: 'space.create',
  creates: true,
  target: ({ space }) => ({ type: 'space', id: space }),
  subject: () => null,
  see: (_intent, ground) => ground,

  // Two rows that want the same space have the same one found for them.
  claim: ({ space, actor }) => ({ key: `${space} ${actor} there`, wants: 'there' }),

  judge(intent, ground) {
    if (!intent.space.startsWith(NEW)) return { verdict: 'unchanged' };
    const refusal = refusalToCreate(intent, ground);
    return refusal ? { verdict: 'refused', refusal } : { verdict: 'change' };
  },

  describe: ({ kind, profile, record, another }, { snapshot }) => ({
    detail: {
      kind,
      profile: profile === null ? null : (snapshot.profiles.get(profile)?.key ?? profile),
      record: record === null ? null : (snapshot.seen.get(record)?.number ?? record),
      another,
    },
    stage: 1,
  }),

  become({ space, kind, actor, profile }) {
    return space.startsWith(NEW) ? { spaces: [{ id: space, kind, creator: actor, profile, shares: [] }] } : {};
  },

  touches: ({ actor }) => [actor],
  resources: ({ space }) => [spaceResource(space)],
  effects: () => [],
};

function refusalToCreate(intent: Intent, ground: Ground): Refusal | null {
  if (isInactive(intent.actor, ground.state)) return { reason: 'owner-inactive', rule: 'A1' };
  return refusalByRecord(intent, ground) ?? refusalByProfile(intent, ground);
}

/** C1: from a record one has read or more on; an archived copy counts as that (T10). */
function refusalByRecord({ record: id, actor }: Intent, { snapshot, state }: Ground): Refusal | null {
  if (id === null) return null;
  const record = state.records.get(id);
  const reads = record && atLeast(recordAccessOf(actor, record, state).level, 'read');
  return reads || snapshot.seen.get(id)?.holdsCopy ? null : { reason: 'record-not-read', rule: 'C1' };
}

/** C6: for profiles of one's own schools, unless one is an administrator or a coordinator; and a second one only on purpose. */
function refusalByProfile(
  { profile: id, actor, kind, another, desired }: Intent,
  { snapshot, state }: Ground,
): Refusal | null {
  const profile = id === null ? undefined : snapshot.profiles.get(id);
  if (!profile) return null;
  const member = state.members.get(actor);
  const any = member?.roles.some((role) => role === 'administrator' || role === 'coordinator');
  const own = profile.school !== null && member?.schools.includes(profile.school);
  if (snapshot.hasSchools && !any && !own) return { reason: 'profile-of-other-school', rule: 'C6' };
  // It would be that one, were it in the actor's view.
  if (kind !== 'multi' || !profile.hasMultiSpace || another) return null;
  return { reason: 'has-multi-space', rule: 'C6', mayBeAnybodys: desired === true, couldActAs: snapshot.couldActAs };
}
