import type { Access as WireAccess } from '../../contract/access.ts';
import type { Path } from '../../model/access.ts';

/** A way in as the API tells it; `via` is the team's name. */
export const pathOf = ({ kind, level, via, state, requireApproval }: WireAccess['paths'][number]): Path => ({
  kind,
  level,
  via,
  state,
  ...(requireApproval && { requireApproval }),
});
