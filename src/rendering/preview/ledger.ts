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
  const deletions = plan.effects.filter(({ kind }) => kind === 'deletion');
  if (deletions.length === 0) return [];
  const say = setting.texts.preview.transfer;
  const known = deletions.filter(({ count }) => count !== null);
  const optional = known.filter(({ item }) => KEPT_BY[item ?? '']);
  const never = known.filter(({ item }) => !KEPT_BY[item ?? '']);
  const flags = [...new Set(optional.map(({ item }) => KEPT_BY[item ?? ''] ?? ''))].sort();
  const choosing = plan.steps.some(({ action }) => action === 'transfer.send' || action === 'transfer.send-hidden');
  const rows = [
    ...(optional.length > 0
      ? [[items(optional, setting), choosing ? say.keepBy(flags) : say.excludedAtSending] as const]
      : []),
    ...(never.length > 0 ? [[items(never, setting), say.cannotBeKept] as const] : []),
    ...(known.length < deletions.length ? [[say.unknownItems, say.unknownKeep] as const] : []),
  ];
  return [
    setIn(setting.paint.warning(title(plan, deletions, setting)), setting.width, 2, 2),
    ...twoColumns(rows, setting.width),
  ];
}

function title({ steps }: Plan, deletions: readonly Effect[], { names, texts: { preview } }: Setting): string {
  const say = preview.transfer;
  if (deletions.every(({ phase }) => phase === 'applied')) return say.deletedNow;
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
export function items(deletions: readonly Effect[], { texts: { preview } }: Setting): string {
  const totals = new Map<string, number>();
  for (const { item, count } of deletions) {
    if (item !== null) totals.set(item, (totals.get(item) ?? 0) + (count ?? 0));
  }
  const say = preview.transfer;
  const told = say.items.filter((item) => totals.has(item)).map((item) => say.item(item, totals.get(item) ?? 0));
  return told.length > 0 ? told.join(', ') : say.unknownItems;
}
