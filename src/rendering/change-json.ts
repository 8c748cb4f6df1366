import type { Report, RowOutcome } from '../executing/report.ts';
import type { Access } from '../model/access.ts';
import type { LeftOut } from '../model/left-out.ts';
import type { Level } from '../model/levels.ts';
import type { Grantee } from '../model/organization.ts';
import type { Resource } from '../model/resources.ts';
import { Sequence } from '../model/sequence.ts';
import type { AccessChange, Effect, HiddenChange, Phase, Plan, Step } from '../planning/plan.ts';
import type { Texts } from '../texts/index.ts';
import type { AnswerTable } from './answer.ts';
import { failureJson } from './failure-json.ts';
import { namesIn } from './preview/names.ts';
import { sayRefusal } from './refusal.ts';
import type { Scene } from './scene.ts';
import { undoJson } from './undo.ts';

/** The version of the JSON below: it changes when something a script relies on does. */
const VERSION = 1;

/** What `-o json` prints for a change, before and after it is applied; its long lists are sequences. Never a title. */
export function changeJson(scene: Scene, report: Report | null, texts: Texts) {
  const { plan, planId, command, target, actor, dryRun } = scene;
  const words = wordsFor(scene, texts);
  return {
    version: VERSION,
    plan: planId,
    command,
    dryRun,
    target,
    actor: { email: actor.email, actingAs: actor.actingAs, reason: actor.reason },
    steps: listed(plan.steps).map(words.step),
    leftBehind: plan.leftOut.map(words.leftOut),
    accessChanges: changesIn(plan, words),
    effects: plan.effects.map(words.effect),
    ...(scene.undo ? { undo: undoJson(scene, texts) } : {}),
    summary: plan.summary,
    run: report && words.run(report),
  };
}

/** The same a line each: a step, an access change or an effect, with its `type`; at the end the summary and the run. */
export function changeLines(scene: Scene, report: Report | null, texts: Texts): Sequence<object> {
  const { steps, accessChanges, effects, summary, run, ...about } = changeJson(scene, report, texts);
  return listed<object>([{ type: 'plan', ...about }])
    .concat(steps.map((step) => ({ type: 'step', ...step })))
    .concat(accessChanges.map((change) => ({ type: 'access-change', ...change })))
    .concat(effects.map((effect) => ({ type: 'effect', ...effect })))
    .concat([{ type: 'summary', ...summary }, ...(run ? [{ type: 'run', ...run }] : [])]);
}

const listed = <T>(things: readonly T[]): Sequence<T> => new Sequence(() => things);

const changesIn = ({ accessChanges, hidden }: Plan, words: ReturnType<typeof wordsFor>) =>
  accessChanges.map(words.accessChange).concat(listed(hidden).map(words.hidden));

/** The access changes as a table, for `csv` and `md`. */
export function changeTable(scene: Scene, texts: Texts): AnswerTable {
  const words = wordsFor(scene, texts);
  const { headers, phase: phases, change: changes } = texts.preview.table;
  const { level } = texts.preview;
  const column = (key: keyof typeof headers, say?: (code: string) => string) => ({
    key,
    header: headers[key],
    ...(say && { say }),
  });
  return {
    columns: [
      column('phase', (code) => phases[code as Phase]),
      column('member'),
      column('resource'),
      column('before', (code) => level(code as Level)),
      column('after', (code) => level(code as Level)),
      column('change', (code) => changes[code as keyof typeof changes]),
      column('rows'),
    ],
    rows: changesIn(scene.plan, words).map(({ phase, member, resource, before, after, change, rows }) => ({
      phase,
      member,
      resource,
      before: before.level,
      after: after.level,
      change,
      rows: rows.join(' '),
    })),
  };
}

/** What can't be known of somebody's access (A2, A3). */
const UNKNOWN = { level: null, paths: [] };

/** A3: records that are only counted are sent like any others, by another request. */
const nameOf = (action: Step['action']): string => (action === 'transfer.send-hidden' ? 'transfer.send' : action);

/** How a step reads in JSON. */
export const stepJson = (directory: Scene['directory'], texts: Texts) => wordsFor({ directory }, texts).step;

function wordsFor({ directory }: Pick<Scene, 'directory'>, texts: Texts) {
  const names = namesIn(directory, false);
  const email = (id: string) => directory.members.get(id)?.email ?? id;
  const resource = ({ type, id }: Resource) => {
    if (type === 'organization') return type;
    return `${type}:${type === 'record' ? (directory.records.get(id)?.number ?? id) : id}`;
  };
  const grantee = (one: Grantee) =>
    one.type === 'team' ? `team:${directory.teams.get(one.id)?.name ?? one.id}` : email(one.id);
  const access = ({ level, paths }: Access) => ({
    level,
    paths: paths.map((path) => ({
      ...path,
      via: path.via === null ? null : (directory.teams.get(path.via)?.name ?? path.via),
    })),
  });
  const rowOf = ({ step, status, error, requestId }: RowOutcome) => ({
    row: step.row,
    status,
    error: error && failureJson(error, texts),
    requestId,
  });
  return {
    step: ({ row, action, target, subject, detail, status, refusal }: Step) => ({
      row,
      action: nameOf(action),
      target: names.target(target),
      subject: subject && grantee(subject),
      detail,
      status,
      ...(refusal ? { refusal: { rule: refusal.rule, ...sayRefusal(refusal, names, texts) } } : {}),
    }),
    accessChange: (change: AccessChange) => ({
      phase: change.phase,
      member: email(change.member),
      resource: resource(change.resource),
      before: access(change.before),
      after: access(change.after),
      change: change.change,
      ...(change.count === undefined ? {} : { count: change.count }),
      rows: change.rows,
    }),
    hidden: ({ phase, member, record, records, rows }: HiddenChange) => ({
      phase,
      member: email(member),
      resource: record === null ? null : resource({ type: 'record', id: record }),
      before: UNKNOWN,
      after: UNKNOWN,
      change: 'unknown',
      ...(record === null ? { count: records } : {}),
      rows,
    }),
    leftOut: (left: LeftOut) => ({
      target: left.record && names.target({ type: 'record', id: left.record }),
      ...(left.record === null ? { count: left.count } : {}),
      rule: left.rule,
      message: texts.preview.leftBehind.why[left.reason],
    }),
    effect: (effect: Effect) => ({
      ...effect,
      to: effect.to && email(effect.to),
      resource: effect.resource && resource(effect.resource),
    }),
    run: ({ id, rows, totals, verification, guarantees }: Report) => ({
      id,
      rows: listed(rows).map(rowOf),
      totals,
      verification: {
        ...verification,
        mismatches: verification.mismatches.map((one) => ({
          ...one,
          member: email(one.member),
          resource: resource(one.resource),
        })),
      },
      guarantees,
    }),
  };
}
