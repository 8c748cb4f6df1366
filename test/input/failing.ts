import { Failure, Failures } from '../../src/failures/failure.ts';

/** The failures something ends with, as plain data; none when it doesn't fail. Anything else thrown is passed on. */
export function failuresOf(act: () => unknown) {
  try {
    act();
    return [];
  } catch (error) {
    const found = error instanceof Failures ? error.failures : [error];
    return found.map((failure) => {
      if (!(failure instanceof Failure)) throw failure;
      const { file, row, column } = failure.where;
      return { code: failure.code, details: failure.details, file, row, column };
    });
  }
}
