import type { PlannedIntent, ResolvedIntent } from '../model/intents/index.ts';
import type { Grantee, Id } from '../model/organization.ts';
import { NEW, type NewSpaceReference, type Place, type Reference } from '../model/references.ts';

/** What the API calls what a plan has made, by the id the plan has for it. */
export type IdOf = (id: Id) => Id;

/** The fields of an intent that hold one id, and what it is of. */
const KINDS: Readonly<Record<string, 'record' | 'member' | 'team' | 'profile' | 'transfer'>> = {
  record: 'record',
  member: 'member',
  to: 'member',
  from: 'member',
  team: 'team',
  profile: 'profile',
  transfer: 'transfer',
};

/** Something asked for, and what it is done to. */
export interface AskedFor {
  readonly intent: ResolvedIntent;
  readonly target?: { readonly type: string; readonly id: Id } | undefined;
}

/**
 * Intents as somebody would write them who knew only ids, so that what they are about can be read again. The place of each
 * is its position among those asked for, as `row`, counted from 0. `all` are those of the whole plan: what is to be
 * shared may have to be made first. What the plan has made meanwhile is called by `idOf`.
 */
export const writtenById = (
  asked: readonly AskedFor[],
  all: readonly ResolvedIntent[],
  idOf: IdOf,
): PlannedIntent[] => {
  const spaces = newSpacesOf(all);
  return asked.map((one, position) => written(one, spaces, idOf, { row: position }));
};

type NewSpaces = ReadonlyMap<Id, ResolvedIntent & { readonly action: 'space.create' }>;

const newSpacesOf = (intents: readonly ResolvedIntent[]): NewSpaces =>
  new Map(intents.flatMap((intent) => (intent.action === 'space.create' ? [[intent.space, intent]] : [])));

function written({ intent, target }: AskedFor, spaces: NewSpaces, idOf: IdOf, place: Place): PlannedIntent {
  const { actor: _actor, ...wanted } = intent;
  // T17: a transfer goes by its record: those see it who see that, and its id alone says nobody's.
  if ('transfer' in wanted && target?.type === 'record') Object.assign(wanted, { transfer: target.id });
  const fields = Object.entries(wanted).map(([field, value]) => [
    field,
    fieldOf(field, value, intent, spaces, idOf, place),
  ]);
  return Object.fromEntries(fields) as PlannedIntent;
}

function fieldOf(
  field: string,
  value: unknown,
  intent: ResolvedIntent,
  spaces: NewSpaces,
  idOf: IdOf,
  place: Place,
): unknown {
  if (field === 'space') return spaceOf(value as Id, intent, spaces, idOf, place);
  if (field === 'grantee') return granteeOf(value as Grantee, idOf, place);
  if (field === 'teams') return (value as readonly Id[]).map((id) => named('team', id, idOf, place));
  if (field === 'schools') return schoolsOf(value as readonly string[], place);
  if (intent.action === 'member.assign-schools' && (field === 'set' || field === 'add' || field === 'remove'))
    return value && schoolsOf(value as readonly string[], place);
  const kind = KINDS[field];
  return kind && typeof value === 'string' ? named(kind, value, idOf, place) : value;
}

const schoolsOf = (codes: readonly string[], place: Place): Reference[] =>
  codes.map((text) => ({ ref: 'school', text, place }));

/** What isn't there yet goes by the name its id ends with. */
function named(
  ref: 'record' | 'member' | 'team' | 'profile' | 'transfer',
  id: Id,
  idOf: IdOf,
  place: Place,
): Reference {
  const known = idOf(id);
  const isNew = known.startsWith(NEW) && (ref === 'member' || ref === 'team');
  const text = isNew ? known.slice(NEW.length) : known;
  return { ref, text, place, ...(isNew ? { orNew: true } : {}) } as Reference;
}

function granteeOf({ type, id }: Grantee, idOf: IdOf, place: Place): Reference {
  const reference = named(type, id, idOf, place);
  return { ...reference, ref: 'grantee', type } as Reference;
}

function spaceOf(id: Id, intent: ResolvedIntent, spaces: NewSpaces, idOf: IdOf, place: Place): Reference {
  const known = idOf(id);
  const making = spaces.get(id);
  if (!making || (intent.action !== 'space.create' && !known.startsWith(NEW)))
    return { ref: 'space', text: known, place };
  const { kind, profile, record, name, another } = making;
  const text = profile ?? name ?? '';
  return { ref: 'new-space', kind, profile, record, name, another, text, place } satisfies NewSpaceReference;
}
