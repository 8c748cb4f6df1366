import type { Contents, Id, ServiceRecord } from '../../model/organization.ts';
import { recordResource } from '../../model/resources.ts';
import type { Effect } from '../plan.ts';
import type { Terms } from './transferring.ts';

/** When a copy is made that isn't made yet: nobody knows. */
const ONCE_ACCEPTED = '';

/** What is taken out of a record when it is handed over (T8): into a copy, or for good. */
const excluded = (contents: Contents, { include }: Terms) => ({
  confidentialNotes: include.includes('confidential') ? 0 : contents.confidentialNotes,
  confidentialDocuments: include.includes('confidential') ? 0 : contents.confidentialDocuments,
  rawData: include.includes('raw-data') ? 0 : contents.rawData,
});

/** A record once its recipient has accepted it: theirs, their share ended, without what was excluded (T6, T9 to T12). */
export function handedOver(record: ServiceRecord, to: Id, terms: Terms): ServiceRecord {
  const copy = { holder: record.owner, at: ONCE_ACCEPTED };
  return {
    ...record,
    owner: to,
    transfer: null,
    shares: record.shares.filter(({ grantee }) => grantee.id !== to),
    copies: terms.keepCopy ? [...record.copies, copy] : record.copies,
    contents: record.contents && left(record.contents, terms),
  };
}

function left(contents: Contents, terms: Terms): Contents {
  const out = excluded(contents, terms);
  return {
    confidentialNotes: contents.confidentialNotes - out.confidentialNotes,
    confidentialDocuments: contents.confidentialDocuments - out.confidentialDocuments,
    rawData: contents.rawData - out.rawData,
    tasks: 0,
    memos: 0,
    upcomingAppointments: 0,
  };
}

/**
 * What acceptance destroys, and which appointments it cancels, with an e-mail to a client for each (T9, T11). Where
 * the actor doesn't see what the record holds, how many is null, not none (A2).
 */
export function ledgerOf(
  record: Pick<ServiceRecord, 'id' | 'contents'> | null,
  terms: Terms,
  phase: Effect['phase'],
): Omit<Effect, 'rows'>[] {
  const resource = record && recordResource(record.id);
  const deletion = (item: string | null, count: number | null): Omit<Effect, 'rows'> => {
    return { phase, kind: 'deletion', audience: null, to: null, item, resource, count, irreversible: true };
  };
  const cancelled = (count: number | null): Omit<Effect, 'rows'> => {
    const [kind, item] = ['appointment-cancellation', 'appointment'] as const;
    return { phase, kind, audience: null, to: null, item, resource, count, irreversible: false };
  };
  const written = (count: number | null): Omit<Effect, 'rows'> => {
    return { phase, kind: 'email', audience: 'client', to: null, item: null, resource, count, irreversible: false };
  };
  if (!record?.contents) return [deletion(null, null), cancelled(null), written(null)];
  const { contents } = record;
  const out = excluded(contents, terms);
  // T10, T11: a copy keeps what was excluded, but neither tasks nor memos.
  const unlessCopied = (count: number) => (terms.keepCopy ? 0 : count);
  const deleted: readonly (readonly [item: string, count: number])[] = [
    ['confidential-note', unlessCopied(out.confidentialNotes)],
    ['confidential-document', unlessCopied(out.confidentialDocuments)],
    ['raw-data', unlessCopied(out.rawData)],
    ['task', contents.tasks],
    ['memo', contents.memos],
  ];
  const { upcomingAppointments: appointments } = contents;
  return [
    ...deleted.filter(([, count]) => count > 0).map(([item, count]) => deletion(item, count)),
    ...(appointments > 0 ? [cancelled(appointments), written(appointments)] : []),
  ];
}
