import type { Reader } from '../../api/index.ts';
import { Failure } from '../../failures/failure.ts';
import type { Asker } from '../../reading/asker.ts';
import { actAsOf, selfOf } from '../../reading/asker.ts';
import { findMembers } from '../../reading/members.ts';
import { shellCommand } from '../../rendering/answers/shell.ts';
import { PromptAborted } from '../../terminal/prompted.ts';
import type { Texts } from '../../texts/index.ts';
import type { ChangeCommand, Given } from '../command.ts';
import { parseGiven } from '../parse.ts';
import { equivalentArgs } from './equivalent.ts';
import { type Lack, lackingOf, withValues } from './lacking.ts';
import { listOf } from './lists.ts';
import { answerTo, chosen, haveNoLevels, type Scene } from './question.ts';

/** What a change is asked about with. */
export interface Asking {
  /** `noun verb`. */
  readonly key: string;
  readonly command: ChangeCommand;
  readonly reader: Reader;
  asker(): Promise<Asker>;
  readonly texts: Texts;
  readonly width: number;
  /** Aborted when psyctl is asked to stop. */
  readonly signal: AbortSignal;
  /** Says something on the side. */
  say(text: string): Promise<void>;
}

/** How far the questions have come. */
interface Standing {
  readonly given: Given;
  /** Whose things are listed, where each owner is acted for (A1). */
  readonly whose: string | undefined;
  /** Which flag says what becomes of roles or schools. */
  readonly how: string | undefined;
  /** What isn't needed after all. */
  readonly settled: ReadonlySet<string>;
}

/** A question, and where things stand once it is answered. */
type Step = () => Promise<Standing>;

/**
 * Asks for everything a change lacks, one after the other; Esc goes back to the question before. Then says how the same is
 * typed at once. Gives what was typed and answered, and as which words. Throws `missing-value` where somebody leaves,
 * `interrupted` after Ctrl-C.
 */
export async function askFor(given: Given, asking: Asking): Promise<{ given: Given; args: readonly string[] }> {
  const answered = await allAnswered({ given, whose: undefined, how: undefined, settled: new Set() }, asking);
  const args = equivalentArgs(asking.command, answered);
  await asking.say(
    `\n${asking.texts.asking.equivalent}\n  ${shellCommand('psyctl', ...asking.key.split(' '), ...args)}\n\n`,
  );
  return { given: parseGiven(asking.command, args), args };
}

async function allAnswered(begin: Standing, asking: Asking): Promise<Given> {
  const before: Standing[] = [];
  let standing = begin;
  for (;;) {
    const lack = nextOf(standing, asking);
    if (!lack) return standing.given;
    const step = await stepFor(lack, standing, asking);
    try {
      const after = await step.ask();
      if (step.seen) before.push(standing);
      standing = after;
    } catch (error) {
      standing = whenLeft(error, lack, before);
    }
    asking.signal.throwIfAborted();
  }
}

/** Where somebody who left a question is: back at the one before, as long as there is one. */
function whenLeft(error: unknown, lack: Lack, before: Standing[]): Standing {
  if (!(error instanceof PromptAborted)) throw error;
  if (error.by === 'interrupt') throw new Failure('interrupted', { signal: 'SIGINT' });
  const last = error.by === 'escape' ? before.pop() : undefined;
  if (!last) throw leftWithout(lack);
  return last;
}

const nextOf = ({ given, settled }: Standing, { command }: Asking): Lack | undefined =>
  lackingOf(command, given).find(({ name }) => !settled.has(name));

const leftWithout = ({ as, name }: Lack) => {
  const typed = as === 'argument' ? name : `--${name}`;
  return new Failure('missing-value', { name: typed }, { column: typed });
};

/** The next question, and whether it is one that is seen. */
async function stepFor(lack: Lack, standing: Standing, asking: Asking): Promise<{ seen: boolean; ask: Step }> {
  const { given, whose, how } = standing;
  const scene = await sceneOf(standing, asking);
  const asker = await asking.asker();
  const { whose: ofWhom } = asking.texts.asking;
  if (lack.names && lack.names in ofWhom && asker.acting.as === 'owner' && whose === undefined) {
    const message = ofWhom[lack.names as keyof typeof ofWhom];
    return { seen: true, ask: async () => ({ ...standing, whose: await ownerOf(message, scene) }) };
  }
  if (isWholeSet(lack, asking.command) && how === undefined) {
    return { seen: true, ask: async () => ({ ...standing, how: await howOf(lack, scene) }) };
  }
  if (`${asking.key} ${lack.name}` === 'space share access' && (await haveNoLevels(scene))) {
    const settled = new Set([...standing.settled, lack.name]);
    return { seen: false, ask: async () => ({ ...standing, settled }) };
  }
  const said = isWholeSet(lack, asking.command) && how !== undefined ? { ...lack, name: how } : lack;
  return {
    seen: true,
    ask: async () => ({ ...standing, given: withValues(given, said, await answerTo(said, scene)) }),
  };
}

async function sceneOf({ given, whose }: Standing, { key, reader, asker: who, texts, width }: Asking): Promise<Scene> {
  const asker = await who();
  const { acting, mayActAs } = asker;
  return {
    ...{ key, given, reader, texts, width, whose },
    actAs: whose === undefined || whose === asker.me.id ? actAsOf(asker) : { actAs: whose },
    self: whose ?? selfOf(asker),
    seesNothing: mayActAs && acting.as === 'self',
  };
}

/** A member, by id, whose things are listed. */
async function ownerOf(message: string, scene: Scene): Promise<string | undefined> {
  const { reader, texts } = scene;
  const find = listOf('member', { reader, texts, actAs: {}, member: { status: ['active'], role: ['practitioner'] } });
  if (!find) return undefined;
  const [text = ''] = await chosen({ message, many: false, find }, scene);
  const { found } = await findMembers(reader, [{ text, place: {} }]);
  return found.get(text.toLowerCase())?.id;
}

/** Roles and schools are given whole, or changed. */
const isWholeSet = ({ name }: Lack, { flags }: ChangeCommand): boolean =>
  (name === 'role' || name === 'school') && flags.some((flag) => flag.name === 'add');

async function howOf({ name }: Lack, { texts: { asking: say } }: Scene): Promise<string> {
  const { pick } = await import('../../terminal/confirm.ts');
  const choices = [
    { value: 'add', label: say.hows.add },
    { value: 'remove', label: say.hows.remove },
    { value: name, label: say.hows.whole },
  ];
  return await pick({ message: say.how, choices, keys: say.keysOfFew });
}
