import type { Explained } from './explained.ts';

/**
 * The `--as` with which the owner's part can be played (A1): none for the owner themself. Null where the asker can't:
 * they are not the owner, may not act for others, or the owner isn't active.
 */
export function asOwner({ asker, resource }: Explained): readonly string[] | null {
  const active = resource.owner === null || resource.owner.status === 'active';
  if (asker.as === 'owner') return active ? ['--as', 'owner'] : null;
  if (asker.controls) return asker.as === 'self' ? [] : ['--as', asker.as];
  return asker.mayActAs && active ? ['--as', 'owner'] : null;
}

/** The `--as` with which a command is run on behalf of whoever asked. */
export const asAsker = ({ asker }: Explained): readonly string[] =>
  asker.as === 'self' || asker.as === 'owner' ? [] : ['--as', asker.as];
