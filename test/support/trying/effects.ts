import { expect } from 'vitest';
import { listAudit } from '../../../src/contract/audit.ts';
import type { Id } from '../../../src/model/organization.ts';
import type { Effect, Phase } from '../../../src/planning/plan.ts';
import { withoutSeat } from '../../../src/planning/seats.ts';
import { all } from '../../../src/reading/take.ts';
import type { Planned } from '../psyctl.ts';
import type { TestSandbox } from '../sandbox.ts';
import type { Created } from './foretold.ts';

/** The messages a plan predicts for a phase, a line each, as `messageKey` has them. */
export const messagesOf = (planned: Planned, phase: Phase, created: Created): string[] =>
  messageEffects(planned, phase)
    .flatMap((effect) => Array.from({ length: effect.count ?? 0 }, () => lineOf(effect, planned, created)))
    .sort();

/** The messages of which a plan says that it can't know how many there will be (A2), as lines. */
export const unknownMessages = (planned: Planned, phase: Phase, created: Created): ReadonlySet<string> =>
  new Set(
    messageEffects(planned, phase)
      .filter(({ count }) => count === null)
      .map((effect) => lineOf(effect, planned, created)),
  );

const messageEffects = ({ plan }: Planned, phase: Phase): Effect[] =>
  [...plan.effects].filter(({ phase: when, kind }) => when === phase && (kind === 'email' || kind === 'notification'));

function lineOf({ kind, to, audience, resource }: Effect, planned: Planned, created: Created): string {
  const { plan, directory } = planned;
  const counted = plan.hidden.some(({ record }) => record === null);
  const id = resource && (created.get(resource.id) ?? resource.id);
  const number = resource && directory.records.get(resource.id)?.number;
  // Who sees too little of a record to say more may still know its number: through a copy, say (T10).
  const unseen = resource === null ? counted : number === undefined && isUnseen(planned, resource.id);
  const about = unseen ? UNSEEN : resource && `${resource.type}:${number ?? id}`;
  const email = to === null ? undefined : (directory.members.get(to)?.email ?? to.replace('new:', '')).toLowerCase();
  return [kind, email, audience, about].join(' ');
}

const UNSEEN = 'record:unseen';

const isUnseen = ({ plan }: Planned, id: Id): boolean => plan.hidden.some(({ record }) => record === id);

/** Messages as whoever planned could foretell them: about records they can't see they don't know which (A3, T17). */
export function asForetold(messages: readonly string[], { plan, directory }: Planned): string[] {
  if (plan.hidden.length === 0) return [...messages].sort();
  const numbers = new Set([...directory.records.values()].map(({ number }) => `record:${number}`));
  const told = (about: string) => (numbers.has(about) ? about : UNSEEN);
  return messages.map((message) => message.replace(/record:\S+$/, told)).sort();
}

/** T11: what a plan predicts to be destroyed in a phase is what the audit says was, record by record. */
export async function expectDeletions(
  test: TestSandbox,
  { plan }: Planned,
  phase: Phase,
  since: string,
): Promise<void> {
  const records = [
    ...new Set([...plan.effects].flatMap(({ resource }) => (resource?.type === 'record' ? [resource.id] : []))),
  ];
  if (records.length === 0) return;
  const entries = await all(test.admin.reader.listByFilter(listAudit, 'record', records, { query: { since } }));
  for (const record of records) {
    const deletions = [...plan.effects].filter(
      ({ kind, resource, phase: when }) => kind === 'deletion' && when === phase && resource?.id === record,
    );
    // A2: of what its actor can't see into.
    if (deletions.some(({ count }) => count === null)) continue;
    const predicted = deletions.reduce((sum, { count }) => sum + (count ?? 0), 0);
    const accepted = entries.find((entry) => entry.record?.id === record && entry.action === 'transfer.accept');
    expect(predicted, `items of ${record} destroyed`).toBe(accepted?.detail['deleted'] ?? 0);
  }
}

/** O6: the seats a plan predicts are those that are taken. */
export async function expectSeats(test: TestSandbox, { plan }: Planned): Promise<void> {
  if (!plan.summary.seats || withoutSeat(plan).length > 0) return;
  const { members } = await test.world();
  expect(members.filter(({ status }) => status !== 'inactive').length).toBe(plan.summary.seats.after);
}
