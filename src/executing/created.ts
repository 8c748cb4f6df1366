import type { ResolvedIntent } from '../model/intents/index.ts';
import type { Id } from '../model/organization.ts';
import { NEW } from '../model/references.ts';
import type { Step } from '../planning/plan.ts';

/** What a plan created, and what the API calls it: steps that follow are about it by that id. */
export class Created {
  private readonly ids = new Map<Id, Id>();

  /** By the id the plan has, the one the API uses. */
  get all(): ReadonlyMap<Id, Id> {
    return this.ids;
  }

  /** The id the API uses; of what was there before, its own. */
  readonly idOf = (id: Id): Id => this.ids.get(id) ?? id;

  /** Takes down what the API calls something a step created, known some other way than by its answer. */
  set(id: Id, called: Id): void {
    this.ids.set(id, called);
  }

  /** Takes down what a step was answered, where it created something. */
  note({ target }: Step, body: unknown): void {
    if (!target.id.startsWith(NEW)) return;
    // An invitation has an id of its own beside its member's.
    const { member, id } = (body ?? {}) as { readonly member?: Id; readonly id?: Id };
    const created = target.type === 'member' ? member : id;
    if (created !== undefined) this.ids.set(target.id, created);
  }

  /** What the API calls what a step created; null where it created nothing. */
  ofTarget({ target }: Step): Id | null {
    return this.ids.get(target.id) ?? null;
  }

  /** Whether something an intent is about was to be created and wasn't; what the intent itself creates doesn't count. */
  lacks(intent: ResolvedIntent): boolean {
    return newIn(Object.entries(intent)).some((id) => !this.ids.has(id) && !isMadeBy(intent, id));
  }
}

const isNew = (value: unknown): value is Id => typeof value === 'string' && value.startsWith(NEW);

/** What somebody typed: never an id. */
const TYPED: ReadonlySet<string> = new Set(['name', 'email']);

/** The ids in an intent that stand for something the plan creates: its own fields, grantees, lists of them. */
function newIn(entries: readonly (readonly [string, unknown])[]): Id[] {
  return entries.flatMap(([field, value]): Id[] => {
    if (TYPED.has(field)) return [];
    if (isNew(value)) return [value];
    if (Array.isArray(value)) return value.filter(isNew);
    if (typeof value === 'object' && value !== null && 'id' in value && isNew(value.id)) return [value.id];
    return [];
  });
}

const CREATES: Readonly<Record<string, string>> = {
  'team.create': 'team',
  'member.invite': 'member',
  'space.create': 'space',
};

/** Whether an intent itself makes what an id stands for. */
export function isMadeBy(intent: ResolvedIntent, id: Id): boolean {
  const field = CREATES[intent.action];
  return field !== undefined && (intent as unknown as Record<string, unknown>)[field] === id;
}
