import { randomUUID } from 'node:crypto';

/** A name for one request, by which its answer can be spoken of. */
export const requestId = (): string => randomUUID();
