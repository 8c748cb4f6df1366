import { offeredFor } from '../commands/completing/offered.ts';
import { FILES, questionOf } from '../commands/completing/shells.ts';
import { helpTextsOf } from '../texts/index.ts';
import { languageOf } from './language.ts';

type Env = NodeJS.ProcessEnv;

/** How long somebody who pressed Tab is let wait, from the start of the process, unless they have more patience; ms. */
const PATIENCE_MS = 300;
/** Of that, what it takes to end. */
const TO_END_MS = 15;

/**
 * Answers a shell that asks what a word can become: `psyctl __complete SHELL …`, as the scripts of `psyctl completion`
 * ask. Where anything is amiss, or what is looked up isn’t there in time, the answer is empty: nobody who is typing wants
 * to read about it, or to wait.
 */
export async function completionFor(args: readonly string[], env: Env): Promise<string> {
  try {
    return (await answerTo(args, env)).map((line) => `${line}\n`).join('');
  } catch {
    return '';
  }
}

async function answerTo(args: readonly string[], env: Env): Promise<string[]> {
  const question = questionOf(args);
  if (!question) return [];
  const { before, word } = question;
  const offered = await offeredFor(before, word, await helpTextsOf(languageOf(before, env)));
  if (offered.kind === 'files') return [FILES];
  if (offered.kind === 'candidates') return question.answer(offered.candidates);
  const { lookUp } = await import('./looking-up.ts');
  const found = await inTime(lookUp(offered, before, env), env);
  return question.answer(found.map(({ value, about }) => ({ value: offered.before + value, about })));
}

/** What is found in the time there is; nothing otherwise. */
async function inTime<T>(found: Promise<readonly T[]>, env: Env): Promise<readonly T[]> {
  const left = (Number(env['PSYCTL_COMPLETION_TIMEOUT']) || PATIENCE_MS) - TO_END_MS - performance.now();
  const nothing = new Promise<readonly T[]>((resolve) => setTimeout(() => resolve([]), Math.max(0, left)));
  return await Promise.race([found, nothing]);
}
