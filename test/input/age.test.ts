import { describe, expect, test } from 'vitest';
import { momentBefore } from '../../src/input/age.ts';
import { failuresOf } from './failing.ts';

const now = new Date(2026, 2, 31, 15, 30);
const at = (text: string) => momentBefore(text, '--older-than', now);

describe('how old is old', () => {
  test.each([
    ['90d', new Date(2025, 11, 31, 15, 30)],
    ['0d', now],
    ['2w', new Date(2026, 2, 17, 15, 30)],
    ['1Y', new Date(2025, 2, 31, 15, 30)],
    ['2026-01-31', new Date(2026, 0, 31)],
    ['2024-02-29', new Date(2024, 1, 29)],
  ])('%s', (text, expected) => {
    expect(at(text)).toEqual(expected);
  });

  test.each(['', '90', 'd', '5m', '-1d', '1.5y', '2026-02-30', '2026-1-1', '2026-01-31T00:00', 'yesterday', '99999d'])(
    '%j is refused, with what would do',
    (text) => {
      expect(failuresOf(() => at(text))).toMatchObject([
        {
          code: 'bad-value',
          details: { name: '--older-than', value: text, allowed: ['90d', '12w', '2y', '2026-01-31'] },
        },
      ]);
    },
  );
});
