import { Role, ShareLevel } from '../../contract/common.ts';
import { listSpaces, SpaceKind } from '../../contract/spaces.ts';
import { Failure } from '../../failures/failure.ts';
import { fold } from '../../input/fold.ts';
import { parseEmail } from '../../input/values.ts';
import { all } from '../../reading/take.ts';
import { tame } from '../../rendering/output/tame.ts';
import { columnsOf } from '../../rendering/output/width.ts';
import type { Choice } from '../../terminal/pages.ts';
import type { Texts } from '../../texts/index.ts';
import type { Lack } from './lacking.ts';
import { type Find, listOf } from './lists.ts';
import { type Known, narrowingFor } from './narrowing.ts';

/** What is known when something is asked for, and how it is asked. */
export interface Scene extends Known {
  readonly texts: Texts;
  /** How many columns the terminal has. */
  readonly width: number;
  /** Whether whoever asks sees none of the organization's records and spaces, and could act for those who do (A1). */
  readonly seesNothing: boolean;
}

/** How many choices are shown at once. */
const ROWS = 10;
/** What is seen in part only: what isn't in the list may be there all the same (A2). */
const SEEN_IN_PART: ReadonlySet<string | undefined> = new Set(['record', 'space', 'transfer']);

/** Asks for what is lacking: its values, as they could have been typed. Rejects with `PromptAborted`. */
export async function answerTo(lack: Lack, scene: Scene): Promise<readonly string[]> {
  const { texts, key } = scene;
  const message = messageFor(lack, key, texts);
  const few = wordsOf(lack, texts);
  if (few) return await chosen({ message, many: lack.many === true, find: among(few) }, scene);
  const narrowing = await narrowingFor(lack, scene);
  const { reader, actAs } = scene;
  const find = listOf(lack.names, { reader, actAs, texts, ...narrowing });
  if (!find) return await typed(lack, message, texts);
  const open = SEEN_IN_PART.has(lack.names);
  return await chosen(
    {
      message,
      many: lack.many === true,
      find: open ? orAsTyped(find, texts) : find,
      seen: !(open && scene.seesNothing),
    },
    scene,
  );
}

/** Asks which of a list. */
export async function chosen(
  { message, many, find, seen = true }: { message: string; many: boolean; find: Find; seen?: boolean },
  { texts: { asking: say }, width }: Pick<Scene, 'texts' | 'width'>,
): Promise<readonly string[]> {
  const { choose } = await import('../../terminal/choose.ts');
  const words = {
    keys: fitting(many ? say.keysOfMany : say.keys, width),
    loading: say.loading,
    none: seen ? say.none : say.noneOwn,
    taken: say.taken,
  };
  const choices = await choose({ message, many, find: onALine(find, width), rows: ROWS, words });
  return choices.map(({ value }) => value);
}

/** Whether the spaces that are named have no levels (C1); of those that can't be seen nobody knows. */
export async function haveNoLevels({ reader, given, actAs }: Known): Promise<boolean> {
  const names = given.arguments['SPACE'] ?? [];
  const ids = names.filter((name) => !name.includes(':'));
  if (ids.length < names.length) return false;
  const spaces = await all(reader.listByFilter(listSpaces, 'id', ids, actAs));
  return spaces.length > 0 && spaces.every(({ kind }) => kind === 'collaborative');
}

function messageFor({ name, many, names }: Lack, key: string, { asking: { which } }: Texts): string {
  const several = many && (name === 'TEAM' || names === 'invitation') ? `${name}S` : name;
  return which[several as keyof typeof which] ?? `${key}: ${name}`;
}

/** What is one of few words, with what each means. */
function wordsOf({ names }: Lack, { asking: { words } }: Texts): Choice[] | null {
  const values = { level: ShareLevel.options, role: Role.options, kind: SpaceKind.options };
  const few = names && names in values ? values[names as keyof typeof values] : null;
  return few?.map((value) => ({ value, label: value === words[value] ? value : `${value}  ${words[value]}` })) ?? null;
}

const among = (choices: readonly Choice[]): Find =>
  async function* (sought) {
    yield choices.filter(({ label }) => fold(label).includes(fold(sought)));
  };

/** What nothing in the list is like may be meant as it is typed. */
const orAsTyped = (find: Find, { asking }: Texts): Find =>
  async function* (sought, signal) {
    let none = true;
    for await (const page of find(sought, signal)) {
      none &&= page.length === 0;
      yield page;
    }
    const value = sought.trim();
    if (none && value !== '') yield [{ value, label: asking.asTyped(value) }];
  };

/** Names come from elsewhere, and may be long: a choice is one line, and nothing a terminal would take as an order. */
const onALine = (find: Find, width: number): Find =>
  async function* (sought, signal) {
    for await (const page of find(sought, signal)) {
      yield page.map((choice) => ({ ...choice, label: fitting(tame(choice.label), width - MARGIN) }));
    }
  };

/** The pointer and the box before a choice. */
const MARGIN = 7;

function fitting(text: string, width: number): string {
  if (columnsOf(text) <= width) return text;
  let cut = text;
  while (columnsOf(cut) >= width && cut !== '') cut = cut.slice(0, -1);
  return `${cut}…`;
}

/** Asks for what is typed: a name, addresses, a file. */
async function typed({ many, names, name }: Lack, message: string, texts: Texts): Promise<readonly string[]> {
  const { ask } = await import('../../terminal/confirm.ts');
  const parts = (text: string) => (many ? text.split(/[\s,;]+/).filter((part) => part !== '') : [text.trim()]);
  const problem = (text: string) => {
    if (text.trim() === '') return texts.asking.empty;
    return name === 'EMAIL' && !names ? problemOfEmails(parts(text), texts) : null;
  };
  return parts(await ask({ message, problem }));
}

function problemOfEmails(emails: readonly string[], texts: Texts): string | null {
  try {
    for (const email of emails) parseEmail(email, {});
    return null;
  } catch (error) {
    if (error instanceof Failure) return texts.sayFailure(error).message;
    throw error;
  }
}
