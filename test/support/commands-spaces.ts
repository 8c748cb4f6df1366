import type { World } from '../../src/contract/world.ts';
import type { Intent } from '../../src/model/intents/index.ts';
import type { GranteeReference, NewSpaceReference } from '../../src/model/references.ts';
import type { Draw, TriedCommand } from './commands.ts';

/** Makes a command about spaces of a draw: one to four rows of one verb, by anybody, about anything of a world. */
export function spaceCommand(draw: Draw, world: World): TriedCommand {
  let at = 0;
  const pick = <T>(of: readonly T[]): T => of[(draw[at++ % draw.length] ?? 0) % of.length] as T;
  const people = world.members.map((member) => member.email);
  const names = [...people, ...people, ...world.teams.map((team) => `team:${team.name}`)];
  const verbs =
    world.spaces.length > 0 ? (['create', 'share', 'share', 'unshare', 'leave'] as const) : (['create'] as const);
  const verb = pick(verbs);
  const rows = pick([1, 1, 2, 4]);
  if (verb === 'create') return creating(pick, world, names, people, rows);
  const as = pick(['owner', 'owner', 'owner', undefined, ...people]);
  const spaces = [...world.spaces.map((space) => space.id ?? ''), 'multi:P-1', 'multi:P-2'];
  const intents = Array.from({ length: rows }, (_, n): Intent => {
    const row = n + 1;
    const space = { ref: 'space' as const, text: pick(spaces), place: {} };
    if (verb === 'leave') return { action: 'space.leave', row, space };
    const grantee = granteeNamed(pick(names));
    if (verb === 'unshare') return { action: 'space.unshare', row, space, grantee };
    return { action: 'space.share', row, space, grantee, level: pick(['read', 'write', 'full', null] as const) };
  });
  return { as, intents };
}

type Pick = <T>(of: readonly T[]) => T;

function creating(
  pick: Pick,
  world: World,
  names: readonly string[],
  people: readonly string[],
  rows: number,
): TriedCommand {
  const kind = pick(['multi', 'collaborative'] as const);
  const another = pick([false, false, false, true]);
  const fromRecord = kind === 'collaborative' && pick([true, false]);
  // A profile may be written by key or by id, and is one profile however it is.
  const profiles = world.profiles.flatMap(({ key, id }) => [key, key, id ?? key]);
  const as = pick([...(fromRecord ? (['owner', 'owner'] as const) : []), undefined, ...people]);
  const intents = Array.from({ length: rows }, (_, n): Intent[] => {
    const row = n + 1;
    const profile = kind === 'multi' || pick([true, false]) ? pick(profiles) : null;
    const record = fromRecord ? pick(world.records).number : null;
    const name = kind === 'collaborative' && (profile === null || pick([true, false])) ? pick(['One', 'Two']) : null;
    const space: NewSpaceReference = {
      ref: 'new-space',
      text: profile ?? name ?? '',
      place: {},
      kind,
      profile,
      record,
      name,
      another,
    };
    const shares = pick([0, 1, 2]);
    return [
      {
        action: 'space.create',
        row,
        space,
        kind,
        profile: profile === null ? null : { ref: 'profile', text: profile, place: {} },
        record: record === null ? null : { ref: 'record', text: record, place: {} },
        name,
        another,
      },
      ...Array.from({ length: shares }, (): Intent => {
        const level = kind === 'multi' ? pick(['read', 'write', 'full'] as const) : null;
        return { action: 'space.share', row, space, grantee: granteeNamed(pick(names)), level };
      }),
    ];
  }).flat();
  return { as, intents, ...(another ? { repeatable: false } : {}) };
}

const granteeNamed = (name: string): GranteeReference => ({
  ref: 'grantee',
  type: name.startsWith('team:') ? 'team' : 'member',
  text: name.replace(/^team:/, ''),
  place: {},
});
