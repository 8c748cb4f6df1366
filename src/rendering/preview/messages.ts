import type { Plan } from '../../planning/plan.ts';
import { setIn } from '../layout.ts';
import type { Setting } from './setting.ts';

const MOST_NAMED = 4;

/** Who is written to, and how many times (N1). */
export function messagesLine(plan: Plan, { names, texts, width }: Setting): string {
  const say = texts.preview;
  const emails = plan.effects.filter((effect) => effect.kind === 'email');
  const people = [...new Set(emails.flatMap((effect) => effect.to ?? []))];
  const total = emails.reduce((sum, effect) => sum + (effect.count ?? 0), 0);
  if (total === 0) return `  ${say.messages}  ${say.noMessages}`;
  const text =
    people.length <= MOST_NAMED
      ? say.emailsTo(
          total,
          people.map((id) => names.short(id)),
        )
      : say.emailsToMany(total, people.length);
  return setIn(`${say.messages}  ${text}`, width, 2, 10);
}
