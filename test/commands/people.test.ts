import { afterAll, beforeAll, expect, test } from 'vitest';
import memberList from '../../src/commands/member/list.ts';
import memberShow from '../../src/commands/member/show.ts';
import organizationShow from '../../src/commands/organization/show.ts';
import schoolList from '../../src/commands/school/list.ts';
import teamList from '../../src/commands/team/list.ts';
import teamShow from '../../src/commands/team/show.ts';
import whoami from '../../src/commands/whoami/whoami.ts';
import { asText, type Questions, questionsIn } from './asking.ts';

let questions: Questions;
beforeAll(async () => {
  questions = await questionsIn();
});
afterAll(() => questions.close());

const emails = (json: unknown) => (json as { email: string }[]).map((member) => member.email);

test('member list: of every status, and narrowed', async () => {
  expect(emails((await questions.ask(memberList, [])).json)).toHaveLength(9);
  const narrowed = await questions.ask(memberList, [], { flags: { status: ['inactive', 'invited'] } });
  expect(emails(narrowed.json)).toEqual(['ina@example.org', 'ivy@example.org']);
  expect(emails((await questions.ask(memberList, [], { flags: { role: ['manager'], school: ['010'] } })).json)).toEqual(
    ['mia@example.org'],
  );
  const cut = await questions.ask(memberList, [], { flags: { limit: '3' } });
  expect([emails(cut.json).length, cut.notes?.length]).toEqual([3, 1]);
});

test('member show: with the teams they are in', async () => {
  const answer = await questions.ask(memberShow, ['Bob Gagnon']);
  expect(answer.json).toMatchObject({
    email: 'bob@example.org',
    teams: [{ id: expect.any(String), name: 'Psychology North' }],
  });
  expect(asText(answer)).toMatch(/^ {2}Schools +none$/m);
  expect(asText(await questions.ask(memberShow, ['ina@example.org']))).toContain('no name yet <ina@example.org>');
});

test('S8: team list counts who isn’t active; team show names them', async () => {
  expect((await questions.ask(teamList, [])).table.rows).toEqual([
    { name: 'Psychology North', people: 3, notActive: 1 },
  ]);
  expect((await questions.ask(teamList, [], { flags: { member: 'eve@example.org' } })).json).toEqual([]);
  const { json } = await questions.ask(teamShow, ['psychology north']);
  expect(json).toMatchObject({
    name: 'Psychology North',
    members: expect.arrayContaining([
      { id: expect.any(String), email: 'dan@example.org', name: 'Dan Huot', status: 'active' },
    ]),
  });
  expect(await questions.failure(teamShow, ['Psychology'])).toMatchObject({
    details: { nearest: ['Psychology North'] },
  });
});

test('school list keeps the zeros of codes', async () => {
  expect((await questions.ask(schoolList, [])).json).toEqual([
    { id: expect.any(String), code: '010', name: 'École du Ruisseau' },
    { id: expect.any(String), code: '020', name: 'École Armand-Paré' },
  ]);
});

test('O6: organization show counts the seats of invited and active members', async () => {
  const answer = await questions.ask(organizationShow, []);
  expect(answer.json).toMatchObject({ seats: { limit: 20, used: 8 } });
  expect(asText(answer)).toContain('8 of 20 taken, 12 free');
});

test('A1: whoami names the token’s member, and for whom it acts', async () => {
  const own = await questions.ask(whoami, []);
  expect(own.json).toMatchObject({
    email: 'ada@example.org',
    scopes: ['act-as'],
    actingAs: null,
    organization: { name: 'CSS du Test' },
  });
  expect(asText(own)).toContain('Ada Morin <ada@example.org>, administrator at CSS du Test.');
  const acting = await questions.ask(whoami, [], { as: 'bob@example.org' });
  expect(acting.json).toMatchObject({ email: 'ada@example.org', actingAs: { email: 'bob@example.org' } });
  expect(asText(acting)).toContain('Acting for Bob Gagnon');
  expect(asText(await questions.ask(whoami, [], { token: 'bob' }))).toContain('acts for this member alone');
});

test('--as somebody nobody knows is a mistake in every command', async () => {
  for (const command of [memberList, teamList, schoolList, organizationShow, whoami]) {
    expect((await questions.failure(command, [], { as: 'nobody@example.org' })).code).toBe('unknown-member');
  }
});
