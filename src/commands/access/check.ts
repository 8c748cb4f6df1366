import { EXIT } from '../../failures/exit.ts';
import { Failure } from '../../failures/failure.ts';
import { parseLevel } from '../../input/values.ts';
import { atLeast, type Level, RECORD_LEVELS } from '../../model/levels.ts';
import { nameOf, reachJson, resourceName } from '../../rendering/answers/access-view.ts';
import type { Explained } from '../../rendering/answers/explained.ts';
import { plain } from '../../rendering/layout.ts';
import type { Texts } from '../../texts/index.ts';
import { argument, type Given, read } from '../command.ts';
import { SNAPSHOT } from '../snapshot-flag.ts';
import { diagnose } from './diagnosing.ts';

type Verdict = 'yes' | 'no' | 'unknown';
const EXITS = { yes: EXIT.done, no: EXIT.no, unknown: EXIT.cannotTell } as const;
/** What may be asked about beside the levels a share gives; `member` is being in a space (C1). */
const OTHERS: ReadonlySet<string> = new Set([...RECORD_LEVELS.filter((level) => level !== 'none'), 'member']);

/** `access check MEMBER LEVEL RESOURCE`: yes, no, or can't tell, which is the exit code too. */
export default read({
  arguments: [
    { name: 'MEMBER', names: 'member' },
    { name: 'LEVEL', names: 'level' },
    { name: 'RESOURCE', names: 'resource' },
  ],
  flags: [SNAPSHOT],
  async run(reading, given) {
    const wanted = wantedLevel(given);
    const { explained, notes } = await diagnose(reading, given);
    const verdict = verdictOn(explained, wanted);
    const { member, resource, level, paths } = explained;
    const { headers, codes, level: word } = reading.texts.answers.access;
    const say = {
      level: (code: string) => word(code as Level),
      answer: (code: string) => codes.answer[code as Verdict],
    };
    return {
      json: { ...reachJson({ of: { member }, resource, level, paths }), wanted, answer: verdict },
      table: {
        columns: [
          { key: 'member', header: headers.member },
          { key: 'wanted', header: headers.wanted, say: say.level },
          { key: 'resource', header: headers.resource },
          { key: 'answer', header: headers.answer, say: say.answer },
          { key: 'level', header: headers.level, say: say.level },
        ],
        rows: [{ member: member.email, wanted, resource: `${resource.type}:${resource.name}`, answer: verdict, level }],
      },
      text: () => sentence(explained, verdict, reading.texts),
      notes: verdict === 'unknown' ? notes : [],
      exit: EXITS[verdict],
    };
  },
});

/** A level in English or French. Throws `bad-value`. */
function wantedLevel(given: Given): Level {
  const text = argument(given, 'LEVEL');
  const known = text.trim().toLowerCase();
  if (OTHERS.has(known)) return known as Level;
  try {
    return parseLevel(text, 'LEVEL', { column: 'LEVEL' });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw new Failure('bad-value', { name: 'LEVEL', value: text, allowed: [...OTHERS] }, { column: 'LEVEL' });
  }
}

/** C1: in a collaborative space there are no levels: who is in it can do whatever there is to do. */
function verdictOn({ level }: Explained, wanted: Level): Verdict {
  if (level === null) return 'unknown';
  return level === 'member' || atLeast(level, wanted) ? 'yes' : 'no';
}

function sentence({ member, resource, level, paths }: Explained, verdict: Verdict, texts: Texts): string {
  const say = texts.answers.access;
  const what = resourceName(resource, texts);
  if (verdict === 'unknown' || level === null) return say.unknown(nameOf(member), what);
  const top = paths.filter((path) => path.state === 'active' && path.level === level);
  const ways = level === 'owner' ? [] : top.map((path) => say.through[path.kind](plain(path.via ?? '')));
  return say.checked(verdict === 'yes' ? say.yes : say.no, say.can(nameOf(member), level, what, ways));
}
