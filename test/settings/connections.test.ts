import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readSettings, settingsFile, writeSettings } from '../../src/settings/connections.ts';
import { ensureFolder, folders } from '../../src/settings/folders.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'psyctl-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));
const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

describe('folders', () => {
  test('are all in PSYCTL_HOME when it is set, and not made by asking', () => {
    const { settings, data, state } = folders({ PSYCTL_HOME: join(home, 'own') });
    expect([settings, data, state]).toEqual(['', 'data', 'state'].map((name) => join(home, 'own', name)));
    expect(existsSync(settings)).toBe(false);
  });
  test('are the system’s otherwise, and three', () => {
    const found = Object.values(folders({ PSYCTL_HOME: '' }));
    expect(found.every(isAbsolute)).toBe(true);
    expect(found.every((folder) => folder.includes('psyctl') && !folder.includes('nodejs'))).toBe(true);
    expect(new Set(found).size).toBe(3);
  });
  test('are made for this user alone', () => {
    expect(modeOf(ensureFolder(join(home, 'a', 'b')))).toBe('700');
    expect(modeOf(join(home, 'a'))).toBe('700');
  });
  test('that can’t be made say so', () => {
    writeFileSync(join(home, 'file'), '');
    expect(() => ensureFolder(join(home, 'file', 'b'))).toThrow('file-unwritable');
  });
});

describe('settings', () => {
  const connection = { url: 'https://a.example', caFile: '/etc/ca.pem', token: 'keyring' as const };
  const settings = { current: 'prod.qc', connections: { 'prod.qc': connection } };

  test('that were never written are empty, and reading writes nothing', async () => {
    expect(await readSettings(join(home, 'none'))).toEqual({ connections: {} });
    expect(existsSync(join(home, 'none'))).toBe(false);
  });
  test('are read as they were written, by this user alone', async () => {
    const folder = join(home, 'new');
    await writeSettings(folder, settings);
    expect(await readSettings(folder)).toEqual(settings);
    expect([modeOf(folder), modeOf(settingsFile(folder))]).toEqual(['700', '600']);
  });
  test('are replaced, not mixed', async () => {
    await writeSettings(home, settings);
    await writeSettings(home, { connections: {} });
    expect(await readSettings(home)).toEqual({ connections: {} });
  });
  test.each([
    ['torn', '{"connections": {'],
    ['of another shape', '{"connections": {"a": "https://a.example"}}'],
    ['with something unknown', '{"connections": {}, "token": "x"}'],
    ['with a token', '{"connections": {"a": {"url": "https://a.example", "token": "s3cret"}}}'],
    ['a list', '[]'],
    ['nothing at all', ''],
  ])('that are damaged, %s, are a failure and left alone', async (_, content) => {
    writeFileSync(settingsFile(home), content);
    const damaged = { code: 'settings-damaged', details: { file: settingsFile(home) } };
    await expect(readSettings(home)).rejects.toMatchObject(damaged);
    await expect(writeSettings(home, settings)).rejects.toMatchObject(damaged);
    expect(readFileSync(settingsFile(home), 'utf8')).toBe(content);
  });
  test('that can’t be read say why', async () => {
    mkdirSync(settingsFile(home));
    chmodSync(settingsFile(home), 0o700);
    const details = { file: settingsFile(home), cause: 'EISDIR' };
    await expect(readSettings(home)).rejects.toMatchObject({ code: 'file-unreadable', details });
  });
});
