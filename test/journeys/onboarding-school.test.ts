import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { World } from '../../src/contract/world.ts';
import { type Ended, type Json, runPsyctl } from '../support/cli.ts';
import { jsonOf } from '../support/seen.ts';

const fixture = (path: string) => new URL(`../../fixtures/${path}`, import.meta.url).pathname;
const MANIFEST = fixture('inputs/onboarding-ecole.yaml');
const world = World.parse(parse(readFileSync(fixture('worlds/mille-rives.yaml'), 'utf8')));

let home: string;
let preview: Ended;
let done: Ended;
const psyctl = (...args: string[]) => runPsyctl(args, { PSYCTL_HOME: home, PSYCTL_CONNECTION: 'sandbox' });
const onboard = (...args: string[]) => psyctl('onboard', MANIFEST, '--as', 'owner', ...args);

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'psyctl-school-'));
  preview = await onboard('--dry-run', '--lang', 'en');
  done = await onboard('--yes', '-o', 'json');
}, 60_000);
afterAll(() => rmSync(home, { recursive: true }));

describe('a school of 40 members of staff, 6 teams and 120 students', () => {
  const changing = (action: string) =>
    jsonOf(done).steps.filter((step: Json) => step.action === action && step.status === 'change');

  it('is onboarded by one command: people invited, teams, a space for each student, shares', () => {
    expect([preview.exit, done.exit]).toEqual([0, 0]);
    const counts = ['member.invite', 'team.create', 'space.create', 'share.set'].map(
      (action) => changing(action).length,
    );
    expect(counts).toEqual([40, 6, 121, 3]);
    const { run, summary } = jsonOf(done);
    expect(summary.steps).toMatchObject({ refused: 0, waiting: 0 });
    expect(summary.seats.after).toBe(summary.seats.before + 40);
    expect(run.verification).toMatchObject({ mismatches: [], unverifiable: 0 });
    expect(run.totals).toMatchObject({ done: summary.steps.change, failed: 0, refused: 0, 'not-attempted': 0 });
  });

  it('has the documented shape: a space to be created is space:new:PROFILE', () => {
    const { version, command, steps, accessChanges, effects } = jsonOf(done);
    expect([version, command]).toEqual([1, 'onboard']);
    for (const step of steps) {
      expect(step).toMatchObject({
        row: expect.any(Number),
        action: expect.stringMatching(/^(member|team|space|share)\.[a-z-]+$/),
        target: expect.any(String),
        detail: expect.any(Object),
        status: expect.stringMatching(/^(change|unchanged)$/),
      });
      expect(step.refusal).toBeUndefined();
    }
    const resources = new Set<string>(accessChanges.map(({ resource }: Json) => resource));
    const made = world.profiles.filter(({ school }) => school === '095').map(({ key }) => `space:new:${key}`);
    expect(made).toHaveLength(120);
    expect(made.filter((resource) => !resources.has(resource))).toEqual([]);
    expect([...resources].filter((one) => !/^(record:R-\d+|space:new:.+)$/.test(one))).toEqual([]);
    for (const change of accessChanges) {
      expect(change).toMatchObject({
        phase: 'applied',
        member: expect.stringContaining('@'),
        before: { level: expect.any(String), paths: expect.any(Array) },
        after: { level: expect.any(String), paths: expect.any(Array) },
        change: expect.stringMatching(/^(gained|raised|path-only)$/),
        rows: expect.arrayContaining([expect.any(Number)]),
      });
    }
    expect(new Set(effects.map(({ kind }: Json) => kind))).toEqual(new Set(['email', 'notification', 'seat']));
  });

  it('names no student, and no title of a record', () => {
    const written = [preview.out, preview.err, done.out, done.err].join('\n');
    const named = world.profiles.filter(({ name }) => written.includes(name)).map(({ key }) => key);
    const titled = world.records.flatMap(({ title, number }) => (title && written.includes(title) ? number : []));
    expect([named, titled]).toEqual([[], []]);
  });

  it('is said by person and by team before, and who gains what elsewhere is not told “no access changes”', () => {
    expect(preview.out).toContain('120 new multi-spaces');
    expect(preview.out).toMatch(/Noémie Tanguay +joins Psychologie Anse; access changes below/);
    expect(preview.out).toContain('Dry run: nothing was sent.');
  });

  it('changes nothing when it is run again', async () => {
    const text = await onboard('--yes');
    expect([text.exit, text.out]).toEqual([0, expect.stringContaining('nothing was sent')]);
    // P-0301 to P-0303 are said twice, and named once.
    expect(text.out).toContain('and 100 more');
    const again = await onboard('--yes', '-o', 'json');
    expect([again.exit, jsonOf(again).summary.steps.change, jsonOf(again).run]).toEqual([0, 0, null]);
    expect(jsonOf(again).accessChanges).toEqual([]);
  });

  it('has nobody to take away by --prune, but whom its shared records have besides', async () => {
    const pruned = await onboard('--prune', '--dry-run', '-o', 'json');
    const removing = jsonOf(pruned).steps.filter(({ status }: Json) => status !== 'unchanged');
    expect(removing.map(({ action }: Json) => action)).toEqual(removing.map(() => 'share.remove'));
    expect(new Set(removing.map(({ target }: Json) => target))).toSatisfy((targets: Set<string>) =>
      [...targets].every((number) => ['R-1001', 'R-1023', 'R-1027'].includes(number)),
    );
  });
});
