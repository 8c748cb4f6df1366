import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ended, type Journey, journeyIn, runPsyctl } from '../support/cli.ts';
import { errorOf } from '../support/seen.ts';
import { address, record, town } from '../support/town.ts';

let journey: Journey;
let before: unknown;
const state = async () => ({ world: await journey.world(), outbox: await journey.outbox() });
beforeAll(async () => {
  journey = await journeyIn(town([record('R-1001', { bob: 'read' }), record('R-1002')]));
  before = await state();
});
afterAll(async () => {
  await journey.close();
});

/** Alice’s token and standard input, to `record share --csv -`. */
const csv = (input: string | Uint8Array): Promise<Ended> =>
  journey.psyctlWith(
    { token: 'token-alice', input },
    'record',
    'share',
    '--csv',
    '-',
    '--yes',
    '--quiet',
    '-o',
    'json',
  );
const share = (...args: string[]): Promise<Ended> =>
  journey.psyctlWith({ token: 'token-alice' }, 'record', 'share', ...args, '--yes', '-o', 'json');
const bob = address('bob');

/** Exit 2, nothing on standard output, one error of just this kind, and nothing changed. */
async function expectMistake(ended: Ended, error: object): Promise<void> {
  expect(errorOf(ended)).toMatchObject({ exitCode: 2, ...error });
  expect([ended.exit, ended.out]).toEqual([2, '']);
  expect(ended.err).not.toMatch(/^\s+at /m);
  expect(await state()).toEqual(before);
}

describe('names', () => {
  it.each([
    ['a record', ['R-1O01', '--with', bob], 'unknown-record', 'there is no record “R-1O01”', 'did you mean “R-1001”?'],
    [
      'a member',
      ['R-1001', '--with', 'bbo@example.org'],
      'unknown-member',
      'there is no member “bbo@example.org”',
      'did you mean “bob@example.org”?',
    ],
    ['a team', ['R-1001', '--with', 'team:Noth'], 'unknown-team', 'there is no team “Noth”', 'did you mean “North”?'],
  ])('unknown: %s, with the nearest', async (_, args, code, message, hint) => {
    await expectMistake(await share(...args, '--access', 'read'), { code, message, hint });
  });

  it('ambiguous: where something is read, the candidates are listed', async () => {
    const ended = await journey.psyctl('member', 'show', 'Test', '-o', 'json');
    await expectMistake(ended, { code: 'ambiguous-name', hint: 'say which, by e-mail or id' });
    expect(errorOf(ended).message).toContain('Bob Test <bob@example.org>');
  });
});

describe('files', () => {
  const HEADER = 'record,with,access\n';
  it.each<[string, string | Uint8Array, object]>([
    ['empty', '', { code: 'csv-empty', message: 'the file is empty' }],
    ['a header without rows', HEADER, { code: 'csv-no-rows' }],
    ['a header twice', `record,with,access,Dossier\nR-1001,${bob},read,R-1002\n`, { code: 'csv-duplicate-column' }],
    [
      'a header that means nothing',
      `record,with,access,acces2\nR-1001,${bob},read,\n`,
      { code: 'csv-unknown-column', hint: 'did you mean “access”?' },
    ],
    [
      'a column missing',
      `record,with\nR-1001,${bob}\n`,
      { code: 'csv-missing-column', message: 'the column “access” is missing' },
    ],
    [
      'a row too long',
      `${HEADER}R-1001,${bob},read,x\n`,
      { code: 'csv-row-length', row: 2, message: 'the row has 4 cells where the header has 3' },
    ],
    ['a row too short', `${HEADER}R-1002,${bob},read\nR-1001,${bob}\n`, { code: 'csv-row-length', row: 3 }],
    ['a level that does not exist', `${HEADER}R-1001,${bob},edit\n`, { code: 'bad-value', row: 2, column: 'access' }],
    ['an empty cell', `${HEADER}R-1001,,read\n`, { code: 'csv-empty-cell', row: 2, column: 'with' }],
    ['a quote that is never closed', `${HEADER}"R-1001,${bob},read\n`, { code: 'csv-quote', row: 2 }],
  ])('%s', async (_, input, error) => {
    await expectMistake(await csv(input), error);
  });

  it('a workbook is recognised, and refused with how to save it as CSV', async () => {
    const ended = await csv(
      Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.from('[Content_Types].xml xl/workbook.xml')]),
    );
    await expectMistake(ended, { code: 'csv-workbook', message: 'this is an Excel workbook (.xlsx), not a CSV file' });
    expect(errorOf(ended).hint).toContain('Save as, “CSV UTF-8');
  });

  it('a file that is no text, and one that is not there', async () => {
    await expectMistake(await csv(readFileSync(process.execPath).subarray(0, 4096)), { code: 'csv-not-text' });
    const ended = await share('--csv', 'nowhere.csv');
    await expectMistake(ended, { code: 'file-missing', message: 'there is no file nowhere.csv' });
  });

  it('certificates that are not there keep no embedded sandbox open: psyctl ends', async () => {
    const home = mkdtempSync(join(tmpdir(), 'psyctl-test-'));
    const args = ['whoami', '--connection', 'sandbox', '--ca-file', 'nowhere.pem', '-o', 'json'];
    const ended = await runPsyctl(args, { PSYCTL_HOME: home });
    rmSync(home, { recursive: true });
    await expectMistake(ended, { code: 'file-missing', message: 'there is no file nowhere.pem' });
  });
});

describe('flags', () => {
  it.each<[string, string[], object]>([
    ['a level that does not exist', ['R-1001', '--with', bob, '--access', 'edit'], { code: 'bad-value' }],
    ['no level', ['R-1001', '--with', bob], { code: 'missing-value' }],
    ['no grantee', ['R-1001', '--access', 'read'], { code: 'missing-value' }],
    ['no record', ['--with', bob, '--access', 'read'], { code: 'missing-value' }],
    [
      'a flag there is not',
      ['R-1001', '--whit', bob, '--access', 'read'],
      { code: 'unknown-flag', hint: 'did you mean “--with”?' },
    ],
  ])('%s', async (_, args, error) => {
    await expectMistake(await share(...args), error);
  });
});
