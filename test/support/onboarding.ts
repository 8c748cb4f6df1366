import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { World } from '../../src/contract/world.ts';
import { type Ended, type Journey, journeyIn } from './cli.ts';
import { ADMIN_TOKEN } from './sandbox.ts';

/** A manifest written to a file of its own, which is called `school.yaml`. */
export function manifestOf(yaml: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'psyctl-onboarding-')), 'school.yaml');
  writeFileSync(file, yaml);
  return file;
}

/** A folder of lists by their files' names. */
export function folderOf(lists: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'psyctl-onboarding-'));
  for (const [name, list] of Object.entries(lists)) writeFileSync(join(folder, name), list);
  return folder;
}

/** Runs `psyctl onboard` on a manifest, as owner. */
export const onboarding = (journey: Journey, yaml: string, ...args: string[]): Promise<Ended> =>
  journey.psyctl('onboard', manifestOf(yaml), '--as', 'owner', ...args);

/** Another sandbox on what a world has become, where whoever was invited has accepted. */
export async function onceAccepted(journey: Journey): Promise<Journey> {
  const world: World = await journey.world();
  return await journeyIn({
    ...world,
    members: world.members.map((member) => ({
      ...member,
      status: member.status === 'invited' ? ('active' as const) : member.status,
    })),
    tokens: world.tokens.filter(({ token }) => token !== ADMIN_TOKEN),
  });
}
