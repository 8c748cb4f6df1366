import { type AccessChange, CHANGES, type Effect, type HiddenChange, type Step, type Summary } from './plan.ts';

/** Counts what a plan comes to. */
export function summarize(
  steps: readonly Step[],
  changes: readonly AccessChange[],
  effects: readonly Effect[],
  seats: Summary['seats'],
  hidden: readonly HiddenChange[],
): Summary {
  return {
    steps: { change: 0, unchanged: 0, refused: 0, waiting: 0, ...countBy(steps, (step) => step.status) },
    access: {
      ...(Object.fromEntries(CHANGES.map((change) => [change, 0])) as Summary['access']),
      ...countBy([...changes, ...hidden.map(() => ({ change: 'unknown' as const }))], (one) => one.change),
    },
    emails: { colleagues: emailsTo('colleague', effects), clients: emailsTo('client', effects) },
    deletions: sum(effects.filter((effect) => effect.kind === 'deletion')),
    seats,
  };
}

const sum = (effects: readonly Effect[]) => effects.reduce((total, effect) => total + (effect.count ?? 0), 0);

const emailsTo = (audience: Effect['audience'], effects: readonly Effect[]) =>
  sum(effects.filter((effect) => effect.kind === 'email' && effect.audience === audience));

function countBy<T, Key extends string>(things: readonly T[], key: (thing: T) => Key): Partial<Record<Key, number>> {
  const counts: Partial<Record<Key, number>> = {};
  for (const thing of things) counts[key(thing)] = (counts[key(thing)] ?? 0) + 1;
  return counts;
}
