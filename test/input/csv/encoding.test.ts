import { describe, expect, test } from 'vitest';
import { decode } from '../../../src/input/csv/encoding.ts';
import { failuresOf } from '../failing.ts';
import { encode } from './writer.ts';

const bytes = (...values: number[]) => new Uint8Array(values);
const TEXT = 'dossier;accès\r\nR-1;complet\r\n';

describe('what a file is encoded in', () => {
  test.each([
    ['utf-8', false, 'utf-8'],
    ['utf-8', true, 'utf-8-bom'],
    ['utf-16le', true, 'utf-16le'],
    ['utf-16be', true, 'utf-16be'],
    ['utf-16le', false, 'utf-16le'],
    ['utf-16be', false, 'utf-16be'],
    ['windows-1252', false, 'windows-1252'],
  ] as const)('%s, marked: %s, is %s', (encoding, marked, expected) => {
    expect(decode(encode(TEXT, encoding, marked))).toEqual({ text: TEXT, encoding: expected });
  });

  test('the 32 characters Windows-1252 has where Latin-1 has controls', () => {
    const windows = bytes(0x80, 0x92, 0x9c, 0x8a, 0xe9, 0x79); // Node 20's own decoder gives controls here
    expect(decode(windows)).toEqual({ text: '€’œŠéy', encoding: 'windows-1252' });
  });

  test('Excel in French: UTF-8 with a mark, semicolons, CR LF', () => {
    const excel = bytes(0xef, 0xbb, 0xbf, 0xe0 - 0x1d, 0xa0, 0x3b, 0x64, 0x65, 0x0d, 0x0a);
    expect(decode(excel)).toEqual({ text: 'à;de\r\n', encoding: 'utf-8-bom' });
  });

  test('Excel’s "Unicode text": UTF-16LE with a mark and tabs', () => {
    const excel = bytes(0xff, 0xfe, 0xe0, 0x00, 0x09, 0x00, 0x19, 0x20, 0x0d, 0x00, 0x0a, 0x00);
    expect(decode(excel)).toEqual({ text: 'à\t’\r\n', encoding: 'utf-16le' });
  });

  test('a view into a larger buffer is read for itself alone', () => {
    const pool = bytes(0x41, 0x42, 0xe9, 0x43, 0x44);
    expect(decode(pool.subarray(1, 4)).text).toBe('BéC');
  });

  test('an empty file and one of a mark alone are empty texts', () => {
    expect(decode(bytes())).toEqual({ text: '', encoding: 'utf-8' });
    expect(decode(bytes(0xef, 0xbb, 0xbf))).toEqual({ text: '', encoding: 'utf-8-bom' });
    expect(decode(bytes(0xff, 0xfe))).toEqual({ text: '', encoding: 'utf-16le' });
  });
});

describe('what is refused', () => {
  test.each([
    ['xlsx', bytes(0x50, 0x4b, 0x03, 0x04, 0x14, 0x00)],
    ['xls', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1)],
  ])('a workbook, %s', (kind, file) => {
    expect(failuresOf(() => decode(file))).toMatchObject([{ code: 'csv-workbook', details: { kind } }]);
  });

  test.each([
    ['NUL bytes', bytes(0x61, 0x62, 0x00, 0x63)],
    ['a control character', bytes(0x61, 0x1b, 0x62)],
    ['delete', bytes(0x61, 0x7f)],
    ['bytes that Windows-1252 has no character for', bytes(0x61, 0xe9, 0x81)],
    ['a UTF-8 mark before what is not UTF-8', bytes(0xef, 0xbb, 0xbf, 0xe9, 0x61)],
    ['UTF-16 with half a character', bytes(0xff, 0xfe, 0x61, 0x00, 0x62)],
    ['UTF-32', bytes(0x61, 0x00, 0x00, 0x00, 0x62, 0x00, 0x00, 0x00)],
    ['a PNG', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00)],
  ])('%s', (_, file) => {
    expect(failuresOf(() => decode(file))).toMatchObject([{ code: 'csv-not-text' }]);
  });
});
