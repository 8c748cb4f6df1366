import type { Contents } from '../../contract/records.ts';

/** The column of each kind of item a record holds (R2). */
export const CONTENT_COLUMNS = {
  progressNotes: 'progress_notes',
  draftNotes: 'draft_notes',
  documents: 'documents',
  confidentialNotes: 'confidential_notes',
  confidentialDocuments: 'confidential_documents',
  rawData: 'raw_data',
  invoices: 'invoices',
  upcomingAppointments: 'upcoming_appointments',
  tasks: 'tasks',
  memos: 'memos',
} as const satisfies Record<keyof Contents, string>;

/** How many items of each kind, as columns of `records`. */
export type ContentColumns = Record<(typeof CONTENT_COLUMNS)[keyof Contents], number>;

const KINDS = Object.keys(CONTENT_COLUMNS) as (keyof Contents)[];

/** Columns to counts. */
export function contentsOf(row: ContentColumns): Contents {
  const contents = {} as Contents;
  for (const kind of KINDS) contents[kind] = row[CONTENT_COLUMNS[kind]];
  return contents;
}

/** Counts to columns. */
export function contentColumns(contents: Contents): ContentColumns {
  const columns = {} as ContentColumns;
  for (const kind of KINDS) columns[CONTENT_COLUMNS[kind]] = contents[kind];
  return columns;
}
