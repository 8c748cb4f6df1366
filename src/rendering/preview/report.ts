import type { Guarantees, Report, RowOutcome, SeenAccess } from '../../executing/report.ts';
import type { Texts } from '../../texts/index.ts';
import type { Level } from '../../texts/levels.ts';
import { setIn } from '../layout.ts';
import type { Scene } from '../scene.ts';
import { heading } from './heading.ts';
import { waitingRows } from './rows.ts';
import { type Page, type Setting, settingFor } from './setting.ts';

const MOST = 20;

/** What came of a plan, as a person reads it afterwards: what was done, what wasn't, and whether it is as predicted. */
export function renderReport(scene: Scene, report: Report, texts: Texts, page: Page): string {
  const setting = settingFor(scene, texts, page);
  const sections = [
    heading(scene, setting),
    [totals(report, setting), ...failedRows(report, setting)].join('\n'),
    waitingRows(scene.plan.steps, setting).join('\n'),
    verification(report, setting).join('\n'),
    notGuaranteed(report.guarantees, texts, page.width).join('\n'),
  ];
  return sections.filter((section) => section !== '').join('\n\n');
}

function totals({ rows, totals: ended }: Report, { texts }: Setting): string {
  const say = texts.preview;
  // What waits for an invitation to be accepted was never to be sent: it is told apart.
  const waiting = rows.filter(({ step }) => step.status === 'waiting').length;
  const of = { ...ended, 'not-attempted': ended['not-attempted'] - waiting };
  const sent = of.done + of.refused + of.failed + of.unknown + of['not-attempted'];
  const rest = (['unchanged', 'refused', 'failed', 'unknown', 'not-attempted'] as const)
    .filter((status) => of[status] > 0)
    .map((status) => say.left[status](of[status]));
  return [say.done(of.done, sent), ...(rest.length > 0 ? [`${rest.join(', ')}.`] : [])].join(' ');
}

function failedRows({ rows }: Report, { names, texts, width }: Setting): string[] {
  const failed = rows.filter(
    (row): row is RowOutcome & { error: NonNullable<RowOutcome['error']> } => row.error !== null,
  );
  const lines = failed.slice(0, MOST).map(({ step, error }) => {
    const { message } = texts.sayFailure(error);
    const rule = error.rule ? ` (${error.rule})` : '';
    const about = `${texts.preview.row(step.row)}  ${names.target(step.target)}`;
    return setIn(texts.general.about(about, `${message}${rule}`), width, 2, 2);
  });
  return failed.length > MOST ? [...lines, `  ${texts.preview.andMore(failed.length - MOST)}`] : lines;
}

function verification({ verification: of }: Report, { names, texts, width, paint }: Setting): string[] {
  const say = texts.preview;
  const words = (access: SeenAccess) => say.seen(access.level as Level, access.paths);
  const mismatches = of.mismatches.map(({ member, resource, predicted, observed }) =>
    setIn(say.mismatch(names.member(member), names.number(resource), words(predicted), words(observed)), width, 2, 2),
  );
  const proved = of.checked - of.mismatches.length;
  return [
    ...(mismatches.length > 0 ? [paint.warning(say.differs(mismatches.length)), ...mismatches.slice(0, MOST)] : []),
    ...(proved > 0 && mismatches.length === 0 ? [say.verified(proved)] : []),
    ...(of.unverifiable > 0 ? [say.unverifiable(of.unverifiable)] : []),
  ];
}

/** What couldn't be guaranteed, where the API lacks what it takes. */
export function notGuaranteed(of: Guarantees, { preview: say }: Texts, width: number): string[] {
  return [
    ...(of.idempotency
      ? []
      : [say.noIdempotency(of.sentAgain.slice(0, MOST), Math.max(0, of.sentAgain.length - MOST))]),
    ...(of.etags ? [] : [say.noEtags]),
  ].map((text) => setIn(text, width, 0, 2));
}
