import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defused, undefused } from '../../src/model/spreadsheet.ts';
import { law } from '../support/law.ts';

describe('a cell that a spreadsheet would run', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['\t=x', "'\t=x"],
    ["'=1+1", "''=1+1"],
    ["''-5", "'''-5"],
    ["'x", "'x"],
    ["''", "''"],
    ['', ''],
    ['R-1', 'R-1'],
  ])('%j is written as %j', (cell, written) => {
    expect(defused(cell)).toBe(written);
    expect(undefused(written)).toBe(cell);
  });

  it.each(['-5', '+1 514 555-0100', '@home', '=x'])('%j, as somebody types it, is what it is', (typed) => {
    expect(undefused(typed)).toBe(typed);
  });

  const beginning = fc.string({ unit: fc.constantFrom(..."'''=+-@\t\rx"), maxLength: 5 });
  law(
    'is defused, and comes back as it was',
    fc.property(beginning, fc.string(), (begins, ends) => {
      const cell = begins + ends;
      expect(defused(cell)).not.toMatch(/^[=+\-@\t\r]/);
      expect(undefused(defused(cell))).toBe(cell);
    }),
    { usual: 1000, times: 10 },
  );
});
