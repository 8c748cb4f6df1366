import { isLeft } from '../executing/outcomes.ts';
import type { Report } from '../executing/report.ts';
import type { Failure } from '../failures/failure.ts';
import { holdingBack } from '../planning/seats.ts';
import { changeJson, changeLines, changeTable } from '../rendering/change-json.ts';
import { failuresJson, failureText } from '../rendering/failure-json.ts';
import { print } from '../rendering/output/print.ts';
import { renderPreview } from '../rendering/preview/preview.ts';
import { renderReport } from '../rendering/preview/report.ts';
import type { Scene } from '../rendering/scene.ts';
import { ask, confirm, PromptAborted } from '../terminal/confirm.ts';
import { progress } from '../terminal/progress.ts';
import type { Terminal } from '../terminal/streams.ts';
import type { Texts } from '../texts/index.ts';
import type { Showing } from './carrying/carrying.ts';
import type { ChangeOptions, Options } from './options.ts';

/** Where output goes, and how. */
export interface Screen {
  readonly terminal: Terminal;
  readonly texts: Texts;
  /** What sentences within JSON are said in, always the same language; loaded only where JSON is asked for. */
  readonly jsonTexts: Texts;
  readonly options: Options;
  /** Data: to standard output, or to the file named; long ones in pieces. */
  out(text: string | Iterable<string>): Promise<void>;
}

/** A pause as long as that is told: somebody may wonder what psyctl waits for. */
const TOLD_PAUSE_MS = 5000;

/** Whether something is left that going on with the run would send, or look for. */
const isResumable = ({ stoppedBy, rows }: Report): boolean => stoppedBy !== null || rows.some(isLeft);

/** Shows a change to a person, as text on the way; or to a script, as one document at the end. */
export function showingOn(screen: Screen, change: ChangeOptions): Showing {
  const { terminal, texts, options } = screen;
  const asText = options.format === 'text';
  const titles = options.titles || (terminal.isOutTty && options.outputFile === undefined);
  const color = terminal.colorOut && options.outputFile === undefined;
  const page = { titles, width: Math.max(terminal.width, 60), color };
  return {
    canAsk: terminal.isInTty && terminal.isErrTty,
    async preview(scene) {
      if (asText) await screen.out(`${renderPreview(scene, texts, page)}\n`);
    },
    async ending(scene, report, why) {
      if (!asText) await screen.out(document(scene, report, screen));
      else if (report) await screen.out(`\n${renderReport(scene, report, texts, page)}\n`);
      else if (!why || heldByRefusals(scene, change)) {
        const said = nothingSent(scene, change, texts);
        if (said !== null) await screen.out(`\n${said}\n`);
      }
      if (why) await sayWhy(why, screen);
      if (report && asText && isResumable(report)) await terminal.err(`${texts.runs.resumeWith(report.id)}\n`);
    },
    async aside(say, what) {
      if (!options.quiet) await terminal.err(`${texts.runs.aside[say](what)}\n`);
    },
    async leftOut(why) {
      await sayWhy(why, screen);
      if (why.code !== 'plan-stale' || !asText) return;
      await terminal.err(`${texts.runs.leftOut((why as Failure<'plan-stale'>).details.rows)}\n`);
    },
    async consent(steps) {
      return await answered(
        () => confirm({ message: texts.preview.confirm(steps), default: false, words: texts.preview.answers }),
        false,
      );
    },
    async consentToDeletion(items, unknown) {
      const say = texts.preview;
      const expected = unknown ? say.deletionWord : String(items);
      const typed = await answered(
        () => ask({ message: unknown ? say.confirmUnknownDeletion : say.confirmDeletion(items) }),
        '',
      );
      return typed === expected;
    },
    progress(total) {
      const bar = progress(total, {
        tty: terminal.isErrTty,
        write: (text) => (options.quiet ? undefined : terminal.err(text)),
        now: () => performance.now(),
        format: texts.general.progress,
      });
      return {
        outcome: (failed) => (failed ? bar.failed() : bar.done()),
        pause({ ms, cause }) {
          if (!options.quiet && ms >= TOLD_PAUSE_MS) void terminal.err(`${texts.runs.pausing(ms, cause)}\n`);
        },
        stop: () => bar.stop(),
      };
    },
  };
}

/** What somebody answered; `otherwise` where they left the question unanswered. */
async function answered<T>(asking: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await asking();
  } catch (error) {
    if (error instanceof PromptAborted) return otherwise;
    throw error;
  }
}

/** Whether refused rows keep the others from being sent. */
const heldByRefusals = ({ plan, dryRun }: Scene, { skipRefused }: ChangeOptions): boolean =>
  !dryRun && holdingBack(plan) > 0 && !(skipRefused && plan.summary.steps.change > 0);

/** Why nothing was sent; null where a plan was written instead, which is said apart. */
function nothingSent(scene: Scene, change: ChangeOptions, { preview: say }: Texts): string | null {
  if (scene.dryRun) return say.dryRun;
  const { refused, waiting, change: changing } = scene.plan.summary.steps;
  if (heldByRefusals(scene, change)) return say.heldBack(refused);
  if (change.out !== undefined && changing > 0) return null;
  return waiting > 0 ? say.nothingButWaiting : say.nothingToDo;
}

/** The whole of a change in the shape asked for. */
function document(scene: Scene, report: Report | null, screen: Screen): Iterable<string> {
  const { texts, jsonTexts, options, terminal } = screen;
  const answer = {
    json: changeJson(scene, report, jsonTexts),
    lines: changeLines(scene, report, jsonTexts),
    table: changeTable(scene, texts),
  };
  const { csvDialect: dialect } = options;
  return print(answer, options.format, { width: terminal.width, texts, color: terminal.colorOut, dialect });
}

/** What stopped a change, on standard error: in words, or as one object for scripts. */
async function sayWhy(why: Failure, { terminal, texts, jsonTexts, options }: Screen): Promise<void> {
  const json = options.format === 'json' || options.format === 'ndjson';
  await terminal.err(`${json ? JSON.stringify(failuresJson(why, jsonTexts)) : failureText(why, texts)}\n`);
}
