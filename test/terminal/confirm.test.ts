import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import {
  ask,
  askSecret,
  confirm,
  PromptAborted,
  type PromptStreams,
  type Question,
} from '../../src/terminal/confirm.ts';

const asked = (typed: string | null, question: Partial<Question> = {}) =>
  answering((streams) => confirm({ message: 'Apply?', default: false, ...question }, streams), typed);

/** Asks, types something once the question stands, and gives what became of it. */
async function answering<T>(asking: (streams: PromptStreams) => Promise<T>, typed: string | null) {
  const input = new PassThrough();
  const output = new PassThrough();
  let shown = '';
  const answer = asking({ input, output });
  const stands = new Promise<void>((resolve) => {
    output.on('data', (data) => {
      shown += String(data);
      if (shown.includes('Apply?')) resolve();
    });
  });
  await stands;
  if (typed === null) input.end();
  else input.write(typed);
  return { answer: await answer, shown, left: input.listenerCount('end') };
}

test.each([
  ['y\r', {}, true],
  ['n\r', {}, false],
  ['\r', {}, false],
  ['\r', { default: true }, true],
  ['oui\r', { words: { yes: 'Oui', no: 'Non', neither: 'Oui ou non?' } }, true],
])('%j with %j answers %s', async (typed, question, expected) => {
  expect((await asked(typed, question)).answer).toBe(expected);
});

test.each([
  ['Ctrl-C', '\u0003'],
  ['Ctrl-D', '\u0004'],
  ['Esc', '\u001b'],
  ['the end of the input', null],
])('%s leaves it unanswered', async (_, typed) => {
  await expect(asked(typed)).rejects.toBeInstanceOf(PromptAborted);
});

test('what is neither is asked again, in the words given', async () => {
  const words = { yes: 'Oui', no: 'Non', neither: 'Oui ou non?' };
  const { answer, shown } = await asked('q\r\u0008o\r', { words });
  expect(answer).toBe(true);
  expect(shown).toContain('Oui ou non?');
});

const problem = (typed: string) => (typed === 'bad' ? 'that won’t do' : null);

test('what is typed is given without blanks around it; Enter alone gives what usually holds', async () => {
  const url = (usual?: string) => (streams: PromptStreams) => ask({ message: 'Apply?', default: usual }, streams);
  expect((await answering(url(), ' x \r')).answer).toBe('x');
  expect((await answering(url('usual'), '\r')).answer).toBe('usual');
});

test('what won’t do is said, and asked again', async () => {
  const { answer, shown } = await answering((streams) => {
    // The rest is typed once what is wrong is said: until then, keys are passed over.
    streams.output.on('data', function more(this: PassThrough, data) {
      if (!String(data).includes('that won’t do')) return;
      this.off('data', more);
      setImmediate(() => (streams.input as PassThrough).write(`${'\u0008'.repeat(3)}good\r`));
    });
    return ask({ message: 'Apply?', problem }, streams);
  }, 'bad\r');
  expect(answer).toBe('good');
  expect(shown).toContain('that won’t do');
});

test('a secret is never shown, whatever key is pressed', async () => {
  const secret = (streams: PromptStreams) => askSecret({ message: 'Apply?', problem }, streams);
  // Ctrl-T is the key that would show it.
  const { answer, shown } = await answering(secret, 's3cret\u0014\r');
  expect(answer).toBe('s3cret');
  expect(shown).toContain('******');
  expect(shown).not.toContain('s3cret');
  await expect(answering(secret, 's3cr\u001b')).rejects.toBeInstanceOf(PromptAborted);
});
