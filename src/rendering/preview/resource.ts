import { groupBy } from '../../model/collections.ts';
import type { Resource } from '../../model/resources.ts';
import type { AccessChange, Plan, Step } from '../../planning/plan.ts';
import { padded, setIn, widest } from '../layout.ts';
import { type Line, latentNotes, linesOf } from './lines.ts';
import { columnsOf, type PhaseColumns } from './phases.ts';
import type { Setting } from './setting.ts';
import { createdNotes, shortName, titleOf } from './spaces.ts';
import { deletedFrom, transferNotes } from './transfer-notes.ts';

const LABEL_WIDTH = 24;
const LEVEL_GAP = 4;

/** A resource with what becomes of it, and the steps that make it so. */
export interface Affected {
  readonly resource: Resource;
  readonly changes: readonly AccessChange[];
  readonly steps: readonly Step[];
}

/** What becomes of one resource: a line a person or team, and what else to know. `only`: the plan is about no other. */
export function resourceSection(affected: Affected, plan: Plan, only: boolean, setting: Setting): string {
  const { names, texts, width, paint } = setting;
  const columns = columnsOf(plan, texts);
  const lines = linesOf(affected.changes, columns, names, texts);
  const notes = [
    ...notesOf(affected, plan, setting),
    ...(only ? transferNotes(plan, setting) : deletedFrom(affected.resource.id, plan, setting)),
  ];
  const nothing = lines.length + notes.length === 0 ? [`  ${texts.preview.leavesNobody}`] : [];
  return [
    paint.strong(titleOf(affected.resource, setting)),
    ...(lines.length > 0 ? table(lines, columns, setting) : []),
    ...notes.map((note) => setIn(note, width, 2, 2)),
    ...nothing,
  ].join('\n');
}

/** The same for a good many resources: one table, each line saying which it is about. */
export function resourcesTable(all: readonly Affected[], plan: Plan, setting: Setting): string {
  const { names, texts, width } = setting;
  const columns = columnsOf(plan, texts);
  const number = widest(all.map(({ resource }) => shortName(resource, setting))) + 2;
  const about = (resource: Resource, line: Line, first: boolean): Line => ({
    ...line,
    label: padded(first ? shortName(resource, setting) : '', number) + line.label,
  });
  const lines = all.flatMap(({ resource, changes }) =>
    linesOf(changes, columns, names, texts).map((line, n) => about(resource, line, n === 0)),
  );
  const notes = sharedNotes(all, plan, setting);
  return [...table(lines, columns, setting, number), ...notes.map((note) => setIn(note, width, 2, 2))].join('\n');
}

const notesOf = ({ resource, changes, steps }: Affected, { hidden }: Plan, setting: Setting): string[] => [
  ...new Set(latentNotes(changes, setting.statusOf, setting.names, setting.texts)),
  ...joiners(steps, setting),
  ...statusNotes(steps, setting),
  ...createdNotes(steps, setting),
  ...(hidden.some(({ record }) => record === resource.id) ? [setting.texts.preview.transfer.unseenRecord] : []),
];

/** The notes on many resources: what holds of several is said once, with their numbers. */
function sharedNotes(all: readonly Affected[], plan: Plan, setting: Setting): string[] {
  const notes = all.flatMap((one) =>
    notesOf(one, plan, setting).map((note) => ({ note, number: shortName(one.resource, setting) })),
  );
  const { about } = setting.texts.general;
  const byNote = groupBy(notes, ({ note }) => note);
  return [...byNote].map(([note, those]) =>
    those.length === all.length && all.length > 1 ? note : about(those.map(({ number }) => number).join(', '), note),
  );
}

/** R5: what archiving means for those who share the record. */
const statusNotes = (steps: readonly Step[], { texts: { preview: say } }: Setting): string[] =>
  steps.flatMap(({ action }) => {
    if (action === 'record.archive') return [say.archived];
    return action === 'record.reactivate' ? [say.reactivated] : [];
  });

/** S8, O7: a team's share is also that of whoever joins it later. */
function joiners(steps: readonly Step[], { names, texts }: Setting): string[] {
  return steps.flatMap(({ action, subject, detail }) =>
    (action === 'share.set' || action === 'space.share') && subject?.type === 'team'
      ? [texts.preview.joinsLater(names.team(subject.id), (detail['access'] ?? 'member') as 'read' | 'member')]
      : [],
  );
}

function table(lines: readonly Line[], { headers }: PhaseColumns, { width }: Setting, inset = 0): string[] {
  const widthsOf = (levelsOf: (line: Line) => readonly string[]) =>
    headers.map((header, n) => widest([header, ...lines.map((line) => levelsOf(line)[n] ?? '')]) + LEVEL_GAP);
  const roomBeside = (columns: readonly number[]) => width - 2 - columns.reduce((sum, column) => sum + column, 0);
  const wanted = Math.max(LABEL_WIDTH, widest(lines.map((line) => line.label)) + 2);
  const inFull = widthsOf(({ levels }) => levels);
  // The last column needs no gap after it.
  const fits = wanted <= roomBeside(inFull) + LEVEL_GAP;
  const levelsOf = ({ levels, inShort }: Line) => (fits ? levels : inShort);
  const columns = widthsOf(levelsOf);
  const label = Math.min(wanted, Math.max(LABEL_WIDTH, roomBeside(columns)));
  const row = (name: string, cells: readonly string[]) =>
    `  ${padded(name, label)}${cells.map((cell, n) => padded(cell, columns[n] ?? 0)).join('')}`.trimEnd();
  return [
    row('', headers),
    ...lines.flatMap((line) => [
      row(line.label, levelsOf(line)),
      ...line.notes.map((note) => setIn(note, width, 4 + inset, 2)),
    ]),
  ];
}
