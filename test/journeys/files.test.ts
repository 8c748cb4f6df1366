import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { World } from '../../src/contract/world.ts';
import { type Ended, type Journey, journeyIn } from '../support/cli.ts';
import { jsonOf, stepsOf } from '../support/seen.ts';

const fixture = (path: string) => new URL(`../../fixtures/${path}`, import.meta.url).pathname;
const input = (name: string) => fixture(`inputs/${name}`);

let journey: Journey;
beforeAll(async () => {
  journey = await journeyIn(World.parse(parse(readFileSync(fixture('worlds/mille-rives.yaml'), 'utf8'))));
});
afterAll(() => journey.close());

const sharing = (file: string, ...more: string[]): Promise<Ended> =>
  journey.psyctl('record', 'share', '--csv', file, '--as', 'owner', '-o', 'json', ...more);
const messages = async () => (await journey.outbox()).length;

describe('CSV files', () => {
  it('UTF-8 with commas: every row that is not so already is done, and verified', async () => {
    const ended = await sharing(input('shares.csv'), '--yes');
    expect(ended.err).toBe('Read 12 rows: UTF-8, commas, LF.\n');
    expect(ended.exit).toBe(0);
    const changes = Array.from({ length: 11 }, (_, n) => `${n + 3} change`);
    expect(stepsOf(ended)).toEqual(['2 unchanged', ...changes]);
    expect(jsonOf(ended).run.totals).toMatchObject({ done: 11, unchanged: 1 });
    expect(jsonOf(ended).run.verification).toMatchObject({ unverifiable: 0, mismatches: [] });
  });

  it('law 1: the same file again changes nothing, and writes to nobody', async () => {
    const before = await messages();
    const ended = await sharing(input('shares.csv'), '--yes', '--quiet');
    expect([ended.exit, ended.err, jsonOf(ended).run]).toEqual([0, '', null]);
    expect(jsonOf(ended).summary.steps).toEqual({ change: 0, unchanged: 12, refused: 0, waiting: 0 });
    expect(await messages()).toBe(before);
  });

  it('Excel’s: Windows-1252, semicolons, French headers, levels and answers', async () => {
    const ended = await sharing(input('partages-excel.csv'), '--dry-run');
    expect(ended.exit).toBe(0);
    expect(ended.err).toMatch(/^Read 10 rows: Windows-1252, semicolons, /);
    const details = jsonOf(ended).steps.map((step: { subject: string; detail: object }) => [step.subject, step.detail]);
    expect(details.slice(0, 3)).toEqual([
      ['team:Équipe de crise', { access: 'read', requireApproval: false }],
      ['team:Équipe du Cœur-Vaillant', { access: 'write', requireApproval: false }],
      ['kevin.jean-baptiste@mille-rives.example', { access: 'write', requireApproval: true }],
    ]);
  });

  it('UTF-16 with tabs, from standard input', async () => {
    const bytes = readFileSync(input('partages-utf16.csv'));
    const ended = await journey.psyctlWith(
      { input: bytes },
      ...['record', 'share', '--csv', '-', '--as', 'owner', '-o', 'json', '--dry-run'],
    );
    expect(ended.exit).toBe(0);
    expect(ended.err).toMatch(/^Read 8 rows: UTF-16, tabs, /);
    expect(stepsOf(ended)).toHaveLength(8);
  });

  it('other commands take files too; what is a column can’t be a flag as well', async () => {
    const ended = await journey.psyctl(
      ...['record', 'unshare', '--csv', input('unshares.csv'), '--as', 'owner', '-o', 'json', '--dry-run'],
    );
    expect(stepsOf(ended)).toEqual(Array.from({ length: 6 }, (_, n) => `${n + 2} change`));
    const twice = await sharing(input('shares.csv'), '--access', 'read');
    expect(twice.exit).toBe(2);
    expect(JSON.parse(twice.err.split('\n').at(-2) ?? '').error.code).toBe('csv-column-and-flag');
  });

  it('rows that a rule refuses are told with row, rule, message and hint; nothing is sent', async () => {
    const before = await messages();
    const ended = await sharing(input('shares-refused.csv'), '--yes');
    expect(ended.exit).toBe(3);
    const steps = jsonOf(ended).steps;
    expect(steps).toHaveLength(8);
    for (const { refusal } of steps.filter((step: { status: string }) => step.status === 'refused')) {
      expect(refusal).toEqual({
        rule: expect.stringMatching(/^[A-Z]\d+$/),
        message: expect.any(String),
        hint: expect.any(String),
      });
    }
    expect(stepsOf(ended)).toEqual([
      '2 change',
      '3 R5 refused',
      '4 T14 refused',
      '5 S8 refused',
      '6 S8 refused',
      '7 S4 refused',
      '8 S4 refused',
      '9 change',
    ]);
    expect(await messages()).toBe(before);
  });

  it('faulty rows are all told together, each with its row, column and what stands there', async () => {
    const before = await messages();
    const ended = await sharing(input('shares-faulty.csv'), '--yes', '--quiet');
    expect([ended.exit, ended.out]).toEqual([2, '']);
    const { errors } = JSON.parse(ended.err);
    const told = errors.map((error: { row: number; column: string; code: string }) => [
      error.row,
      error.column,
      error.code,
    ]);
    expect(told).toEqual([
      [3, 'access', 'bad-value'],
      [7, 'with', 'csv-empty-cell'],
      [10, 'access', 'csv-empty-cell'],
    ]);
    expect(errors[0].message).toContain('“edit”');
    expect(errors[0].exitCode).toBe(2);
    expect(await messages()).toBe(before);
  });

  it('faulty names are all told together too, with the nearest', async () => {
    const csv = [
      'record,with,access',
      'R-1O75,team:Psychologie Sud,read',
      'R-1103,team:Ergotérapie,read',
      'R-1182,nicola.frigon@mille-rives.example,read',
    ].join('\n');
    const ended = await journey.psyctlWith(
      { input: csv },
      ...['record', 'share', '--csv', '-', '--as', 'owner', '-o', 'json', '--quiet', '--yes'],
    );
    expect(ended.exit).toBe(2);
    const { errors } = JSON.parse(ended.err);
    expect(errors.map((error: { row: number; code: string }) => `${error.row} ${error.code}`)).toEqual([
      '2 unknown-record',
      '3 unknown-team',
      '4 unknown-member',
    ]);
    expect(errors[0].hint).toContain('R-1075');
    expect(errors[1].hint).toContain('Ergothérapie');
    expect(errors[2].hint).toContain('nicolas.frigon@mille-rives.example');
  });
});
