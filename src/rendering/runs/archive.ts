import { groupBy } from '../../model/collections.ts';
import { NEW } from '../../model/references.ts';
import type { Effect, Plan } from '../../planning/plan.ts';
import type { Texts } from '../../texts/index.ts';
import { changeJson } from '../change-json.ts';
import { namesIn } from '../preview/names.ts';
import { runJson, type ShownRun } from './run-json.ts';

/** The version of the archive's form. */
const VERSION = 1;

/** What an archive is made of. */
export interface Archiving extends ShownRun {
  /** The plan of what was done alone: what followed from that, and from nothing else. */
  readonly carried: Plan;
  /** Whether this psyctl works the plan out as the one did that made it. */
  readonly sameAgain: boolean;
  /** The version of this psyctl. */
  readonly version: string;
}

/**
 * What is kept of a run for good: who did what, for whom, why, when, with what consequences for access, messages and
 * deletions. Record numbers, e-mails of members and ids; never a title, never a name of a student or client. The same run
 * gives the same archive.
 */
export function archiveJson(run: Archiving, texts: Texts) {
  const { id, origin, hash, directory, history, sameAgain, version } = run;
  const shown = runJson(run, texts);
  const said = spacesIn(run);
  const email = (member: string) => namesIn(directory, false).target({ type: 'member', id: member });
  const followed = changeJson(sceneOf(run), null, texts);
  const [accessChanges, effects] = [[...followed.accessChanges], [...followed.effects]];
  return {
    version: VERSION,
    run: id,
    command: origin.command,
    state: shown.state,
    psyctl: { planned: origin.psyctl, archived: version },
    plan: { id: origin.id, sha256: hash, madeAt: origin.madeAt, sameAgain },
    organization: origin.organization,
    host: origin.host,
    sandbox: origin.sandbox,
    by: origin.account.email,
    actingAs: origin.as,
    reason: origin.reason,
    startedAt: shown.startedAt,
    resumedAt: history.starts.slice(1).map(({ at }) => at),
    endedAt: shown.endedAt,
    rows: shown.rows.map(({ row, action, target, subject, status, found, error, requestId, retries }, n) => ({
      row,
      action,
      target: said(target),
      subject,
      detail: run.plan.steps[n]?.detail ?? {},
      status,
      found,
      error: error && { code: error.code, rule: error.rule },
      requestId,
      retries: retries.length,
    })),
    totals: shown.totals,
    accessChanges: accessChanges.map((change) => ({
      ...change,
      resource: change.resource && said(change.resource),
      before: change.before.level,
      after: change.after.level,
    })),
    messages: messagesOf(effects),
    deletions: itemsOf('deletion', effects).map(({ resource, ...one }) => ({
      resource: resource && said(resource),
      ...one,
    })),
    cancelledAppointments: itemsOf('appointment-cancellation', effects),
    retries: shown.rows.reduce((sum, { retries }) => sum + retries.length, shown.reads.length),
    pauses: {
      times: shown.pauses.length,
      seconds: Math.round(shown.pauses.reduce((sum, { ms }) => sum + ms, 0) / 1000),
    },
    stoppedBy: shown.stoppedBy && { code: shown.stoppedBy.code },
    verification: shown.verification && {
      ...shown.verification,
      mismatches: shown.verification.mismatches.map(({ member, resource }) => ({ member: email(member), resource })),
    },
  };
}

/** What an archive holds. */
export type Archive = ReturnType<typeof archiveJson>;

const sceneOf = ({ id, origin, carried, directory }: Archiving) => ({
  plan: carried,
  planId: id,
  command: origin.command,
  directory,
  target: { organization: origin.organization.name, host: origin.host, sandbox: origin.sandbox },
  actor: { email: origin.account.email, name: origin.account.email, actingAs: origin.as, reason: origin.reason },
  dryRun: false,
  undo: null,
});

/** A space that was to be made goes by the name that was typed, and that may be somebody's: here by its id, if it was made. */
function spacesIn({ plan, history }: Archiving): (text: string) => string {
  const made = new Map(
    plan.steps.flatMap(({ target }, n) => {
      const id = history.outcomes.get(n)?.made;
      return target.type === 'space' && id ? [[target.id, id] as const] : [];
    }),
  );
  const spaces = new Set(plan.steps.flatMap(({ target }) => (target.type === 'space' ? [target.id] : [])));
  return (text) => {
    const id = text.replace(/^space:/, '');
    if (!id.startsWith(NEW) || !(text.startsWith('space:') || spaces.has(id))) return text;
    return text.replace(id, () => made.get(id) ?? 'new');
  };
}

type ToldEffect = Pick<Effect, 'phase' | 'kind' | 'audience' | 'to' | 'item' | 'count'> & {
  readonly resource: string | null;
};

/** Colleagues by their e-mail; clients are only counted. */
const messagesOf = (effects: readonly ToldEffect[]) => {
  const written = effects.filter(({ kind }) => kind === 'email' || kind === 'notification');
  const alike = ({ phase, kind, audience, to }: ToldEffect) => JSON.stringify([phase, kind, audience, to]);
  return [...groupBy(written, alike).values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { phase, kind, audience, to } = first;
    return [{ phase, kind, audience, to: audience === 'client' ? null : to, count: sum(group) }];
  });
};

const itemsOf = (kind: Effect['kind'], effects: readonly ToldEffect[]) =>
  effects
    .filter((effect) => effect.kind === kind)
    .map(({ phase, resource, item, count }) => ({ phase, resource, item, count }));

/** How many in all; null where of some nobody can know (A2). */
const sum = (effects: readonly ToldEffect[]): number | null =>
  effects.reduce<number | null>((all, { count }) => (all === null || count === null ? null : all + count), 0);
