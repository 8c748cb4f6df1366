import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/rendering/answer.ts';
import { type Arrangement, arranged } from '../../../src/rendering/output/arrange.ts';
import { textsOf } from '../../../src/texts/index.ts';

const texts = await textsOf('en');
const rows = [
  { name: 'Zoé', people: 9 },
  { name: 'élan', people: 10 },
  { name: 'Ève', people: null },
];
const answer: Answer = {
  json: rows.map(({ name }) => name),
  table: { columns: Object.keys(rows[0] ?? {}).map((key) => ({ key, header: key.toUpperCase() })), rows },
  text: () => 'sentences',
};
const so = (arrangement: Partial<Arrangement>) =>
  arranged(answer, { sort: undefined, columns: [], limit: Number.POSITIVE_INFINITY, ...arrangement }, texts);
const names = ({ table }: Answer) => [...table.rows].map(({ name }) => name);

describe('a list', () => {
  it('stays as it is where nothing is said', () => {
    expect(so({})).toBe(answer);
  });

  it('is sorted as people sort names, and numbers by their size, JSON with it; what is empty comes last', () => {
    expect(names(so({ sort: 'name' }))).toEqual(['élan', 'Ève', 'Zoé']);
    expect(names(so({ sort: 'people' }))).toEqual(['Zoé', 'élan', 'Ève']);
    expect(names(so({ sort: '-people' }))).toEqual(['élan', 'Zoé', 'Ève']);
    expect(so({ sort: '-people' }).json).toEqual(['élan', 'Zoé', 'Ève']);
  });

  it('is cut once it is sorted, and says so', () => {
    const cut = so({ sort: '-people', limit: 1 });
    expect([names(cut), cut.json, cut.notes]).toEqual([['élan'], ['élan'], [texts.answers.limited(1)]]);
  });

  it('has the columns that are asked for, by key or header, instead of sentences', () => {
    const chosen = so({ columns: ['PEOPLE', 'name'] });
    expect(chosen.table.columns.map(({ key }) => key)).toEqual(['people', 'name']);
    expect(chosen.text).toBeUndefined();
  });

  it.each([{ sort: 'nmae' }, { sort: '-nmae' }, { columns: ['nmae'] }])('has no other columns: %j', (arrangement) => {
    expect(() => so(arrangement)).toThrowError(expect.objectContaining({ code: 'bad-value' }));
  });
});
