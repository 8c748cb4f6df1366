import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paged, pagerOf } from '../../src/terminal/pager.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'psyctl-pager-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the pager', () => {
  it.each([
    [{}, 'less'],
    [{ PAGER: 'more' }, 'more'],
    [{ PAGER: 'more', PSYCTL_PAGER: 'most -s' }, 'most -s'],
    [{ PAGER: 'more', PSYCTL_PAGER: '' }, null],
    [{ PAGER: 'cat' }, null],
    [{ PAGER: ' cat ' }, null],
    [{ PAGER: 'cat -n' }, 'cat -n'],
  ])('%o: %s', (env, pager) => {
    expect(pagerOf(env)).toBe(pager);
  });

  it('gets the whole text, and is waited for', async () => {
    const file = join(folder, 'shown');
    const text = `${'é'.repeat(200_000)}\n`;
    expect(await paged(text, `cat > '${file}'`, process.env)).toBe(true);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  it('ends less by itself where all fits, unless somebody has set it otherwise', async () => {
    const file = join(folder, 'less');
    const { LESS: _, ...env } = process.env;
    await paged('', `printf %s "$LESS" > '${file}'`, env);
    expect(readFileSync(file, 'utf8')).toBe('FRX');
    await paged('', `printf %s "$LESS" > '${file}'`, { ...env, LESS: 'S' });
    expect(readFileSync(file, 'utf8')).toBe('S');
  });

  it('may be left before the end, and leaves no listener behind', async () => {
    const before = process.listenerCount('SIGINT');
    expect(await paged('a line\n'.repeat(200_000), 'exit 0', process.env)).toBe(true);
    expect(await paged('a line\n', 'exit 3', process.env)).toBe(true);
    expect(process.listenerCount('SIGINT')).toBe(before);
  });

  it('says where there is no such program', async () => {
    expect(await paged('a line\n', 'no-such-pager-here 2>/dev/null', process.env)).toBe(false);
  });
});
