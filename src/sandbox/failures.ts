import { Failure } from '../failures/failure.ts';
import { DatabaseVersionError } from './database/open.ts';
import { NoWorldError } from './start.ts';
import { WorldError } from './world/problems.ts';

/** What starting a sandbox may throw, as failures psyctl can speak about; anything else is given back as it is. */
export function asFailure(error: unknown, given: { readonly file: string; readonly port?: number }): unknown {
  const { file, port = 0 } = given;
  if (error instanceof WorldError) return new Failure('world-invalid', { file, problems: error.problems });
  if (error instanceof DatabaseVersionError) return new Failure('database-version', { file: error.file });
  if (error instanceof NoWorldError) return new Failure('file-missing', { file });
  if ((error as NodeJS.ErrnoException)?.code === 'EADDRINUSE') return new Failure('port-taken', { port });
  return error;
}
