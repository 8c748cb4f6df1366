import { groupBy } from '../../model/collections.ts';
import type { Texts } from '../../texts/index.ts';
import { ends, setIn } from '../layout.ts';
import { notGuaranteed } from '../preview/report.ts';
import type { RunJson } from './run-json.ts';

/** So many rows, and so many pauses, are told one by one. */
const MOST = 20;

/** How a run went, as a person reads it. */
export function runText(run: RunJson, texts: Texts, width: number): string {
  const sections = [
    heading(run, texts, width),
    whenAndWhy(run, texts).join('\n'),
    totals(run, texts),
    troubles(run, texts, width).join('\n'),
    retries(run, texts, width).join('\n'),
    readAgain(run, texts, width).join('\n'),
    pauses(run, texts).join('\n'),
    proved(run, texts),
    ...(run.guarantees ? [notGuaranteed(run.guarantees, texts, width).join('\n')] : []),
  ];
  return sections.filter((section) => section !== '').join('\n\n');
}

const heading = ({ id, command, target, state }: RunJson, { runs: say }: Texts, width: number): string =>
  ends(say.heading(id, command, say.states[state]), say.organization(target.organization, target.sandbox), width);

function whenAndWhy(
  { startedAt, endedAt, starts, actor, plan, stoppedBy, undoes, undoneBy }: RunJson,
  texts: Texts,
): string[] {
  const { runs: say } = texts;
  return [
    say.when(startedAt, endedAt),
    say.who(actor.email, actor.actingAs, actor.reason),
    say.plan(plan.hash.slice(0, 12), plan.madeAt),
    ...(starts.length > 1 ? [say.resumed(starts.slice(1).map(({ at }) => at))] : []),
    ...(undoes === null ? [] : [texts.undo.undoes(undoes)]),
    ...undoneBy.map(({ run, at }) => say.undoneBy(run, at)),
    ...(stoppedBy ? [say.stoppedBy(stoppedBy.message)] : []),
  ].map((line) => `  ${line}`);
}

function totals({ totals: of }: RunJson, { preview: say }: Texts): string {
  const sent = of.done + of.refused + of.failed + of.unknown + of['not-attempted'];
  const rest = (['unchanged', 'refused', 'failed', 'unknown', 'not-attempted'] as const)
    .filter((status) => of[status] > 0)
    .map((status) => say.left[status](of[status]));
  return [say.done(of.done, sent), ...(rest.length > 0 ? [`${rest.join(', ')}.`] : [])].join(' ');
}

function troubles({ rows }: RunJson, { preview: say }: Texts, width: number): string[] {
  const failed = rows.flatMap(({ row, target, error }) =>
    error
      ? [setIn(`${say.row(row)}  ${target}: ${error.message}${error.rule ? ` (${error.rule})` : ''}`, width, 2, 2)]
      : [],
  );
  return limited(failed, (n) => `  ${say.andMore(n)}`);
}

/** Every retry, by row; how many there were of each kind first. What was found done without an answer is told with them. */
function retries({ rows }: RunJson, { runs: say, preview }: Texts, width: number): string[] {
  const retried = rows.filter((row) => row.retries.length > 0 || row.found);
  if (retried.length === 0) return [];
  const all = retried.flatMap((row) => row.retries);
  const lines = retried.map(({ row, target, retries: theirs, found }) => {
    const told = theirs.map(({ outcome, waitMs }) => say.retry(outcome, waitMs));
    return setIn(`${preview.row(row)}  ${target}: ${[...told, ...(found ? [say.found] : [])].join('; ')}`, width, 2, 2);
  });
  return [say.retries(all.length, kindsOf(all)), ...limited(lines, (n) => `  ${preview.andMore(n)}`)];
}

/** What had to be read again, by what was read. */
function readAgain({ reads }: RunJson, { runs: say }: Texts, width: number): string[] {
  if (reads.length === 0) return [];
  const lines = [...groupBy(reads, ({ of }) => of)].map(([of, theirs]) =>
    setIn(`${of}  ${say.kinds(kindsOf(theirs))}`, width, 2, 2),
  );
  return [say.readAgain(reads.length), ...lines];
}

/** How many there were with each outcome. */
const kindsOf = (retried: readonly { readonly outcome: number | string }[]): [string, number][] =>
  [...groupBy(retried, ({ outcome }) => String(outcome))].map(([outcome, group]) => [outcome, group.length]);

function pauses({ pauses: all }: RunJson, { runs: say, preview }: Texts): string[] {
  if (all.length === 0) return [];
  const lines = all.map(({ at, ms, cause }) => `  ${say.pause(at, ms, cause)}`);
  return [say.pauses(all.length), ...limited(lines, (n) => `  ${preview.andMore(n)}`)];
}

function proved({ verification }: RunJson, { preview: say }: Texts): string {
  if (!verification) return '';
  const { checked, unverifiable, mismatches } = verification;
  const right = checked - mismatches.length;
  return [
    ...(mismatches.length > 0 ? [say.differs(mismatches.length)] : []),
    ...(right > 0 && mismatches.length === 0 ? [say.verified(right)] : []),
    ...(unverifiable > 0 ? [say.unverifiable(unverifiable)] : []),
  ].join('\n');
}

const limited = (lines: readonly string[], more: (n: number) => string): string[] =>
  lines.length > MOST ? [...lines.slice(0, MOST), more(lines.length - MOST)] : [...lines];
