import type { FlagSpec } from './command.ts';

/** The flag that has a question answered by a file that was pulled, and no API. */
export const SNAPSHOT: FlagSpec = { name: 'snapshot', value: 'FILE', names: 'file' };
