import type { EventEmitter } from 'node:events';

/** Where a question is asked; standard output is not for questions, data goes there. */
export interface PromptStreams {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/** How somebody leaves a question: by Esc, by Ctrl-C, or in that nothing more comes (Ctrl-D, the end of the input). */
export type LeftBy = 'escape' | 'interrupt' | 'end';

/** Somebody left a question unanswered. */
export class PromptAborted extends Error {
  constructor(readonly by: LeftBy) {
    super('prompt aborted');
    this.name = 'PromptAborted';
  }
}

/** What inquirer asks with. */
export type PromptContext = PromptStreams & { readonly signal: AbortSignal };

/** Has a question asked, on standard input and error unless told; rejects with `PromptAborted` when it is left unanswered. */
export async function prompted<T>(
  streams: PromptStreams | undefined,
  prompt: (context: PromptContext) => Promise<T>,
): Promise<T> {
  const { input, output } = streams ?? { input: process.stdin, output: process.stderr };
  const leaving = whenLeft(input);
  try {
    return await prompt({ input, output, signal: leaving.signal });
  } catch (error) {
    if (!(error instanceof Error && /^(ExitPrompt|AbortPrompt|CancelPrompt)Error$/.test(error.name))) throw error;
    throw new PromptAborted(error.name === 'AbortPromptError' ? leaving.by() : 'interrupt');
  } finally {
    leaving.dispose();
  }
}

/** Aborted when the reader leaves in a way that inquirer itself takes no notice of. */
function whenLeft(input: EventEmitter): { signal: AbortSignal; by: () => LeftBy; dispose: () => void } {
  const left = new AbortController();
  let how: LeftBy = 'end';
  const leave = () => left.abort();
  const onKey = (_: unknown, key?: { name?: string; ctrl?: boolean }) => {
    if (key?.name !== 'escape' && !(key?.ctrl && key.name === 'd')) return;
    if (key.name === 'escape') how = 'escape';
    leave();
  };
  input.on('keypress', onKey);
  input.on('end', leave);
  return {
    signal: left.signal,
    by: () => how,
    dispose: () => {
      input.off('keypress', onKey);
      input.off('end', leave);
    },
  };
}
