import { describe, expect, it } from 'vitest';
import { textsOf } from '../../src/texts/index.ts';
import { LANGUAGES } from '../../src/texts/languages.ts';

const en = await textsOf('en');
const fr = await textsOf('fr');

/** Every text of a catalogue under its path; functions by how many values they take. */
function textsIn(part: unknown, path = ''): [path: string, text: string][] {
  if (typeof part === 'string') return [[path, part]];
  if (typeof part === 'function') return [[path, `a sentence of ${part.length}`]];
  return Object.entries(part as object).flatMap(([key, inner]) => textsIn(inner, `${path}/${key}`));
}

/** Words that are the same in both languages, names of formats, and codes. */
const SAME = new Set([
  '—',
  '',
  'CRLF',
  'LF',
  'CR',
  'UTF-8',
  'UTF-16',
  'Windows-1252',
  'Type',
  'type',
  'direct',
  'Direct',
  'Messages',
  'phase',
  'action',
  'code',
  'message',
  'id',
  'copies',
  'Copies',
  'documents',
  'url',
  'URL',
  'API',
  'ok',
  '-',
  'Node',
  'DNS',
  'TLS',
]);

describe('the catalogues', () => {
  it('are there for each language, and say which they are', async () => {
    for (const language of LANGUAGES) expect((await textsOf(language)).language).toBe(language);
  });

  it('have the same texts, examples of help included', () => {
    const pathsOf = (texts: unknown) => textsIn(texts).map(([path]) => path);
    expect(pathsOf(fr).toSorted()).toEqual(pathsOf(en).toSorted());
  });

  it('list the commands in the same order', () => {
    expect(Object.keys(fr.help)).toEqual(Object.keys(en.help));
    expect(Object.keys(fr.general.nounSummary)).toEqual(Object.keys(en.general.nounSummary));
  });

  it('have no text in French that is the English one', () => {
    const english = new Map(textsIn(en));
    const left = textsIn(fr).filter(
      ([path, text]) =>
        !/\/command$|^\/preview\/transfer\/items\//.test(path) &&
        !text.startsWith('a sentence of') &&
        !SAME.has(text) &&
        english.get(path) === text,
    );
    expect(left).toEqual([]);
  });

  it('leave no text empty in French that isn’t in English', () => {
    const english = new Map(textsIn(en));
    expect(textsIn(fr).filter(([path, text]) => text === '' && english.get(path) !== '')).toEqual([]);
  });

  it('give the same commands as examples, word for word', () => {
    const commandsOf = ({ help }: typeof en) =>
      Object.entries(help).map(([key, { examples }]) => [key, examples.map(({ command }) => command)]);
    expect(commandsOf(fr)).toEqual(commandsOf(en));
  });
});

describe('numbers and counts', () => {
  it('go by the language', () => {
    expect(en.preview.verified(4964)).toContain('4,964 cases');
    expect(fr.preview.verified(4964)).toContain('4\u00a0964 cas');
  });

  it('none is singular in French, plural in English', () => {
    expect(en.preview.confirm(0)).toContain('0 changes');
    expect(fr.preview.confirm(0)).toContain('0 modification?');
    expect(fr.preview.confirm(1)).toContain('1 modification?');
    expect(fr.preview.confirm(2)).toContain('2 modifications?');
  });
});
