import { PromptAborted, type PromptContext, type PromptStreams, prompted } from './prompted.ts';

export { PromptAborted, type PromptStreams };

/** What is asked, in the reader's language. */
export interface Question {
  readonly message: string;
  /** The answer that Enter alone gives. */
  readonly default: boolean;
  /** The words that answer, and what is said to any other; English unless given. `y` and `n` always do. */
  readonly words?: { readonly yes: string; readonly no: string; readonly neither: string } | undefined;
}

/** Asks a question to be answered by yes or no; rejects with `PromptAborted` when it is left unanswered. */
export async function confirm(question: Question, streams?: PromptStreams): Promise<boolean> {
  const { yes, no, neither } = question.words ?? {};
  const theme = yes && no && neither ? { theme: { keywords: { yes, no, error: () => neither } } } : {};
  return await asking(streams, async ({ confirm: yesOrNo }, context) =>
    yesOrNo({ message: question.message, default: question.default, ...theme }, context),
  );
}

/** Something to be typed. */
export interface Blank {
  readonly message: string;
  /** What Enter alone gives. */
  readonly default?: string | undefined;
  /** What is wrong with what was typed, in the reader's language; null where it will do. It is asked for again then. */
  readonly problem?: ((typed: string) => string | null) | undefined;
}

/** Whether somebody says yes; a question that is left unanswered is a no. */
export async function agreed(question: Question, streams?: PromptStreams): Promise<boolean> {
  try {
    return await confirm(question, streams);
  } catch (error) {
    if (error instanceof PromptAborted) return false;
    throw error;
  }
}

/** Asks for something to be typed; rejects with `PromptAborted` when it is left unanswered. */
export async function ask(blank: Blank, streams?: PromptStreams): Promise<string> {
  const { message, problem, default: usual } = blank;
  const asked = { message, validate: validating(problem), ...(usual === undefined ? {} : { default: usual }) };
  const typed = await asking(streams, async ({ input }, context) => input(asked, context));
  return typed.trim();
}

/** Asks for something nobody is to read: a star is shown for each character. Rejects as `ask` does. */
export async function askSecret({ message, problem }: Blank, streams?: PromptStreams): Promise<string> {
  const validate = validating(problem);
  const typed = await asking(streams, async ({ password }, context) =>
    // Unless told, it shows what was typed at a keypress.
    password({ message, mask: '*', toggleMask: false, validate }, context),
  );
  return typed.trim();
}

/** One of several to be picked with the arrow keys. */
export interface Picking {
  readonly message: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  /** The one the arrow keys begin at. */
  readonly default?: string | undefined;
  /** Which keys do what, in the reader's language. */
  readonly keys: string;
}

/** Asks for one of several, and gives its value; rejects as `ask` does. */
export async function pick({ message, choices, default: first, keys }: Picking, streams?: PromptStreams) {
  const asked = {
    message,
    choices: choices.map(({ value, label }) => ({ value, name: label })),
    theme: { style: { keysHelpTip: () => keys } },
    ...(first === undefined ? {} : { default: first }),
  };
  return await asking(streams, async ({ select }, context) => select<string>(asked, context));
}

const validating =
  (problem: Blank['problem'] = () => null) =>
  (typed: string): true | string =>
    problem(typed.trim()) ?? true;

type Prompts = typeof import('@inquirer/prompts');

/** Loaded when somebody is asked: most calls ask nothing. */
const asking = async <T>(
  streams: PromptStreams | undefined,
  prompt: (prompts: Prompts, context: PromptContext) => Promise<T>,
): Promise<T> => {
  const prompts = await import('@inquirer/prompts');
  return await prompted(streams, (context) => prompt(prompts, context));
};
