import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { confirm, PromptAborted, type Question } from '../../src/terminal/confirm.ts';

/** Asks, types something once the question stands, and gives what became of it. */
async function asked(typed: string | null, question: Partial<Question> = {}) {
  const input = new PassThrough();
  const output = new PassThrough();
  let shown = '';
  const answer = confirm({ message: 'Apply?', default: false, ...question }, { input, output });
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
