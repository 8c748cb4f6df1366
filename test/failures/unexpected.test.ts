import { describe, expect, it } from 'vitest';
import { told, unexpected } from '../../src/failures/unexpected.ts';

/** What fails so. */
function thrown(by: () => unknown): unknown {
  try {
    by();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

describe('R1: what is said of a fault of psyctl’s own', () => {
  it('is what V8 says of code', () => {
    const error = thrown(() => (undefined as unknown as { where: string }).where);
    expect(unexpected(error).details.problem).toBe("Cannot read properties of undefined (reading 'where')");
  });

  it.each([
    ['SyntaxError', () => JSON.parse('Sam Tremblay')],
    ['RangeError', () => 'x'.normalize('Sam Tremblay')],
    ['TypeError ERR_INVALID_URL', () => new URL('Sam Tremblay')],
    ['string', thrownText],
  ])('never quotes what was read: %s', (said, by) => {
    expect(told(thrown(by))).toBe(said);
  });
});

function thrownText(): never {
  throw 'Sam Tremblay';
}
