import { groupBy } from '../../model/collections.ts';
import { highest, type Level } from '../../model/levels.ts';
import type { Id } from '../../model/organization.ts';
import type { AccessChange } from '../../planning/plan.ts';
import { setIn } from '../layout.ts';
import { isLatent } from './lines.ts';
import type { Setting } from './setting.ts';
import { levelThrough } from './ways.ts';

const MOST_NAMED = 8;

/** Who has nothing now and will have something once active, or no longer will (S8, O12): people of one lot share a line. */
export function laterLines(changes: Iterable<AccessChange>, setting: Setting): string[] {
  const { names, width, texts, statusOf } = setting;
  const say = texts.preview;
  const levels = new Map<Id, [was: Level, then: Level]>();
  for (const change of changes) {
    if (!isLatent(change) || statusOf(change.member) === 'active') continue;
    const [was, then] = levels.get(change.member) ?? ['none', 'none'];
    levels.set(change.member, [
      highest([was, levelThrough(change.before, 'inactive')]),
      highest([then, levelThrough(change.after, 'inactive')]),
    ]);
  }
  const people = [...levels].flatMap(([member, [was, then]]) =>
    was === then ? [] : [{ member, was, then, status: statusOf(member) as 'invited' | 'inactive' }],
  );
  const lots = groupBy(people, ({ was, then, status }) => [status, then === 'none' ? was : '', then].join(' '));
  return [...lots.values()].map((lot) => {
    const [{ was, then, status }] = lot as [(typeof lot)[number]];
    const named = lot.slice(0, MOST_NAMED).map(({ member }) => names.member(member));
    const rest = lot.length > MOST_NAMED ? [say.andMore(lot.length - MOST_NAMED)] : [];
    const whom = [...named, ...rest].join(', ');
    const line = then === 'none' ? say.laterNoMore(was, status, whom) : say.later(then, status, whom);
    return setIn(line, width, 2, 2);
  });
}
