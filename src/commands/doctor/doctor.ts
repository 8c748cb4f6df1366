import { firstOf } from '../../failures/exit.ts';
import { Failure } from '../../failures/failure.ts';
import type { Answer } from '../../rendering/answer.ts';
import { padded, plain, setIn, widest } from '../../rendering/layout.ts';
import type { Texts } from '../../texts/index.ts';
import { around } from '../command.ts';
import { beyondFindings } from './beyond.ts';
import { type Finding, inOrder, orFailure } from './finding.ts';
import { connectionFinding, filesFinding, keyringFinding, nodeFinding, settingsFinding } from './here.ts';

/** `doctor`: what could keep psyctl from working, each with what to do about it; 0 where nothing does */
export default around({
  arguments: [],
  flags: [],
  async run(asked) {
    // Findings are sentences: JSON holds those themselves.
    const on = asked.json ? { ...asked, texts: asked.jsonTexts } : asked;
    const settings = await orFailure(() => on.accounts.settings());
    const chosen = settings instanceof Failure ? null : await orFailure(() => on.chosen());
    const findings = inOrder(
      [
        await nodeFinding(on),
        settingsFinding(on, settings),
        ...(chosen ? [connectionFinding(on, chosen)] : []),
        await filesFinding(on),
        await keyringFinding(on, chosen),
        ...(chosen === null || chosen instanceof Failure ? [] : await beyondFindings(on, chosen)),
      ],
      on.texts,
    );
    await on.show(answerOf(findings, on.texts));
    return firstOf(findings.map(({ exit }) => exit));
  },
});

function answerOf(findings: readonly Finding[], texts: Texts): Answer {
  const { columns } = texts.doctor;
  const keys = ['check', 'status', 'message', 'hint'] as const;
  const told = findings.map(({ check, status, message, hint }) => ({ check, status, message, hint }));
  return {
    json: told,
    table: { columns: keys.map((key) => ({ key, header: columns[key] })), rows: told },
    text: (width) => asText(findings, texts, width),
  };
}

/** A line for each check, and what to do about it below. */
function asText(findings: readonly Finding[], { doctor }: Texts, width: number): string {
  const status = widest(Object.values(doctor.status)) + 2;
  const check = widest(Object.values(doctor.checks)) + 2;
  return findings
    .flatMap((found) => {
      const head = padded(doctor.status[found.status], status) + padded(doctor.checks[found.check], check);
      const by = status + check;
      const lines = [found.message, ...(found.hint ? [found.hint] : [])];
      const [first = '', ...rest] = lines.map((line, n) => setIn(plain(line), width, n === 0 ? by : by + 2));
      return [head + first.trimStart(), ...rest];
    })
    .join('\n');
}
