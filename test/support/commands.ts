import * as fc from 'fast-check';
import type { World } from '../../src/contract/world.ts';
import type { Intent } from '../../src/model/intents/index.ts';
import type { RecordIntent } from '../../src/model/intents/records.ts';

/** One psyctl command as a law tries it: on whose behalf, and its rows. */
export interface TriedCommand {
  /** What `--as` is given; nothing for the administrator's own token. */
  readonly as: string | undefined;
  readonly intents: readonly Intent[];
  /** Whether the same command again must find nothing to do (law 1): not where it asks for another one on purpose. */
  readonly repeatable?: false;
}

/** A choice that is made into a real command once it is known what the world holds. */
export type Draw = readonly number[];
/** Enough numbers to draw a command from. */
export const draws: fc.Arbitrary<Draw> = fc.array(fc.nat(1_000_000), { minLength: 40, maxLength: 40 });

/** Makes a sharing command of a draw: one to four rows of one verb, by anybody, about anything of a world. */
export function sharingCommand(
  draw: Draw,
  world: World,
): Omit<TriedCommand, 'intents'> & { readonly intents: readonly RecordIntent[] } {
  let at = 0;
  const pick = <T>(of: readonly T[]): T => of[(draw[at++ % draw.length] ?? 0) % of.length] as T;
  const people = world.members.map((member) => member.email);
  const grantees = [...people, ...people, ...world.teams.map((team) => `team:${team.name}`)];
  const verb = pick(['set', 'set', 'set', 'remove', 'remove', 'leave', 'archive', 'reactivate'] as const);
  const as = pick(['owner', 'owner', 'owner', undefined, ...people]);
  const rows = pick([1, 1, 2, 4]);
  const intents = Array.from({ length: rows }, (_, n): RecordIntent => {
    const record = { ref: 'record' as const, text: pick(world.records).number, place: {} };
    const name = pick(grantees);
    const isTeam = name.startsWith('team:');
    const grantee = {
      ref: 'grantee' as const,
      type: isTeam ? ('team' as const) : ('member' as const),
      text: isTeam ? name.slice(5) : name,
      place: {},
    };
    const row = n + 1;
    if (verb === 'leave') return { action: 'share.leave', row, record };
    if (verb === 'archive') return { action: 'record.archive', row, record };
    if (verb === 'reactivate') return { action: 'record.reactivate', row, record };
    if (verb === 'remove') return { action: 'share.remove', row, record, grantee };
    const level = pick(['read', 'write', 'full'] as const);
    return { action: 'share.set', row, record, grantee, level, requireApproval: pick([null, null, true, false]) };
  });
  return { as, intents };
}
