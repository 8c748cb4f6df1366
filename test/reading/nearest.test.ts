import { describe, expect, it } from 'vitest';
import { nearest, slipsOf } from '../../src/reading/nearest.ts';

describe('nearest names', () => {
  const teams = ['Psychology North', 'Psychology South', 'Speech therapy', 'Équipe de crise'];

  it('finds what was misspelt, whatever its case and accents', () => {
    expect(nearest('speach therapy', teams)).toEqual(['Speech therapy']);
    expect(nearest('EQUIPE DE CRISE', teams)).toEqual(['Équipe de crise']);
  });

  it('finds half a name', () => {
    expect(nearest('psychology', teams)).toEqual(['Psychology North', 'Psychology South']);
  });

  it('finds nothing for what is like none of them', () => {
    expect(nearest('Accounting', teams)).toEqual([]);
    expect(nearest('x', [])).toEqual([]);
  });

  it('of e-mails compares people, not the domain they share', () => {
    const people = ['bob@example.org', 'ann@example.org', 'zoe@example.org'];
    expect(nearest('bobb@example.org', people)).toEqual(['bob@example.org']);
    expect(nearest('bob@exmaple.org', people)).toEqual(['bob@example.org']);
    expect(nearest('xavier@example.org', people)).toEqual([]);
  });

  it('names three at most, the nearest first, each once', () => {
    expect(nearest('R-1001', ['R-1221', 'R-1011', 'R-1001', 'R-1001', 'R-1002'])).toEqual([
      'R-1001',
      'R-1002',
      'R-1011',
    ]);
  });
});

describe('slips', () => {
  it('are one letter left out, two swapped, or another digit', () => {
    const slips = slipsOf('R-10', 100);
    expect(slips).toEqual(expect.arrayContaining(['R-1', 'R-01', 'R-19', 'R-20', '-10']));
    expect(slips).not.toContain('R-10');
    expect(slips).not.toContain('');
  });

  it('are no more than asked for', () => {
    expect(slipsOf('R-1234567890', 100)).toHaveLength(100);
  });

  it('think of capitals first, then of letters that were meant as digits', () => {
    expect(slipsOf('r-1001', 5)[0]).toBe('R-1001');
    expect(slipsOf('R-1O75', 5)[0]).toBe('R-1075');
    expect(slipsOf('R-l001', 5)).toContain('R-1001');
  });
});
