import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { restoreMember, revokeMember } from '../../src/contract/members.ts';
import { addTeamMember, removeTeamMember } from '../../src/contract/teams.ts';
import { type Journey, type Json, journeyIn } from '../support/cli.ts';
import { jsonOf } from '../support/seen.ts';
import { address, record, town } from '../support/town.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await journeyIn(town([record('R-1', { 'team:North': 'read' })]));
});
afterAll(() => journey.close());

const explain = (name: string) =>
  journey.psyctl('access', 'explain', address(name), 'R-1', '--as', 'owner', '-o', 'json');

describe('what changes with people', () => {
  const levelOf = async (name: string) => jsonOf(await explain(name)).level as string;
  const idOf = async (name: string) =>
    [...(await journey.access()).values()].find((one) => one.member?.email === address(name))?.member?.id ?? '';

  it('O7: who leaves a team loses at once what only the team gave, and has it again on joining', async () => {
    const { changer } = journey.admin;
    const memberId = await idOf('eve');
    const teams = jsonOf(await journey.psyctl('team', 'list', '-o', 'json')) as Json[];
    const params = { id: teams.find((team) => team.name === 'North')?.id, memberId };
    await changer.change(removeTeamMember, { params });
    expect(await levelOf('eve')).toBe('none');
    await changer.change(addTeamMember, { params });
    expect(await levelOf('eve')).toBe('read');
  });

  it('O5, O12: a revoked member has nothing, their ways stay, and come back with them', async () => {
    const { changer } = journey.admin;
    const params = { id: await idOf('dan') };
    await changer.change(revokeMember, { params });
    const explained = jsonOf(await explain('dan'));
    expect(explained).toMatchObject({ level: 'none', paths: [{ kind: 'team', via: 'North', state: 'inactive' }] });
    await changer.change(restoreMember, { params });
    expect(await levelOf('dan')).toBe('read');
  });
});
