import { describe, expect, test } from 'vitest';
import { type Desired, desiredIn } from '../../../src/input/manifest/intents.ts';
import { readManifest } from '../../../src/input/manifest/read.ts';

const wants = (yaml: string, prune = false): Desired[] =>
  desiredIn(readManifest(new TextEncoder().encode(yaml), 'school.yaml'), prune);
const actions = (yaml: string, prune = false) => wants(yaml, prune).map(({ row, action }) => `${row} ${action}`);
const texts = (references: readonly { readonly text: string }[]) => references.map(({ text }) => text);
/** The one intent of an action. */
function only<A extends Desired['action']>(action: A, intents: readonly Desired[]): Extract<Desired, { action: A }> {
  const [one, ...others] = intents.filter((intent) => intent.action === action);
  expect([one?.action, others]).toEqual([action, []]);
  return one as Extract<Desired, { action: A }>;
}

describe('members', () => {
  const yaml = `members:
  - {email: A@example.org, roles: [practitioner, coordinator], schools: ["010", "004"]}
`;

  test('O10: are invited, or given the roles and schools they lack', () => {
    const intents = wants(yaml);
    expect(actions(yaml)).toEqual(['2 member.invite', '2 member.set-roles', '2 member.assign-schools']);
    const invitation = only('member.invite', intents);
    expect(invitation).toMatchObject({
      email: 'A@example.org',
      roles: ['practitioner', 'coordinator'],
      teams: [],
      resend: false,
      fillSeats: false,
    });
    expect(texts(invitation.schools)).toEqual(['010', '004']);
    expect(only('member.set-roles', intents)).toMatchObject({
      set: null,
      add: ['practitioner', 'coordinator'],
      remove: [],
    });
    const { set, add, remove } = only('member.assign-schools', intents);
    expect([set, texts(add), remove]).toEqual([null, ['010', '004'], []]);
  });

  test('have just those roles and schools with prune', () => {
    const intents = wants(yaml, true);
    expect(only('member.set-roles', intents)).toMatchObject({
      set: ['practitioner', 'coordinator'],
      add: [],
      remove: [],
    });
    const { set, add, remove } = only('member.assign-schools', intents);
    expect([texts(set ?? []), add, remove]).toEqual([['010', '004'], [], []]);
  });

  test.each([false, true])('keep their schools where none are said (prune: %s)', (prune) => {
    expect(actions('members: [{email: a@example.org, roles: manager}]', prune)).toEqual([
      '1 member.invite',
      '1 member.set-roles',
    ]);
  });

  test('lose all schools where an empty list is said, with prune alone', () => {
    const none = 'members: [{email: a@example.org, roles: manager, schools: []}]';
    expect(actions(none)).not.toContain('1 member.assign-schools');
    expect(only('member.assign-schools', wants(none, true))).toMatchObject({ set: [], add: [], remove: [] });
  });

  test('may be nobody yet: so say all that is wanted of them', () => {
    for (const intent of wants(yaml)) {
      expect(intent).toMatchObject({ desired: true, member: { text: 'A@example.org', orNew: true } });
    }
  });
});

describe('teams', () => {
  const yaml = `members:
  - {email: a@example.org, roles: practitioner, teams: [North, Old]}
teams:
  - name: North
    members:
      - b@example.org
`;
  const ofTeams = (prune: boolean) => actions(yaml, prune).filter((one) => / (team|onboard)\./.test(one));

  test('are created, and joined in the row that says so; one that only its members name is there already', () => {
    expect(ofTeams(false)).toEqual(['4 team.create', '6 team.add', '2 team.add', '2 team.add']);
    const added = wants(yaml).flatMap((one) => (one.action === 'team.add' ? [[one.team.text, one.member.text]] : []));
    expect(added).toEqual([
      ['North', 'b@example.org'],
      ['North', 'a@example.org'],
      ['Old', 'a@example.org'],
    ]);
  });

  test('O7: have nobody else with prune, but for those that only their members name', () => {
    expect(ofTeams(true)).toEqual(['4 team.create', '6 team.add', '2 team.add', '4 onboard.prune-team', '2 team.add']);
    const { team, keep } = only('onboard.prune-team', wants(yaml, true));
    expect([team.text, texts(keep)]).toEqual(['North', ['b@example.org', 'a@example.org']]);
  });
});

describe('spaces', () => {
  test('C2, C1: are created and shared, each profile’s apart', () => {
    const yaml = `spaces:
  - for: [P-1, P-2]
    share:
      - team:North=write
  - {kind: collaborative, record: R-1, name: Nook, share: a@example.org}
`;
    expect(actions(yaml)).toEqual([
      '2 space.create',
      '4 space.share',
      '2 space.create',
      '4 space.share',
      '5 space.create',
      '5 space.share',
    ]);
    const made = wants(yaml).flatMap((one) => (one.action === 'space.create' ? [one] : []));
    expect(made.map(({ kind, profile, record, name }) => [kind, profile?.text, record?.text, name])).toEqual([
      ['multi', 'P-1', undefined, null],
      ['multi', 'P-2', undefined, null],
      ['collaborative', undefined, 'R-1', 'Nook'],
    ]);
    const shared = wants(yaml).flatMap((one) => (one.action === 'space.share' ? [one] : []));
    expect(shared.map(({ space, grantee, level }) => [space.text, grantee.text, level])).toEqual([
      ['P-1', 'North', 'write'],
      ['P-2', 'North', 'write'],
      ['Nook', 'a@example.org', null],
    ]);
  });

  test('have nobody else in them with prune, one that is shared with nobody too', () => {
    const pruned = wants('spaces: [{for: P-1, share: [team:North=read]}, {for: P-2}]', true).flatMap((one) =>
      one.action === 'onboard.prune-space' ? [[one.space.text, texts(one.keep)]] : [],
    );
    expect(pruned).toEqual([
      ['P-1', ['North']],
      ['P-2', []],
    ]);
  });

  test.each([false, true])('of a whole school are for reading to find, its code’s place told (prune: %s)', (prune) => {
    const intents = wants('spaces:\n  - for: {school: "010"}\n    share: [team:North=read]\n', prune);
    expect(intents).toHaveLength(1);
    expect(only('onboard.spaces', intents)).toMatchObject({
      row: 2,
      school: '010',
      share: [{ row: 3, grantee: { type: 'team', text: 'North' }, level: 'read' }],
      prune,
      place: { file: 'school.yaml', row: 2, column: 19 },
    });
  });
});

describe('shares of records', () => {
  const yaml = `shares:
  - {record: [R-1, R-2], with: team:North, access: read}
  - {record: R-1, with: a@example.org, access: full, requireApproval: true}
`;

  test('S1, S9: are set, approval left as it is where it is left unsaid', () => {
    const set = wants(yaml).flatMap((one) => (one.action === 'share.set' ? [one] : []));
    expect(
      set.map(({ row, record, grantee, level, requireApproval }) => [
        row,
        record.text,
        grantee.text,
        level,
        requireApproval,
      ]),
    ).toEqual([
      [2, 'R-1', 'North', 'read', null],
      [2, 'R-2', 'North', 'read', null],
      [3, 'R-1', 'a@example.org', 'full', true],
    ]);
  });

  test('are the only ones of their records with prune, all rows of a record together', () => {
    const pruned = wants(yaml, true).flatMap((one) =>
      one.action === 'onboard.prune-record' ? [[one.row, one.record.text, texts(one.keep)]] : [],
    );
    expect(pruned).toEqual([
      [2, 'R-1', ['North', 'a@example.org']],
      [2, 'R-2', ['North']],
    ]);
  });
});

test('a manifest that asks for nothing asks for nothing', () => {
  expect([wants('members: []'), wants('members: []', true)]).toEqual([[], []]);
});
