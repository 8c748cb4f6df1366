import { describe, expect, it } from 'vitest';
import type { ChangeCommand } from '../../../src/commands/command.ts';
import { typedRows } from '../../../src/commands/keeping/typed.ts';
import { loadCommand } from '../../../src/commands/load.ts';
import { parseGiven } from '../../../src/commands/parse.ts';
import { rowOfGiven } from '../../../src/commands/rows.ts';
import { writtenCells } from '../../../src/input/row.ts';

/** What was typed, as the rows of a file, by the number each counts as. */
async function rowsOf(name: string, ...args: string[]) {
  const [noun = '', verb = null] = name.split(' ');
  const command = (await loadCommand({ noun, verb })) as ChangeCommand;
  const rows = typedRows(command, rowOfGiven(command, parseGiven(command, args)));
  return Object.fromEntries([...rows].map(([n, row]) => [n, writtenCells(row)]));
}

describe('changes typed as arguments come apart into the rows of a file', () => {
  it('a row for each record and grantee, in the order they count', async () => {
    expect(await rowsOf('record share', 'R-1', 'R-2', '--with', 'bob@x.org', 'team:N', '--access', 'read')).toEqual({
      1: { record: 'R-1', with: 'bob@x.org', access: 'read' },
      2: { record: 'R-1', with: 'team:N', access: 'read' },
      3: { record: 'R-2', with: 'bob@x.org', access: 'read' },
      4: { record: 'R-2', with: 'team:N', access: 'read' },
    });
  });

  it('a set stays together: roles, schools, what a transfer takes along', async () => {
    expect(
      await rowsOf('member set-roles', 'a@x.org', 'b@x.org', '--role', 'practitioner', '--role', 'coordinator'),
    ).toEqual({
      1: { member: 'a@x.org', role: 'practitioner|coordinator' },
      2: { member: 'b@x.org', role: 'practitioner|coordinator' },
    });
    expect(
      await rowsOf('record transfer', 'R-1', 'R-2', '--to', 'a@x.org', '--include', 'confidential', 'raw-data'),
    ).toEqual({
      1: { record: 'R-1', to: 'a@x.org', include: 'confidential|raw-data' },
      2: { record: 'R-2', to: 'a@x.org', include: 'confidential|raw-data' },
    });
  });

  it('a space keeps all it is shared with', async () => {
    const share = ['--share', 'a@x.org=read', 'b@x.org=full'];
    expect(await rowsOf('space create', '--for', 'P-1', 'P-2', ...share)).toEqual({
      1: { for: 'P-1', share: 'a@x.org=read|b@x.org=full' },
      2: { for: 'P-2', share: 'a@x.org=read|b@x.org=full' },
    });
  });

  it('a team and who is in it: what counts as three is two rows of a file', async () => {
    expect(await rowsOf('team create', 'North', '--member', 'a@x.org', 'b@x.org')).toEqual({
      1: { name: 'North', member: 'a@x.org' },
      2: { name: 'North', member: 'a@x.org' },
      3: { name: 'North', member: 'b@x.org' },
    });
  });

  it('one of each is one row', async () => {
    expect(await rowsOf('team rename', 'North', 'South')).toEqual({ 1: { team: 'North', name: 'South' } });
  });
});
