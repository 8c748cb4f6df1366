import { groupBy } from '../model/collections.ts';
import type { UndoReason, UndoRow, UndoVerdict } from '../planning/undoing/row.ts';
import type { Texts } from '../texts/index.ts';
import { setIn } from './layout.ts';
import { type Names, namesIn } from './preview/names.ts';
import type { Setting } from './preview/setting.ts';
import { sayRefusal } from './refusal.ts';
import type { Scene } from './scene.ts';
import { commandFor } from './wish.ts';

/** So many rows of one kind are told one by one. */
const MOST = 20;

/** What becomes of each row of a run that is undone, as JSON: numbers and e-mails; null where none is. */
export function undoJson({ undo, directory }: Scene, texts: Texts) {
  if (!undo) return null;
  const names = namesIn(directory, false);
  const email = (id: string) => directory.members.get(id)?.email ?? id;
  return {
    run: undo.run,
    rows: undo.rows.map((row) => ({
      row: row.row,
      verdict: row.verdict,
      reason: row.why.reason,
      target: row.target && names.target(row.target),
      subject:
        row.subject && (row.subject.type === 'team' ? `team:${names.team(row.subject.id)}` : email(row.subject.id)),
      who: row.who && email(row.who),
      command: commandOf(row, directory),
      message: sayWhy(row.why, names, texts),
    })),
  };
}

/** What of a run stays done, and why: what somebody else would have to do, what can't be undone. */
export function undoSections({ undo, directory }: Scene, { names, texts, width }: Setting): string[] {
  if (!undo) return [];
  const say = texts.undo;
  const reversed = undo.rows.filter(({ verdict }) => verdict === 'reversed');
  const already = reversed.filter(({ why }) => why.reason === 'already').length;
  const part = (verdict: UndoVerdict) => {
    const rows = undo.rows.filter((row) => row.verdict === verdict);
    if (rows.length === 0) return '';
    const lines = [...groupBy(rows, (row) => `${row.row}`).values()].flat().map((row) => line(row));
    const shown =
      lines.length > MOST ? [...lines.slice(0, MOST), `  ${texts.preview.andMore(lines.length - MOST)}`] : lines;
    return [say.title[verdict](rows.length), ...shown].join('\n');
  };
  const line = (row: UndoRow) => {
    const what = [row.target && names.target(row.target), row.subject && names.grantee(row.subject)].filter(Boolean);
    const command = commandOf(row, directory);
    const where = row.row === null ? '' : `${texts.preview.row(row.row)}  ${what.join(', ')}: `;
    const who = row.who === null ? null : names.member(row.who);
    const told = say.told(sayWhy(row.why, names, texts), who);
    return [setIn(`${where}${told}`, width, 2, 2), ...(command === null ? [] : [setIn(command, width, 6, 2)])].join(
      '\n',
    );
  };
  return [
    [say.undoes(undo.run), ...(already > 0 ? [say.already(already)] : [])].join('\n'),
    part('somebody-else'),
    part('impossible'),
  ];
}

/** For whom there is somebody else, on their behalf. */
const commandOf = (row: UndoRow, directory: Scene['directory']): string | null =>
  row.wish && commandFor(row.wish, directory, row.who !== null);

function sayWhy(why: UndoReason, names: Names, texts: Texts): string {
  const say = texts.undo.why;
  switch (why.reason) {
    case 'with-row':
      return say['with-row'](why.row);
    case 'changed':
      return say.changed(why.by.map(({ who, action, at }) => ({ who, action, at })));
    case 'not-theirs':
      return say['not-theirs'](why.refusal && sayRefusal(why.refusal, names, texts).message);
    case 'refused':
      return say.refused(sayRefusal(why.refusal, names, texts).message);
    case 'destroyed': {
      const items = why.items.flatMap(({ item, count }) =>
        item === null || count === null ? [] : [texts.preview.transfer.item(item, count)],
      );
      return say.destroyed(items, why.items.length > items.length, why.appointments);
    }
    case 'given-unseen':
      return say['given-unseen'](why.count);
    case 'written':
      return say.written(why.emails);
    default:
      return say[why.reason];
  }
}
