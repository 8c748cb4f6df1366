import { groupBy } from '../../model/collections.ts';
import { highest, type Level } from '../../model/levels.ts';
import type { AccessChange } from '../../planning/plan.ts';
import { setIn } from '../layout.ts';
import { isLatent } from './lines.ts';
import type { Setting } from './setting.ts';
import { levelThrough } from './ways.ts';

const MOST_NAMED = 8;

/** Who has nothing now and will have something once active, or no longer will (S8, O12): people of one lot share a line. */
export function laterLines(changes: readonly AccessChange[], setting: Setting): string[] {
  const { names, width, texts, statusOf } = setting;
  const say = texts.preview;
  const latent = changes.filter((change) => isLatent(change) && statusOf(change.member) !== 'active');
  const people = [...groupBy(latent, ({ member }) => member)].flatMap(([member, theirs]) => {
    const [was, then] = [levelIn(theirs, 'before'), levelIn(theirs, 'after')];
    return was === then ? [] : [{ member, was, then, status: statusOf(member) as 'invited' | 'inactive' }];
  });
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

/** The highest of what somebody would have on any of some resources, were they active. */
const levelIn = (theirs: readonly AccessChange[], when: 'before' | 'after'): Level =>
  highest(theirs.map((change) => levelThrough(change[when], 'inactive')));
