import type { ActionName, ResolvedOf } from '../../model/intents/index.ts';
import type { RecordStatus } from '../../model/organization.ts';
import type { Glimpse } from '../../model/snapshot.ts';
import type { Action, Sighting, Verdict } from '../action.ts';
import type { Refusal } from '../refusals/index.ts';
import { withGlimpse } from './on-record.ts';

type StatusAction = Extract<ActionName, 'record.archive' | 'record.reactivate'>;

/** Archiving a record (R6, T14): its shares stay, and can only be removed from then on (R5). It writes to nobody (N5). */
export const recordArchive: Action<'record.archive', Sighting> = { name: 'record.archive', ...towards('archived') };

/** Making an archived record active again (R6). */
export const recordReactivate: Action<'record.reactivate', Sighting> = {
  name: 'record.reactivate',
  ...towards('active'),
};

function towards(status: RecordStatus): Omit<Action<StatusAction, Sighting>, 'name'> {
  return {
    ...withGlimpse(({ couldActAs }) => ({ reason: 'may-not-archive', rule: 'R6', couldActAs })),
    subject: () => null,
    claim: (intent) => ({ key: `${intent.record} status`, wants: status }),
    judge: (intent, sighting) => judge(intent, sighting, status),
    describe: () => ({ detail: {}, stage: 3 }),
    become(intent, state) {
      const record = state.records.get(intent.record);
      return record ? { records: [{ ...record, status }] } : {};
    },
    touches: () => [],
    effects: () => [],
  };
}

function judge(intent: ResolvedOf<StatusAction>, sighting: Sighting, wanted: RecordStatus): Verdict {
  const seen = glimpseOf(sighting);
  const refusal = refusalTo(intent, sighting, seen);
  if (refusal) return { verdict: 'refused', refusal };
  if (seen.status === wanted) return { verdict: 'unchanged' };
  return seen.transferPending
    ? { verdict: 'refused', refusal: { reason: 'transfer-pending-archive', rule: 'T14' } }
    : { verdict: 'change' };
}

/** R6: its owner; a coordinator, unless it is confidential; a manager of a school of its profiles, likewise. */
function refusalTo(
  { actor }: ResolvedOf<StatusAction>,
  { state, snapshot, seen }: Sighting,
  sight: Glimpse,
): Refusal | null {
  if (sight.status === 'deleted') return { reason: 'record-deleted', rule: 'R4' };
  const member = state.members.get(actor);
  const open = sight.confidential === false;
  const holdsSchool = sight.schools.some((school) => member?.schools.includes(school));
  const may =
    seen.owner === actor ||
    (open && member?.roles.includes('coordinator')) ||
    (open && member?.roles.includes('manager') && holdsSchool);
  return may ? null : { reason: 'may-not-archive', rule: 'R6', couldActAs: snapshot.couldActAs };
}

function glimpseOf({ seen: { details, glimpse } }: Sighting): Glimpse {
  if (!details) return glimpse ?? { status: 'deleted', confidential: null, schools: [], transferPending: false };
  const { status, confidential, schools, transfer } = details;
  return { status, confidential, schools, transferPending: transfer !== null };
}
