import { randomUUID } from 'node:crypto';
import type { Call } from '../http/routing.ts';

/** An id nothing has had before. */
export const freshId = (): string => randomUUID();

/** The version of something new; those of what a reset brings back are never met again. */
export const freshVersion = (call: Pick<Call, 'now'>): number => Date.parse(call.now);
