import type { Id } from '../../model/organization.ts';
import type { Effect, Plan } from '../../planning/plan.ts';
import { setIn } from '../layout.ts';
import { hasAcceptance } from './phases.ts';
import type { Setting } from './setting.ts';

const MOST_NAMED = 4;

/** Who is written to, and how many times (N1 to N4): colleagues and clients apart, now and once a recipient accepts. */
export function messagesLine(plan: Plan, setting: Setting): string {
  const say = setting.texts.preview;
  const written = { applied: new Written(), accepted: new Written() };
  for (const effect of plan.effects) written[effect.phase].add(effect);
  const now = phrases(plan, written.applied, false, setting);
  const later = hasAcceptance(plan) ? phrases(plan, written.accepted, written.applied.isByEmail, setting) : [];
  const text =
    later.length === 0
      ? now.join(', ') || say.noMessages
      : `${say.nowMessages(now.join(', '))}; ${say.thenMessages(later.join(', '))}`;
  const label = `  ${say.messages}  `;
  return label + setIn(text, setting.width, label.length).trimStart();
}

/** What is written in one phase, counted. */
class Written {
  /** E-mails to each colleague, and notifications. */
  readonly emails = new Map<Id, number>();
  readonly notifications = new Map<Id, number>();
  clients = 0;
  /** Whether there are more clients than anybody here can count (A2). */
  unknownClients = false;
  cancelled = 0;

  add({ kind, audience, to, count }: Effect): void {
    if (kind === 'appointment-cancellation') this.cancelled += count ?? 0;
    if (kind === 'email' && audience === 'client') {
      this.clients += count ?? 0;
      this.unknownClients ||= count === null;
    } else if (to !== null && (kind === 'email' || kind === 'notification')) {
      const sent = kind === 'email' ? this.emails : this.notifications;
      sent.set(to, (sent.get(to) ?? 0) + (count ?? 0));
    }
  }

  get isByEmail(): boolean {
    return sum(this.emails.values()) + this.clients > 0;
  }
}

const sum = (counts: Iterable<number>): number => [...counts].reduce((total, count) => total + count, 0);

/** What goes out in one phase. `said`: the noun has been said already. */
function phrases(plan: Plan, written: Written, said: boolean, setting: Setting): string[] {
  const { names, texts } = setting;
  const say = texts.preview;
  const people = [...written.emails.keys()];
  const total = sum(written.emails.values());
  const colleagues =
    total === 0
      ? []
      : [
          people.length <= MOST_NAMED
            ? say.emailsTo(total, people.map(names.short))
            : say.emailsToMany(total, people.length),
        ];
  return [...colleagues, ...notifications(plan, written, setting), ...clients(written, said || total > 0, setting)];
}

/** Notifications to those who get no e-mail beside; who acts knows already. */
function notifications({ steps }: Plan, written: Written, { names, texts: { preview: say } }: Setting): string[] {
  const acting = new Set(steps.map(({ intent }) => intent.actor));
  const others = [...written.notifications].filter(([to]) => !written.emails.has(to) && !acting.has(to));
  if (others.length === 0) return [];
  const total = sum(others.map(([, count]) => count));
  return others.length <= MOST_NAMED
    ? [
        say.notificationsTo(
          total,
          others.map(([to]) => names.short(to)),
        ),
      ]
    : [say.notificationsToMany(total, others.length)];
}

/** T9: one e-mail to a client for each appointment that is cancelled. */
function clients({ clients: emails, cancelled, unknownClients }: Written, said: boolean, { texts }: Setting): string[] {
  const say = texts.preview;
  return [
    ...(emails > 0 ? [say.emailsToClients(emails, cancelled, said)] : []),
    ...(unknownClients ? [say.unknownClients] : []),
  ];
}
