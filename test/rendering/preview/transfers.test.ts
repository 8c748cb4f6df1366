import { describe, expect, it } from 'vitest';
import type { Directory } from '../../../src/model/directory.ts';
import type { LeftOut } from '../../../src/model/left-out.ts';
import type { Plan } from '../../../src/planning/plan.ts';
import { plan } from '../../../src/planning/planner.ts';
import { renderPreview } from '../../../src/rendering/preview/preview.ts';
import { textsOf } from '../../../src/texts/index.ts';
import { type Organization, organization } from '../../support/organization.ts';
import { numbered, type Wish } from '../../support/planning.ts';
import { ending, FULL, transfer, transferHidden } from '../../support/transferring.ts';

const texts = await textsOf('en');

const named = (name: string) => `${name[0]?.toUpperCase()}${name.slice(1)} Test`;

const directoryOf = ({ state }: Organization): Directory => ({
  members: new Map(
    [...state.members.values()].map(({ id, email, status }) => [id, { email, name: named(id), status }]),
  ),
  teams: new Map([...state.teams.values()].map(({ id, name, members }) => [id, { name, size: members.size }])),
  spaces: new Map(),
  records: new Map([...state.records.values()].map(({ id, number }) => [id, { number, title: null }])),
});

/** The preview of some wishes, on 80 columns, without colour. */
function preview(so: Organization, command: string, wishes: readonly Wish[], leftOut: readonly LeftOut[] = []): string {
  const of: Plan = plan(numbered(wishes), so.snapshot(), leftOut);
  const scene = {
    plan: of,
    planId: '1',
    command,
    directory: directoryOf(so),
    target: { organization: 'CSS', host: 'localhost', sandbox: true },
    actor: { email: 'alice@example.org', name: 'Alice Test', actingAs: null, reason: null },
    dryRun: true,
    undo: null,
  };
  return renderPreview(scene, texts, { titles: false, width: 80, color: false });
}

const numbers = Array.from({ length: 400 }, (_, n) => `R-${n + 1}`);
const recipients = ['bob', 'carl', 'dora'];
const people = organization()
  .member('cleo', { roles: ['coordinator'] })
  .team('North', 'dan', 'eve');
const many = numbers.reduce(
  (so, number, n) => {
    const told = so.record(number, { owner: 'alice', contents: n === 0 ? FULL : null });
    const empty = n === 0 ? told : told.but({ contents: { ...FULL, ...zeros() } });
    return n % 2 === 0 ? empty.share('team:North', 'read') : empty;
  },
  recipients.reduce((so, name) => so.member(name), people),
);
function zeros() {
  return { confidentialNotes: 0, confidentialDocuments: 0, rawData: 0, tasks: 0, memos: 0, upcomingAppointments: 0 };
}
const toThree = numbers.map((number, n) => transfer('alice', number, recipients[n < 360 ? 0 : 1 + (n % 2)] ?? ''));

describe('many transfers', () => {
  const text = preview(many, 'record transfer', toThree, [
    { reason: 'archived', rule: 'T1', record: 'R-900', count: 1 },
    { reason: 'confidential', rule: 'T1', record: null, count: 3 },
  ]);

  it('fold into counts by person and by team', () => {
    expect(text.split('\n').length).toBeLessThan(40);
    expect(text).toContain('Transfer 400 records, sent by their owner Alice Test');
    expect(text).toContain('  Bob Test   takes over 360 records\n  Carl Test  takes over 20 records');
    expect(text).toContain('  Alice Test  hands over 400 records');
    expect(text).toContain('2 people are cut off, on 200 records, until these are accepted');
    expect(text).toContain('  North (2)  cut off on 200 records');
  });

  it('spell out what is unusual: deletions, somebody who takes very much over, what is left behind', () => {
    expect(text).toContain('Worth a second look\n  Bob Test takes over 360 records.');
    expect(text).toContain('Deleted for good when they accept');
    expect(text).toContain('4 tasks, 5 memos');
    expect(text).toContain('keep: --include confidential,raw-data');
    expect(text).toContain('Left behind (4 records)\n  R-900: archived');
    expect(text).toContain('3 records you can’t see: confidential');
    expect(text).toContain('now 400 e-mails to Bob, Carl and Dora; then 6 to clients');
  });
});

describe('one transfer', () => {
  const one = people.member('bob').record('R-1', { owner: 'alice' }).share('team:North', 'read');

  it('T5: by a coordinator says that nobody is cut off', () => {
    const text = preview(one, 'record transfer', [transfer('cleo', 'R-1', 'bob')]);
    expect(text).toContain('sent by coordinator Cleo Test');
    expect(text).toContain('  Bob Test                none     number, title    owner');
    expect(text).toContain('Nobody is cut off while it is pending: it is sent by a coordinator.');
    expect(text).toContain('Messages  1 e-mail to Bob, 1 notification to Alice');
  });

  it('T6, T10: says by what the former owner keeps something', () => {
    const north = one.team('North', 'dan', 'eve', 'alice');
    expect(preview(north, 'record transfer', [transfer('alice', 'R-1', 'bob')])).toContain(
      '  Alice Test              owner    owner            read\n    keeps read, through team North',
    );
    expect(preview(one, 'record transfer', [transfer('alice', 'R-1', 'bob', { keepCopy: true })])).toContain(
      '  Alice Test              owner    owner            read\n    keeps an archived copy',
    );
  });

  it('T17: says what waits for an inactive owner', () => {
    const gone = one.member('alice', { status: 'inactive' });
    expect(preview(gone, 'record transfer', [transfer('cleo', 'R-1', 'bob', { keepCopy: true })])).toContain(
      'Alice Test is inactive: nothing now, read once active',
    );
  });

  it('T4: accepted, who was cut off reads so today', () => {
    const pending = one.sent('owner', 'alice', 'bob');
    const text = preview(pending, 'transfer accept', [ending('accept', 'bob', 'R-1')]);
    expect(text).toContain('  North (2)               cut off          read');
    expect(text).not.toContain('while pending');
  });

  it('says that a recipient may be leaving too', () => {
    const two = one.record('R-2', { owner: 'bob' });
    const text = preview(two, 'record transfer', [transfer('alice', 'R-1', 'bob'), transfer('bob', 'R-2', 'alice')]);
    expect(text).toContain('Bob Test may be leaving too: 1 record of their own is on the way to others.');
  });

  it('A3: says that of unseen records nothing is known', () => {
    const text = preview(one, 'record transfer', [transferHidden('cleo', 'alice', 'bob', 2)]);
    expect(text).toContain('Transfer 2 records, sent by coordinator Cleo Test');
    expect(text.replace(/\s+/g, ' ')).toContain(
      '2 confidential records of Alice Test that you can’t see go to Bob Test',
    );
    expect(text.replace(/\s+/g, ' ')).toContain('then unknown how many to clients');
  });
});
