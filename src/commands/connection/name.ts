import { Failure } from '../../failures/failure.ts';

/** The name of a connection, as an argument gives it. Throws `missing-value` where none is given. */
export function nameGiven(name: string): string {
  if (name === '') throw new Failure('missing-value', { name: 'NAME' });
  return name;
}
