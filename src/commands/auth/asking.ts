import { Failure } from '../../failures/failure.ts';
import { apiUrl } from '../../settings/choose.ts';
import type { KeyringTrouble } from '../../settings/keyring.ts';
import { ask, askSecret, confirm, PromptAborted } from '../../terminal/confirm.ts';
import { readStdin } from '../../terminal/read-stdin.ts';
import type { Texts } from '../../texts/index.ts';
import type { Around } from '../command.ts';

/** Asks for the URL of an API. Throws `sign-in-abandoned` where it is left unanswered. */
export async function askUrl(usual: string | null, texts: Texts): Promise<string> {
  const problem = (typed: string): string | null => {
    try {
      apiUrl(typed);
      return null;
    } catch (error) {
      if (error instanceof Failure) return sentence(error, texts);
      throw error;
    }
  };
  const typed = await answered(() => ask({ message: texts.auth.askUrl, problem, default: usual ?? undefined }));
  return apiUrl(typed);
}

/**
 * The token: typed in a terminal, where it isn't shown; or the whole of standard input, which `--with-token` says.
 * @throws Failure `token-not-given`, `sign-in-abandoned`
 */
export async function tokenGiven(on: Around, host: string, fromStdin: boolean): Promise<string> {
  const problemOf = (text: string) => (text === '' ? 'none' : TOKEN.test(text) ? null : 'malformed');
  if (on.canAsk) {
    const problem = (typed: string) => {
      const found = problemOf(typed);
      return found && sentence(new Failure('token-not-given', { problem: found }), on.texts);
    };
    return await answered(() => askSecret({ message: on.texts.auth.askToken(host), problem }));
  }
  const token = fromStdin
    ? (await readStdin())
        .toString('utf8')
        .replace(/^\uFEFF/, '')
        .trim()
    : '';
  const problem = problemOf(token);
  if (problem) throw new Failure('token-not-given', { problem });
  return token;
}

/** Whether a token may be kept in a file, now that the keyring doesn't take it. */
export const mayKeepInFile = (trouble: KeyringTrouble, file: string, { auth }: Texts): Promise<boolean> =>
  answered(() => confirm({ message: auth.askFile(trouble, file), default: false, words: auth.yesOrNo }));

/** What a header can carry: one line without blanks. */
const TOKEN = /^[\x21-\x7e]+$/;

const sentence = (failure: Failure, texts: Texts): string => {
  const { message, hint } = texts.sayFailure(failure);
  return hint ? `${message}: ${hint}` : message;
};

async function answered<T>(asking: () => Promise<T>): Promise<T> {
  try {
    return await asking();
  } catch (error) {
    if (error instanceof PromptAborted) throw new Failure('sign-in-abandoned', {});
    throw error;
  }
}
