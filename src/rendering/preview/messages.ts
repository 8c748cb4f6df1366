import type { Effect, Phase, Plan } from '../../planning/plan.ts';
import { setIn } from '../layout.ts';
import { hasAcceptance } from './phases.ts';
import type { Setting } from './setting.ts';

const MOST_NAMED = 4;

/** Who is written to, and how many times (N1 to N4): colleagues and clients apart, now and once a recipient accepts. */
export function messagesLine(plan: Plan, setting: Setting): string {
  const say = setting.texts.preview;
  const now = phrases(plan, 'applied', false, setting);
  const later = hasAcceptance(plan) ? phrases(plan, 'accepted', emailsIn(plan, 'applied') > 0, setting) : [];
  const text =
    later.length === 0
      ? now.join(', ') || say.noMessages
      : `${say.nowMessages(now.join(', '))}; ${say.thenMessages(later.join(', '))}`;
  const label = `  ${say.messages}  `;
  return label + setIn(text, setting.width, label.length).trimStart();
}

/** What goes out in one phase. `said`: the noun has been said already. */
function phrases(plan: Plan, phase: Phase, said: boolean, { names, texts }: Setting): string[] {
  const say = texts.preview;
  const effects = plan.effects.filter((effect) => effect.phase === phase);
  const emails = effects.filter(({ kind, audience }) => kind === 'email' && audience === 'colleague');
  const people = [...new Set(emails.flatMap(({ to }) => to ?? []))];
  const total = sum(emails);
  const colleagues =
    total === 0
      ? []
      : [
          people.length <= MOST_NAMED
            ? say.emailsTo(total, people.map(names.short))
            : say.emailsToMany(total, people.length),
        ];
  return [
    ...colleagues,
    ...notifications(plan, effects, new Set(people), { names, texts }),
    ...clients(effects, said || total > 0, texts),
  ];
}

const sum = (effects: readonly Effect[]): number => effects.reduce((total, { count }) => total + (count ?? 0), 0);

const emailsIn = ({ effects }: Plan, phase: Phase): number =>
  sum(effects.filter((effect) => effect.phase === phase && effect.kind === 'email'));

/** Notifications to those who get no e-mail beside; who acts knows already. */
function notifications(
  { steps }: Plan,
  effects: readonly Effect[],
  emailed: ReadonlySet<string>,
  { names, texts: { preview: say } }: Pick<Setting, 'names' | 'texts'>,
): string[] {
  const acting = new Set(steps.map(({ intent }) => intent.actor));
  const others = effects.filter(
    ({ kind, to }) => kind === 'notification' && to !== null && !emailed.has(to) && !acting.has(to),
  );
  const people = [...new Set(others.flatMap(({ to }) => to ?? []))];
  if (people.length === 0) return [];
  return people.length <= MOST_NAMED
    ? [say.notificationsTo(sum(others), people.map(names.short))]
    : [say.notificationsToMany(sum(others), people.length)];
}

/** T9: one e-mail to a client for each appointment that is cancelled. */
function clients(effects: readonly Effect[], said: boolean, { preview: say }: Setting['texts']): string[] {
  const emails = effects.filter(({ kind, audience }) => kind === 'email' && audience === 'client');
  const cancelled = sum(effects.filter(({ kind }) => kind === 'appointment-cancellation'));
  return [
    ...(sum(emails) > 0 ? [say.emailsToClients(sum(emails), cancelled, said)] : []),
    ...(emails.some(({ count }) => count === null) ? [say.unknownClients] : []),
  ];
}
