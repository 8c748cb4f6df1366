import type { World } from '../../contract/world.ts';

const PREFIXES = {
  schools: 'school',
  members: 'member',
  teams: 'team',
  profiles: 'profile',
  records: 'record',
  spaces: 'space',
  transfers: 'transfer',
} as const;

/** Gives an id to whatever has none: the same ones for the same world, so that a reset brings the same ids back. */
export function withIds(world: World): World {
  const taken = new Set<string>();
  for (const kind of Object.keys(PREFIXES) as (keyof typeof PREFIXES)[]) {
    for (const { id } of world[kind]) if (id) taken.add(id);
  }
  const named = <T extends { id?: string | undefined }>(entries: T[], prefix: string): T[] =>
    entries.map((entry, i) => (entry.id ? entry : { ...entry, id: free(`${prefix}-${i + 1}`, taken) }));
  return {
    ...world,
    organization: { ...world.organization, id: world.organization.id ?? 'organization-1' },
    schools: named(world.schools, PREFIXES.schools),
    members: named(world.members, PREFIXES.members),
    teams: named(world.teams, PREFIXES.teams),
    profiles: named(world.profiles, PREFIXES.profiles),
    records: named(world.records, PREFIXES.records),
    spaces: named(world.spaces, PREFIXES.spaces),
    transfers: named(world.transfers, PREFIXES.transfers),
  };
}

function free(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let n = 2; taken.has(id); n += 1) id = `${wanted}-${n}`;
  taken.add(id);
  return id;
}
