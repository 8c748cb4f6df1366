import { expect } from 'vitest';
import { LineReader, linesOf } from '../../../src/executing/saved/lines.ts';
import { isAsSaved, planOfSaved } from '../../../src/executing/saved/plan.ts';
import type { Plan } from '../../../src/planning/plan.ts';
import { keepingOf } from '../keeping.ts';
import type { Planned } from '../psyctl.ts';
import type { Stand } from './stand.ts';

/** A plan with all that follows from it, to be compared. */
const inFull = (plan: Plan) => ({ ...plan, accessChanges: [...plan.accessChanges], effects: [...plan.effects] });

/** Law 6: a plan that is kept and read again is the same plan, and names nobody: no title, no name of a person. */
export function expectToBeKept({ plan, intents, snapshot, directory, leftOut }: Planned, { world }: Stand): void {
  const lines = [...linesOf(keepingOf(snapshot, intents, {}, { directory, leftOut }))];
  const reader = new LineReader('plan.jsonl');
  for (const line of lines) reader.take(line);
  const saved = reader.end();
  const again = planOfSaved(saved);
  expect(inFull(again)).toEqual(inFull(plan));
  expect(isAsSaved(again, saved)).toBe(true);
  const text = lines.join('\n');
  const names = [...world.records.map(({ title }) => title), ...world.members.map(({ name }) => name)];
  expect(names.filter((name) => name !== '' && text.includes(name))).toEqual([]);
}
