import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ended, type Journey, type Json, journeyIn } from '../support/cli.ts';
import { manifestOf, onboarding, onceAccepted } from '../support/onboarding.ts';
import { errorOf, jsonOf, levelsOn, stepsOf } from '../support/seen.ts';
import { address, record, town } from '../support/town.ts';

const SEATS = 14;
const world = town([record('R-1', { bob: 'read', 'team:North': 'read' }), record('R-2', { fay: 'read' })], {
  organization: { name: 'CSS des Essais', kind: 'school-service-centre', seats: SEATS },
  schools: [
    { code: '010', name: 'École du Ruisseau' },
    { code: '020', name: 'École du Lac' },
  ],
  profiles: [
    { key: 'P-1', name: 'Sam Tremblay', school: '010' },
    { key: 'P-2', name: 'Noa Roy', school: '010' },
  ],
  spaces: [
    {
      id: 'S-1',
      name: 'Sam Tremblay',
      kind: 'multi',
      profile: 'P-1',
      creator: address('bob'),
      members: [{ with: address('fay'), access: 'read' }],
    },
  ],
});

let journey: Journey;
beforeAll(async () => {
  journey = await journeyIn(world);
});
afterAll(() => journey.close());

/** Onboards in a world of its own, which the test then looks at. */
async function inOwnWorld<T>(test: (own: Journey) => Promise<T>): Promise<T> {
  const own = await journeyIn(world);
  try {
    return await test(own);
  } finally {
    await own.close();
  }
}

const dryRun = (yaml: string, ...args: string[]) => onboarding(journey, yaml, '--dry-run', ...args);
const refused = (ended: Ended): Json[] => jsonOf(ended).steps.filter((step: Json) => step.status === 'refused');
const memberIn = async (own: Journey, name: string) =>
  (await own.world()).members.find(({ email }) => email === address(name));
const teamIn = async (own: Journey, name: string) => (await own.world()).teams.find((team) => team.name === name);

describe('what has to wait for an invitation to be accepted', () => {
  const yaml = `members:
  - {email: new@example.org, roles: practitioner, schools: "010", teams: South}
teams:
  - {name: South, members: [gus@example.org]}
spaces:
  - for: {school: "010"}
    share: [team:South=write, new@example.org=full, ivy@example.org=read]
shares:
  - {record: R-1, with: [new@example.org, gus@example.org], access: read}
`;

  it('S8: waits, holds nothing back, is counted and said, in the text and in JSON', async () => {
    const ended = await dryRun(yaml, '-o', 'json');
    expect(ended.exit).toBe(0);
    const { steps, summary } = jsonOf(ended);
    const waiting = steps.filter((step: Json) => step.status === 'waiting');
    expect(
      waiting.map(({ row, action, target, subject, refusal }: Json) => [row, action, target, subject, refusal.rule]),
    ).toEqual([
      [7, 'space.share', 'S-1', 'new@example.org', 'S8'],
      [7, 'space.share', 'S-1', 'ivy@example.org', 'S8'],
      [7, 'space.share', 'new:P-2', 'new@example.org', 'S8'],
      [7, 'space.share', 'new:P-2', 'ivy@example.org', 'S8'],
      [9, 'share.set', 'R-1', 'new@example.org', 'S8'],
    ]);
    expect(summary.steps).toMatchObject({ refused: 0, waiting: 5 });
    const text = await dryRun(yaml);
    expect(text.out).toContain(
      '5 rows wait for people to accept their invitation: run it again once they have\n  new@example.org, Ivy Test\n',
    );
  });

  it('is done by running it again once they are active; then there is nothing left to do', async () => {
    const accepted = await inOwnWorld(async (own) => {
      const first = await onboarding(own, yaml, '--yes');
      expect(first.exit).toBe(0);
      expect(first.out).not.toContain('not attempted');
      const report = first.out.slice(first.out.indexOf('Done: '));
      expect(report).toMatch(/^Done: \d+ changes\. \d+ already so\.\n/);
      expect(report).toContain('5 rows wait for people');
      expect(report).toContain('new@example.org, Ivy Test');
      expect(await teamIn(own, 'South')).toMatchObject({ members: [address('gus'), address('new')] });
      const again = await onboarding(own, yaml, '--yes', '-o', 'json');
      expect([again.exit, jsonOf(again).summary.steps.change, jsonOf(again).run]).toEqual([0, 0, null]);
      expect(jsonOf(again).summary.steps.waiting).toBe(5);
      expect((await onboarding(own, yaml, '--yes')).out).toContain('What isn’t so already waits: nothing was sent.');
      return await onceAccepted(own);
    });
    try {
      const second = await onboarding(accepted, yaml, '--yes', '-o', 'json');
      expect(second.exit).toBe(0);
      expect(jsonOf(second).summary.steps).toMatchObject({ change: 5, refused: 0, waiting: 0 });
      expect(await levelsOn(accepted, 'R-1')).toMatchObject({ new: 'read', gus: 'read', bob: 'read' });
      expect(await levelsOn(accepted, 'S-1')).toMatchObject({ new: 'full', ivy: 'read', gus: 'write', fay: 'read' });
      const third = await onboarding(accepted, yaml, '--yes');
      expect([third.exit, third.out]).toEqual([0, expect.stringContaining('nothing was sent')]);
    } finally {
      await accepted.close();
    }
  });
});

describe('who is a member already', () => {
  const yaml = `members:
  - {email: bob@example.org, roles: coordinator, schools: "020"}
  - {email: max@example.org, roles: manager, schools: "020"}
`;

  it('O2, O8: is given the roles and schools they lack, and keeps the others', async () => {
    await inOwnWorld(async (own) => {
      const ended = await onboarding(own, yaml, '--yes', '-o', 'json');
      expect(stepsOf(ended)).toEqual(['2 unchanged', '2 change', '2 change', '3 unchanged', '3 unchanged', '3 change']);
      expect(await memberIn(own, 'bob')).toMatchObject({ roles: ['coordinator', 'practitioner'], schools: ['020'] });
      expect(await memberIn(own, 'max')).toMatchObject({ roles: ['manager'], schools: ['010', '020'] });
    });
  });

  it('has just these with --prune', async () => {
    await inOwnWorld(async (own) => {
      expect((await onboarding(own, yaml, '--prune', '--yes')).exit).toBe(0);
      expect(await memberIn(own, 'bob')).toMatchObject({ roles: ['coordinator'], schools: ['020'] });
      expect(await memberIn(own, 'max')).toMatchObject({ roles: ['manager'], schools: ['020'] });
      expect((await onboarding(own, yaml, '--prune', '--yes')).out).toContain('nothing was sent');
    });
  });

  it('O10: but was revoked, is refused: they are restored', async () => {
    const ended = await dryRun('members: [{email: otto@example.org, roles: practitioner}]', '-o', 'json');
    expect(ended.exit).toBe(3);
    expect(refused(ended)).toMatchObject([
      {
        action: 'member.invite',
        target: 'otto@example.org',
        refusal: { rule: 'O10', hint: 'psyctl member restore brings back what was theirs' },
      },
    ]);
  });

  it('O3: the last administrator is not demoted by --prune', async () => {
    const demotes = 'members: [{email: ada@example.org, roles: practitioner}]';
    expect((await dryRun(demotes)).exit).toBe(0);
    const ended = await dryRun(demotes, '--prune', '-o', 'json');
    expect(ended.exit).toBe(3);
    expect(refused(ended)).toMatchObject([{ action: 'member.set-roles', refusal: { rule: 'O3' } }]);
  });
});

describe('nobody but who is named, with --prune', () => {
  const yaml = `teams:
  - {name: North, members: [dan@example.org, alice@example.org]}
spaces:
  - {for: P-1, share: gus@example.org=read}
shares:
  - {record: R-1, with: gus@example.org, access: read}
  - {record: R-2, with: gus@example.org, access: read}
`;

  it('is braked by --max-losses', async () => {
    const ended = await onboarding(journey, yaml, '--prune', '--yes', '-o', 'json');
    expect(ended.exit).toBe(6);
    expect(errorOf(ended)).toMatchObject({ code: 'too-many-losses', hint: '--max-losses 5 lets it through' });
    expect(jsonOf(await dryRun(yaml, '-o', 'json')).summary.access.revoked).toBe(0);
  });

  it('O7, S2, C4: teams, spaces and records have just these; what isn’t named is left alone', async () => {
    await inOwnWorld(async (own) => {
      const ended = await onboarding(own, yaml, '--prune', '--max-losses', '5', '--yes', '-o', 'json');
      expect(ended.exit).toBe(0);
      expect(jsonOf(ended).run.verification.mismatches).toEqual([]);
      expect((await teamIn(own, 'North'))?.members.toSorted()).toEqual([address('alice'), address('dan')]);
      expect(await levelsOn(own, 'S-1')).toEqual({ bob: 'full', gus: 'read' });
      expect(await levelsOn(own, 'R-1')).toEqual({ alice: 'owner', cleo: 'metadata', gus: 'read' });
      expect(await memberIn(own, 'eve')).toMatchObject({ status: 'active', roles: ['practitioner'] });
      const again = await onboarding(own, yaml, '--prune', '--yes');
      expect([again.exit, again.out]).toEqual([0, expect.stringContaining('nothing was sent')]);
    });
  });
});

describe('who joins a team that has something already', () => {
  const joins = `teams: [{name: North, members: [gus@example.org]}]
shares:
  - {record: R-1, with: team:North, access: read}
`;

  it('O7: is said to gain it, where the manifest leaves that as it is', async () => {
    const { out } = await dryRun(joins);
    expect(out).toMatch(/Gus Test +joins North; gains 1 record\n +R-1 +none → read/);
    expect(out).not.toContain('no access changes');
  });

  it('and to be looked for below, where it changes that too', async () => {
    const { out } = await dryRun(joins.replace('read', 'write'));
    expect(out).toMatch(/Gus Test +joins North; access changes below\n/);
    expect(out).toMatch(/\nR-1\n.*\n(.*\n)* {2}Gus Test +none +write\n/);
  });
});

describe('short of seats', () => {
  const emails = Array.from({ length: 5 }, (_, n) => `n${n}@example.org`);
  const yaml = `members:
${emails.map((email) => `  - {email: ${email}, roles: practitioner, schools: "010", teams: North}\n`).join('')}
spaces:
  - {for: P-1, share: [n0@example.org=read, n4@example.org=read]}
shares:
  - {record: R-1, with: n4@example.org, access: read}
`;

  it('O6: nothing is sent, and who doesn’t fit is said; of them nothing else is planned', async () => {
    const ended = await onboarding(journey, yaml, '--yes', '-o', 'json');
    expect(ended.exit).toBe(6);
    expect(errorOf(ended)).toMatchObject({
      code: 'seats-missing',
      message: expect.stringContaining('1 person would not fit into the 14 seats'),
      hint: 'have more seats, or revoke somebody first',
    });
    expect(refused(ended).map(({ action, subject, target }: Json) => `${action} ${subject ?? target}`)).toEqual([
      'member.invite n4@example.org',
      'member.set-roles n4@example.org',
      'member.assign-schools n4@example.org',
      'team.add n4@example.org',
      'space.share n4@example.org',
      'share.set n4@example.org',
    ]);
    expect(jsonOf(ended).accessChanges.map(({ member }: Json) => member)).not.toContain('n4@example.org');
    expect((await journey.world()).members).toHaveLength(world.members.length);
  });
});

describe('whose records and spaces', () => {
  it('S2: others’ records are refused without --as owner, which is said', async () => {
    const file = manifestOf('shares: [{record: R-1, with: gus@example.org, access: read}]');
    const ended = await journey.psyctl('onboard', file, '--yes', '-o', 'json');
    expect(ended.exit).toBe(3);
    expect(refused(ended)).toMatchObject([
      { target: 'R-1', refusal: { rule: 'S2', hint: 'your token may act for them: add --as owner' } },
    ]);
  });

  it('C6: nor is a space somebody else made reached without it, which is said', async () => {
    const file = manifestOf('spaces: [{for: P-1, share: team:North=read}]');
    const ended = await journey.psyctl('onboard', file, '--dry-run', '-o', 'json');
    expect(ended.exit).toBe(3);
    expect(refused(ended)[0]).toMatchObject({
      action: 'space.create',
      refusal: { rule: 'C6', hint: 'your token may act for its creator: add --as owner' },
    });
  });

  it('C6: a space a practitioner made is reached through them, with --as owner', async () => {
    const ended = await dryRun('spaces: [{for: P-1, share: team:North=read}]', '-o', 'json');
    expect(stepsOf(ended)).toEqual(['1 unchanged', '1 change']);
    expect(jsonOf(ended).accessChanges.map(({ resource }: Json) => resource)).toEqual(Array(3).fill('space:S-1'));
  });
});
