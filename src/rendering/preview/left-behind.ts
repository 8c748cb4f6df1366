import { groupBy } from '../../model/collections.ts';
import type { LeftOut } from '../../model/left-out.ts';
import { setIn } from '../layout.ts';
import type { Setting } from './setting.ts';

const MOST_NAMED = 6;

/** What a change of everything somebody has can't take, and why, reason by reason (T1, T3). */
export function leftBehind(leftOut: readonly LeftOut[], { names, texts, width }: Setting): string {
  if (leftOut.length === 0) return '';
  const say = texts.preview.leftBehind;
  const total = leftOut.reduce((sum, { count }) => sum + count, 0);
  const lines = [...groupBy(leftOut, ({ reason, rule }) => `${reason} ${rule}`).values()].map((group) => {
    const [{ reason, rule }] = group as [LeftOut];
    const named = group.flatMap(({ record }) =>
      record === null ? [] : [names.number({ type: 'record', id: record })],
    );
    const unseen = group.filter(({ record }) => record === null).reduce((sum, { count }) => sum + count, 0);
    const which = [
      ...(named.length > MOST_NAMED ? [say.several(named.length)] : named),
      ...(unseen > 0 ? [say.unseen(unseen)] : []),
    ];
    return setIn(texts.general.about(which.join(', '), `${say.why[reason]} (${rule})`), width, 2, 2);
  });
  return [say.title(total), ...lines].join('\n');
}
