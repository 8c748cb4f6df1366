import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Journey, journeyIn } from '../support/cli.ts';
import { jsonOf } from '../support/seen.ts';
import { address, record, town } from '../support/town.ts';

let journey: Journey;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'psyctl-output-'));
  journey = await journeyIn(town([record('R-1', { dan: 'write' }), record('R-2')]));
});
afterAll(async () => {
  await journey.close();
  rmSync(folder, { recursive: true });
});

describe('output', () => {
  const preview = (format: string, ...more: string[]) =>
    journey.psyctl(
      ...['record', 'share', 'R-1', 'R-2', '--with', 'team:North', address('dan'), '--access', 'read'],
      ...['--as', 'owner', '--dry-run', '-o', format, ...more],
    );

  it('ndjson: a line for the plan, each step, access change and effect, and the summary', async () => {
    const lines = (await preview('ndjson')).out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const types = lines.map((line) => line.type);
    expect(types.filter((type) => type === 'step')).toHaveLength(4);
    expect(new Set(types)).toEqual(new Set(['plan', 'step', 'access-change', 'effect', 'summary']));
    const { summary, accessChanges } = jsonOf(await preview('json'));
    expect(lines.at(-1)).toEqual({ type: 'summary', ...summary });
    expect(types.filter((type) => type === 'access-change')).toHaveLength(accessChanges.length);
  });

  it('csv and md: the access changes as a table', async () => {
    const { accessChanges } = jsonOf(await preview('json'));
    const csv = (await preview('csv')).out.trim().split(/\r?\n/);
    expect(csv[0]).toBe('phase,member,resource,before,after,change,rows');
    expect(csv).toHaveLength(accessChanges.length + 1);
    const md = (await preview('md')).out.trim().split('\n');
    expect(md[0]).toBe('| phase | member | resource | before | after | change | rows |');
    expect(md).toHaveLength(accessChanges.length + 2);
  });

  it('--output-file: for its user alone, and nothing on standard output', async () => {
    const file = join(folder, 'preview.json');
    const ended = await preview('json', '--output-file', file);
    expect([ended.exit, ended.out]).toEqual([0, '']);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(file, 'utf8')).command).toBe('record share');
    const nowhere = await preview('json', '--output-file', join(folder, 'nowhere', 'preview.json'));
    expect(nowhere.exit).toBe(2);
    expect(JSON.parse(nowhere.err).error.code).toBe('file-unwritable');
  });
});
