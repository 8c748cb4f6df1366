import { describe, expect, it } from 'vitest';
import { Failure } from '../../src/failures/failure.ts';
import { failureText } from '../../src/rendering/failure-json.ts';
import { textsOf } from '../../src/texts/index.ts';
import type { Language } from '../../src/texts/languages.ts';

const said = async (failure: Failure, language: Language) =>
  failureText(failure, await textsOf(language)).split('\n')[0];

describe('what is wrong, as a person reads it', () => {
  it('begins with its place: file, row and column', async () => {
    const failure = new Failure('csv-empty-cell', { name: 'to' }, { file: 'f.csv', row: 3, column: 'to' });
    expect(await said(failure, 'en')).toBe('psyctl: f.csv, row 3, to: the cell is empty, and to is needed');
    expect(await said(failure, 'fr')).toMatch(/^psyctl\s: f\.csv, ligne 3, to\s: /);
  });

  it('names a flag once where it is what is missing', async () => {
    const failure = new Failure('missing-value', { name: '--to' }, { column: '--to' });
    expect(await said(failure, 'en')).toBe('psyctl: --to is missing');
    expect((await said(failure, 'fr'))?.split('--to')).toHaveLength(2);
  });
});
