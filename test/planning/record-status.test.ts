import { describe, expect, it } from 'vitest';
import type { ServiceRecord } from '../../src/model/organization.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import type { Plan } from '../../src/planning/plan.ts';
import { plan } from '../../src/planning/planner.ts';
import { type Organization, organization } from '../support/organization.ts';
import { changes, messages, planIn, verdicts, type Wish } from '../support/planning.ts';
import { snapshotOf } from '../support/snapshot.ts';

const archive =
  (actor: string): Wish =>
  (row) => ({ action: 'record.archive', row, actor, record: 'R-1' });
const reactivate =
  (actor: string): Wish =>
  (row) => ({ action: 'record.reactivate', row, actor, record: 'R-1' });

const town = organization()
  .member('cleo', { roles: ['coordinator'] })
  .member('max', { roles: ['manager'], schools: ['010'] })
  .member('mia', { roles: ['manager'], schools: ['020'] })
  .member('ada', { roles: ['administrator'] })
  .record('R-1', { owner: 'alice', schools: ['010'] })
  .share('fred', 'full');

const by = (so: Organization, actor: string) => verdicts(planIn(so, archive(actor)));

describe('archiving and reactivating a record', () => {
  it('R6: by its owner, a coordinator, a manager of its school', () => {
    for (const actor of ['alice', 'cleo', 'max']) {
      expect(by(town, actor)).toEqual(['change']);
      expect(verdicts(planIn(town.but({ status: 'archived' }), reactivate(actor)))).toEqual(['change']);
    }
  });

  it('R6: by nobody else, full access and administrators included', () => {
    for (const actor of ['fred', 'mia', 'ada']) expect(by(town, actor)).toEqual(['R6 may-not-archive']);
  });

  it('R6: a confidential record by its owner alone', () => {
    const confidential = town.but({ confidential: true });
    expect(['alice', 'cleo', 'max'].flatMap((actor) => by(confidential, actor))).toEqual([
      'change',
      'R6 may-not-archive',
      'R6 may-not-archive',
    ]);
  });

  it('R6: a manager sees too little to share it, and enough to archive it', () => {
    const glimpse = { status: 'active', confidential: false, schools: ['010'], transferPending: false } as const;
    expect(verdicts(glimpsed(archive('max'), glimpse))).toEqual(['change']);
    expect(verdicts(glimpsed(archive('mia'), glimpse))).toEqual(['R6 may-not-archive']);
    expect(verdicts(glimpsed(archive('max'), { ...glimpse, transferPending: true }))).toEqual([
      'T14 transfer-pending-archive',
    ]);
  });

  it('R6: whoever sees not even that much may not', () => {
    expect(verdicts(planIn(town.seenInPart(), archive('rita')))).toEqual(['R6 may-not-archive']);
  });

  it('R5: changes nobody’s access: shares stay in force', () => {
    expect(changes(planIn(town, archive('alice')))).toEqual([]);
  });

  it('N5: writes to nobody', () => {
    expect(messages(planIn(town, archive('alice')))).toEqual([]);
  });

  it('T14: not while a transfer is pending', () => {
    expect(by(town.transfer('owner', 'rita'), 'alice')).toEqual(['T14 transfer-pending-archive']);
  });

  it('R4: not of a deleted record', () => {
    expect(by(town.but({ status: 'deleted' }), 'alice')).toEqual(['R4 record-deleted']);
    expect(verdicts(planIn(town.but({ status: 'deleted' }), reactivate('alice')))).toEqual(['R4 record-deleted']);
  });

  it('R6: what is so already is unchanged', () => {
    expect(by(town.but({ status: 'archived' }), 'alice')).toEqual(['unchanged']);
    expect(verdicts(planIn(town, reactivate('alice')))).toEqual(['unchanged']);
  });
});

/** A plan by somebody who sees no more of the record than what comes with number and title (O4). */
function glimpsed(wish: Wish, glimpse: NonNullable<ReturnType<Snapshot['seen']['get']>>['glimpse']): Plan {
  const { id, number, owner } = town.state.records.get('R-1') as ServiceRecord;
  const seen = new Map([[id, { id, number, owner, details: null, etag: null, ...(glimpse && { glimpse }) }]]);
  return plan([wish(1)], snapshotOf(town.state, { seen }));
}
