import type { Effect, Plan } from '../../planning/plan.ts';
import { padded, setIn, widest } from '../layout.ts';
import type { Setting } from './setting.ts';

/** Between the items and what would keep them. */
const GAP = 3;

/** Which choice would keep an item (T8); tasks and memos can't be kept (T9). */
const KEPT_BY: Readonly<Record<string, string>> = {
  'confidential-note': 'confidential',
  'confidential-document': 'confidential',
  'raw-data': 'raw-data',
};

/** What is destroyed for good, item by item, and what would keep it (T9, T11): never folded away. */
export function ledger(plan: Plan, setting: Setting): string[] {
  const deleted = deletedBy(plan.effects);
  if (!deleted) return [];
  const say = setting.texts.preview.transfer;
  const optional = [...deleted.items].filter(([item]) => KEPT_BY[item]);
  const never = [...deleted.items].filter(([item]) => !KEPT_BY[item]);
  const flags = [...new Set(optional.map(([item]) => KEPT_BY[item] ?? ''))].sort();
  const choosing = plan.steps.some(({ action }) => action === 'transfer.send' || action === 'transfer.send-hidden');
  const rows = [
    ...(optional.length > 0
      ? [[items(optional, setting), choosing ? say.keepBy(flags) : say.excludedAtSending] as const]
      : []),
    ...(never.length > 0 ? [[items(never, setting), say.cannotBeKept] as const] : []),
    ...(deleted.unknown ? [[say.unknownItems, say.unknownKeep] as const] : []),
  ];
  return [
    setIn(setting.paint.warning(title(plan, deleted, setting)), setting.width, 2, 2),
    ...twoColumns(rows, setting.width),
  ];
}

/** What is destroyed, counted. */
export interface Deleted {
  /** By kind of item, those whose number is known. */
  readonly items: ReadonlyMap<string, number>;
  /** Whether of some nobody here knows how many. */
  readonly unknown: boolean;
  /** Whether all of it is destroyed at once, none of it on acceptance. */
  readonly now: boolean;
}

/** What some effects destroy; null where that is nothing. */
export function deletedBy(effects: Iterable<Effect>): Deleted | null {
  const counts = new Map<string, number>();
  let [some, unknown, now] = [false, false, true];
  for (const { kind, item, count, phase } of effects) {
    if (kind !== 'deletion') continue;
    some = true;
    now &&= phase === 'applied';
    if (count === null || item === null) unknown = true;
    else counts.set(item, (counts.get(item) ?? 0) + count);
  }
  return some ? { items: counts, unknown, now } : null;
}

function title({ steps }: Plan, { now }: Deleted, { names, texts: { preview } }: Setting): string {
  const say = preview.transfer;
  if (now) return say.deletedNow;
  const sending = steps.filter(({ status, subject }) => status === 'change' && subject);
  const recipients = [...new Set(sending.flatMap(({ subject }) => subject?.id ?? []))];
  return say.deletedOnAcceptance(recipients.length === 1 ? names.short(recipients[0] ?? '') : null);
}

function twoColumns(rows: readonly (readonly [string, string])[], width: number): string[] {
  const left = Math.min(widest(rows.map(([text]) => text)) + GAP, Math.floor(width / 2) - 1);
  return rows.flatMap(([text, hint]) => {
    const texts = setIn(text, 4 + left - GAP, 4).split('\n');
    const hints = setIn(hint, width, 4 + left).split('\n');
    const lines = Array.from({ length: Math.max(texts.length, hints.length) }, (_, n) => n);
    return lines.map((n) => (padded(texts[n] ?? '', 4 + left) + (hints[n] ?? '').trimStart()).trimEnd());
  });
}

/** Items by their kind, counted: `1 confidential note, 2 raw data items`. */
export function items(counts: Iterable<readonly [string, number]>, { texts: { preview } }: Setting): string {
  const totals = new Map(counts);
  const say = preview.transfer;
  const told = say.items.filter((item) => totals.has(item)).map((item) => say.item(item, totals.get(item) ?? 0));
  return told.length > 0 ? told.join(', ') : say.unknownItems;
}
