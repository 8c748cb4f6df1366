import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { World } from '../../src/contract/world.ts';
import type { Column } from '../../src/input/csv/columns.ts';
import { readTable } from '../../src/input/csv/table.ts';
import { readInvitationFile } from '../../src/input/invitations.ts';
import { type RowWords, wordsOf } from '../../src/input/words.ts';

const fixture = (path: string) => readFileSync(new URL(`../../fixtures/${path}`, import.meta.url));
const world = World.parse(parse(fixture('worlds/mille-rives.yaml').toString()));

const active = new Set(world.members.filter(({ status }) => status === 'active').map(({ email }) => email));
const teams = new Set(world.teams.map(({ name }) => name));
const schools = new Set(world.schools.map(({ code }) => code));
const profiles = new Set(world.profiles.map(({ key }) => key));
const pending = new Set(world.transfers.map(({ record }) => record));
const records = new Map(world.records.map((record) => [record.number, record]));

function rowsOf(name: string, required: Column[], others: Column[] = []): RowWords[] {
  const columns = { allowed: [...required, ...others], required };
  return readTable(fixture(`inputs/${name}`), { file: name, columns }).rows.map(wordsOf);
}
const texts = (references: readonly { text: string }[]) => references.map(({ text }) => text);

// The files people are shown fit the made-up world they are shown in.
describe('the input files that ship with psyctl', () => {
  test('O9: Psylio’s own invitations', () => {
    const rows = readInvitationFile(fixture('inputs/invitations-psylio.csv'), 'f')?.rows ?? [];
    expect(rows).toHaveLength(5);
    expect(rows.filter(({ email }) => world.members.some((member) => member.email === email))).toEqual([]);
  });

  test('invitations: four to send, one sent already', () => {
    const rows = rowsOf('invitations.csv', ['email', 'role'], ['school', 'team']);
    const statuses = rows.map((row) => world.members.find(({ email }) => email === row.emails('email')[0])?.status);
    expect(statuses).toEqual([undefined, undefined, undefined, undefined, 'invited']);
    for (const row of rows) {
      expect(row.roles('role').length).toBeGreaterThan(0);
      expect(row.optionalSchools('school').filter((code) => !schools.has(code))).toEqual([]);
      expect(texts(row.optionalTeams('team')).filter((name) => !teams.has(name))).toEqual([]);
    }
  });

  test('transfers of active records, by their owner, to active practitioners', () => {
    for (const row of rowsOf('transfers.csv', ['record', 'to'], ['include', 'keep-copy'])) {
      const to = row.member('to').text;
      expect(world.members.find(({ email }) => email === to)).toMatchObject({
        status: 'active',
        roles: ['practitioner'],
      });
      for (const number of texts(row.records())) {
        expect(records.get(number)).toMatchObject({ status: 'active', owner: 'lise.castonguay@mille-rives.example' });
        expect(pending).not.toContain(number);
      }
      row.inclusions('include');
      row.answer('keep-copy');
    }
  });

  test('spaces for profiles there are, shared with whom there is', () => {
    const rows = rowsOf('spaces.csv', ['for'], ['kind', 'name', 'share']);
    expect(rows.map((row) => row.optionalKind('kind'))).toEqual(['multi', 'multi', 'collaborative', 'collaborative']);
    for (const row of rows) {
      expect(texts(row.optionalProfiles('for')).filter((key) => !profiles.has(key))).toEqual([]);
      for (const { grantee, level } of row.granteeLevels('share')) {
        expect(grantee.type === 'team' ? teams : active).toContain(grantee.text);
        expect(level === null).toBe(row.kind('kind') === 'collaborative');
      }
    }
  });

  test('teams there aren’t yet, of members there are', () => {
    for (const row of rowsOf('teams.csv', ['name'], ['member'])) {
      expect(teams).not.toContain(row.team('name').text);
      expect(texts(row.members('member')).filter((email) => !active.has(email))).toEqual([]);
    }
  });
});
