import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { manifestAt } from '../../src/commands/manifest.ts';
import { World } from '../../src/contract/world.ts';
import { exitOf } from '../../src/failures/exit.ts';
import { Failure, Failures } from '../../src/failures/failure.ts';
import type { Manifest } from '../../src/model/manifest.ts';
import { failuresJson, failureText } from '../../src/rendering/failure-json.ts';
import { textsOf } from '../../src/texts/index.ts';

const texts = await textsOf('en');
const fixture = (path: string) => new URL(`../../fixtures/${path}`, import.meta.url).pathname;

let world: World;
let folder: string;
beforeAll(async () => {
  world = World.parse(parse(await readFile(fixture('worlds/mille-rives.yaml'), 'utf8')));
  folder = await mkdtemp(join(tmpdir(), 'psyctl-manifest-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Everything a manifest names that neither it nor the world has. */
function strangers({ members, teams, spaces, shares }: Manifest): string[] {
  const emails = new Set(world.members.filter(({ status }) => status === 'active').map(({ email }) => email));
  const names = new Set(world.teams.map(({ name }) => name));
  const codes = new Set(world.schools.map(({ code }) => code));
  const keys = new Set(world.profiles.map(({ key }) => key));
  const numbers = new Set(world.records.filter(({ status }) => status === 'active').map(({ number }) => number));
  const granted = [...spaces.flatMap(({ share }) => share), ...shares];
  return [
    ...teams.filter(({ team }) => !team.orNew && !names.has(team.text)).map(({ team }) => team.text),
    ...teams.flatMap((team) =>
      team.members.filter((member) => !member.orNew && !emails.has(member.text)).map((member) => member.text),
    ),
    ...granted
      .filter(({ grantee }) => !grantee.orNew && !(grantee.type === 'team' ? names : emails).has(grantee.text))
      .map(({ grantee }) => grantee.text),
    ...members.flatMap(({ schools }) => (schools ?? []).map(({ code }) => code)).filter((code) => !codes.has(code)),
    ...spaces.flatMap(({ for: whom }) =>
      whom.type === 'profile' && !keys.has(whom.profile.text) ? whom.profile.text : [],
    ),
    ...shares.map(({ record }) => record.text).filter((number) => !numbers.has(number)),
  ].map(String);
}

const caught = async (path: string): Promise<Failure | Failures> => {
  try {
    await manifestAt(path);
  } catch (error) {
    if (error instanceof Failure || error instanceof Failures) return error;
    throw error;
  }
  throw new Error('it did not fail');
};

describe('the manifests that ship with psyctl', () => {
  test('a whole school: 40 members of staff, 6 teams, the multi-spaces of 120 students', async () => {
    const { manifest, tables } = await manifestAt(fixture('inputs/onboarding-ecole.yaml'));
    expect(tables).toEqual([]);
    expect([manifest.members.length, manifest.teams.length]).toEqual([40, 6]);
    expect(manifest.members.filter(({ email }) => world.members.some((member) => member.email === email))).toEqual([]);
    expect(manifest.spaces[0]?.for).toMatchObject({ type: 'school', school: { code: '095' } });
    expect(world.profiles.filter(({ school }) => school === '095')).toHaveLength(120);
    expect(strangers(manifest)).toEqual([]);
    const used = world.members.filter(({ status }) => status !== 'inactive').length;
    expect(used + 40).toBeLessThanOrEqual(world.organization.seats ?? 0);
  });

  test('a smaller one, as a folder of lists in French, as Excel saves them', async () => {
    const { manifest, tables } = await manifestAt(fixture('inputs/onboarding-dossier'));
    expect(tables.map(({ rows, recognised }) => [rows, recognised.encoding, recognised.lineEnds])).toEqual([
      [6, 'windows-1252', 'crlf'],
      [3, 'utf-8', 'crlf'],
      [3, 'windows-1252', 'crlf'],
      [2, 'windows-1252', 'crlf'],
    ]);
    expect(manifest.teams.map(({ team, members }) => [team.text, members.length])).toEqual([
      ['Vieux-Quai', 5],
      ['Premiers mots', 3],
    ]);
    expect(strangers(manifest)).toEqual([]);
  });
});

describe('what is no manifest', () => {
  test('says file, line and column of every mistake, as people and as scripts read it', async () => {
    const file = join(folder, 'school.yaml');
    await writeFile(
      file,
      'members:\n  - {email: a@example.org, roles: manager, schools: [010]}\n  - {email: b, rolse: manager}\nspaces:\n  - {for: P-1, share: [team:North]}\n',
    );
    const error = await caught(file);
    expect(failureText(error, texts).replaceAll(file, 'school.yaml').split('\n')).toEqual([
      'psyctl: school.yaml, line 2, column 54: 010 is not a text: YAML takes it for something else',
      '  put it in quotes: "010"',
      'psyctl: school.yaml, line 3, column 16: the key “rolse” means nothing here',
      '  did you mean “roles”?',
      'psyctl: school.yaml, line 5, column 24: a multi-space is shared with a level, and “team:North” has none (C2)',
      '  it can be read, write or full',
    ]);
    expect(failuresJson(error, texts)).toMatchObject({ errors: [{ row: 2, column: 54 }, {}, { rule: 'C2' }] });
    expect(exitOf(error)).toBe(2);
  });

  test('a folder in which lists are missing, and nothing at all', async () => {
    await writeFile(join(folder, 'members.csv'), 'email;role\n');
    const error = await caught(folder);
    expect(exitOf(error)).toBe(2);
    expect(failureText(error, texts).replaceAll(folder, 'F').split('\n').slice(0, 2)).toEqual([
      'psyctl: F: there is no teams.csv or équipes.csv in F; there is members.csv',
      '  a folder holds all four lists; one that is empty has a header alone',
    ]);
    expect(await caught(join(folder, 'nowhere.yaml'))).toMatchObject({ code: 'file-missing' });
  });
});
