import type { DetailValue, Step } from '../../planning/plan.ts';
import { setIn } from '../layout.ts';
import type { Setting } from './setting.ts';

const MOST = 8;

/** What stays behind when people go, and comes back with them: records, copies, pending transfers (O5, T15, T17). */
export function behindSection(changing: readonly Step[], setting: Setting): string {
  const say = setting.texts.preview.people.behind;
  const section = (title: string, lines: readonly string[]) => (lines.length > 0 ? [title, ...lines].join('\n') : '');
  return [
    section(
      say.title,
      changing.flatMap((step) => leftBy(step, setting)),
    ),
    section(
      say.restoredTitle,
      changing.flatMap((step) => backWith(step, setting)),
    ),
  ]
    .filter((text) => text !== '')
    .join('\n\n');
}

function leftBy({ action, target, detail }: Step, { names, width, texts }: Setting): string[] {
  if (action === 'member.restore') return [];
  const say = texts.preview.people.behind;
  const records = many(detail['records']);
  const copies = many(detail['copies']);
  const set = (text: string) => setIn(text, width, 2, 2);
  const transfers = Array.isArray(detail['transfers']) ? (detail['transfers'] as readonly string[]) : [];
  return [
    ...(records > 0
      ? [set(say.records(names.member(target.id), records)), `    ${say.command(names.target(target))}`]
      : []),
    ...(copies > 0 ? [set(say.copies(copies))] : []),
    ...(transfers.length > 0 ? [set(say.transfers(named(transfers, texts)))] : []),
    ...(detail['transfersKnown'] === false ? [set(say.unknownTransfers)] : []),
  ];
}

/** O5: what comes back with somebody. */
function backWith({ action, target, detail }: Step, { names, width, texts }: Setting): string[] {
  const records = many(detail['records']);
  if (action !== 'member.restore' || records === 0) return [];
  return [setIn(texts.preview.people.behind.restored(names.member(target.id), records), width, 2, 2)];
}

const many = (value: DetailValue | undefined): number => (typeof value === 'number' ? value : 0);

function named(transfers: readonly string[], { preview: say }: Setting['texts']): string[] {
  const told = transfers.slice(0, MOST).map((one) => {
    const at = one.lastIndexOf(' ');
    const record = one.slice(0, at);
    const name = record === 'confidential' ? say.people.behind.confidential : record;
    return say.people.behind.transfer(name, one.slice(at + 1));
  });
  return transfers.length > MOST ? [...told, say.people.behind.moreTransfers(transfers.length - MOST)] : told;
}
