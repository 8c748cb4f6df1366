import { describe, expect, test } from 'vitest';
import { sniffDelimiter } from '../../../src/input/csv/delimiter.ts';

describe('the delimiter', () => {
  test.each([
    ['semicolons', 'record;with;access\nR-1;a;read', ';'],
    ['commas', 'record,with,access\nR-1,a,read', ','],
    ['tabs', 'record\twith\taccess\nR-1\ta\tread', '\t'],
    ['French names', 'Dossier,Avec,Accès\n', ','],
    ['more commas than semicolons in the rows', 'email;role\na@b.c;practitioner,coordinator,manager', ';'],
    ['a header within quotes', '"record","with;access","to"\n', ','],
    ['a header that quotes the delimiters of another', '"record;with;access",to,from\n', ','],
    ['a quoted header that holds a line end', '"no\nte",record,with\n', ','],
    ['one unknown name among known ones', 'record,with,x;y\n', ','],
    ['blank lines before the header', '\r\n  \r\n;;\r\nrecord,with\r\n', ','],
    ['unknown names only: what stands there', 'foo,bar\n', ','],
    ['unknown names only: semicolons first', 'bob@example.org;practitioner,coordinator,manager\n', ';'],
    ['the line Excel understands', 'sep=,\nrecord;x,with\n', ','],
    ['a line that says tab', 'sep=\t\nrecord\twith\n', '\t'],
  ])('%s', (_, text, expected) => {
    expect(sniffDelimiter(text)).toBe(expected);
  });

  test.each([
    ['nothing but names', 'record\nR-1\nR-2\n', ','],
    ['commas in the cells', 'member\nRoy, Alice\n', ';'],
    ['commas and semicolons in the cells', 'member\nRoy, Alice\nx;y\n', '\t'],
    ['all of them', 'member\na,b;c\td\n', ','],
  ])('of one column with %s', (_, text, expected) => {
    expect(sniffDelimiter(text)).toBe(expected);
  });

  test('of nothing is one all the same', () => {
    expect(sniffDelimiter('')).toBe(',');
  });
});
