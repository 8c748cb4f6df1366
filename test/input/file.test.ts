import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { bytesOf, namesIn, textOf } from '../../src/input/file.ts';

const folder = mkdtempSync(join(tmpdir(), 'psyctl-file-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('gives what a file holds, as bytes or as text', async () => {
  const file = join(folder, 'list.csv');
  writeFileSync(file, 'école\n');
  expect([...(await bytesOf(file))]).toEqual([...Buffer.from('école\n')]);
  expect(await textOf(file)).toBe('école\n');
});

test('says which file is missing', async () => {
  const file = join(folder, 'nowhere.csv');
  await expect(bytesOf(file)).rejects.toMatchObject({ code: 'file-missing', details: { file } });
});

test('says which file can’t be read, and why', async () => {
  await expect(textOf(folder)).rejects.toMatchObject({
    code: 'file-unreadable',
    details: { file: folder, cause: 'EISDIR' },
  });
});

test('lists a folder; a file is none', async () => {
  expect(await namesIn(folder)).toEqual(['list.csv']);
  expect(await namesIn(join(folder, 'list.csv'))).toBeNull();
  await expect(namesIn(join(folder, 'nowhere'))).rejects.toMatchObject({ code: 'file-missing' });
});
