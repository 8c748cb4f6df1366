import { ProblemError } from './problem.ts';

/** A version as an ETag. */
export const etagOf = (version: number): string => `"v${version}"`;

/**
 * Holds a version against the header If-Match: `*`, or ETags of which one must be it.
 * @throws ProblemError `stale`
 */
export function checkIfMatch(header: string | undefined, version: number): void {
  if (header === undefined || header.trim() === '*') return;
  // If-Match compares strongly: a weak tag never matches.
  const tags = header.split(',').map((tag) => tag.trim());
  if (!tags.includes(etagOf(version))) throw new ProblemError('stale', 'it has changed since it was read');
}
