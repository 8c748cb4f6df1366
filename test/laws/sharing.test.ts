import * as fc from 'fast-check';
import { describe, expect } from 'vitest';
import type { OutboxMessage } from '../../src/contract/sandbox.ts';
import { requestOf } from '../../src/executing/requests/index.ts';
import { Failure } from '../../src/failures/failure.ts';
import { NO_ACCESS } from '../../src/model/access.ts';
import type { State } from '../../src/model/organization.ts';
import { changesTo } from '../../src/planning/access-changes.ts';
import type { Plan, Step } from '../../src/planning/plan.ts';
import { plan as planOf, stateAfter } from '../../src/planning/planner.ts';
import { draws, sharingCommand, type TriedCommand } from '../support/commands.ts';
import { law } from '../support/law.ts';
import { applied, failedToPlan, type Planned, planned } from '../support/psyctl.ts';
import { sandboxOf, type TestSandbox } from '../support/sandbox.ts';
import { stateOf } from '../support/state.ts';
import { bare, bareModel, type Comparable } from '../support/witness.ts';
import { worlds } from '../support/worlds.ts';

const sequences = fc.tuple(worlds, fc.array(draws, { minLength: 1, maxLength: 5 }));

describe('laws 1 to 5 and 8, over random worlds and sequences of shares, unshares and leaves', () => {
  law(
    'hold',
    fc.asyncProperty(sequences, async ([input, sequence]) => {
      const test = await sandboxOf(input);
      try {
        for (const draw of sequence) await tryCommand(test, sharingCommand(draw, await test.world()));
      } finally {
        await test.close();
      }
    }),
  );
});

async function tryCommand(test: TestSandbox, command: TriedCommand): Promise<void> {
  const before = await stand(test);
  const outcome = await planned(test.admin, command);
  // Law 5: whatever was planned, or failed to be, nothing has changed.
  expect(await stand(test)).toEqual(before);
  if (failedToPlan(outcome)) return expectHonestFailures(outcome, command, before.state);
  await expectRefusalsToBeReal(test, outcome);
  expect(await stand(test)).toEqual(before);
  await expectAnyOrderToDo(outcome);

  const report = await applied(test.admin, outcome);
  const after = await stand(test);
  expectOutcomes(
    outcome.plan,
    report.rows.map((row) => row.status),
  );
  expect(report.verification.mismatches).toEqual([]);
  expect(after.access).toEqual(foretold(before.access, outcome)); // laws 2 and 3
  expect(after.messages.slice(before.messages.length).sort()).toEqual(messagesOf(outcome));
  await expectNothingLeft(test, command); // law 1
}

/** Everything that could have changed. */
async function stand(test: TestSandbox) {
  const [world, access, outbox] = await Promise.all([test.world(), test.access(), test.outbox()]);
  const seen = new Map([...access].map(([key, row]) => [key, bare(row)]));
  return {
    state: stateOf(world),
    access: new Map([...seen].sort(([a], [b]) => (a < b ? -1 : 1))),
    messages: outbox.map(messageKey),
  };
}

const messageKey = ({ kind, to, audience, about }: OutboxMessage) => [kind, to, audience, about.resource].join(' ');

/** A2: a record is unknown only to whoever has no way to it; anything else a command fails over is a contradiction. */
function expectHonestFailures(failures: readonly Failure[], { as }: TriedCommand, state: State): void {
  const actor = [...state.members.values()].find((member) => member.email === (as ?? 'admin@example.org'));
  for (const failure of failures) {
    if (failure.code === 'act-as-refused') expect(actor?.status).not.toBe('active');
    else if (failure.code === 'unknown-record') {
      const number = (failure as Failure<'unknown-record'>).details.text;
      const record = [...state.records.values()].find((one) => one.number === number);
      const level = record && levelOf(actor?.id ?? '', record.id, state);
      expect(level).toBe('none');
    } else expect(failure.code, JSON.stringify(failure.details)).toBe('contradiction');
  }
}

function levelOf(member: string, record: string, state: State) {
  const nobody: State = { ...state, records: new Map() };
  const change = changesTo({ type: 'record', id: record }, nobody, state, 'applied').find(
    (one) => one.member === member,
  );
  return (change?.after ?? NO_ACCESS).level;
}

/** Law 4, and the sandbox's word on it: what the planner refuses, the API refuses too, if maybe by another of its rules. */
async function expectRefusalsToBeReal(test: TestSandbox, { plan, snapshot }: Planned): Promise<void> {
  for (const step of plan.steps.filter((one) => one.status === 'refused')) {
    const failure = await sent(test, step, snapshot);
    expect(failure, `${step.refusal?.reason} must be refused by the API too`).toBeInstanceOf(Failure);
    expect(['refused', 'forbidden', 'not-found', 'act-as-refused']).toContain((failure as Failure).code);
  }
}

/** Sends a row just as it was asked for, whatever the plan made of it. */
async function sent(test: TestSandbox, step: Step, snapshot: Planned['snapshot']): Promise<unknown> {
  const { intent } = step;
  const { endpoint, params } = requestOf({ step, snapshot, idOf: (id) => id });
  const approval =
    'level' in intent && intent.requireApproval !== null ? { requireApproval: intent.requireApproval } : {};
  const body = 'level' in intent ? { access: intent.level, ...approval } : undefined;
  return await test.admin.changer.change(endpoint, { params, body, actAs: intent.actor }).catch((error) => error);
}

/** Law 8: the rows the other way round come to the same state. */
async function expectAnyOrderToDo({ plan, snapshot }: Planned): Promise<void> {
  const reversed = planOf(
    [...plan.steps].reverse().map((step) => step.intent),
    snapshot,
  );
  const end = (of: Plan) =>
    stateAfter(
      of.steps.filter((step) => step.status === 'change'),
      snapshot,
    );
  const shares = (state: State) =>
    [...state.records.values()].map((record) => [
      record.id,
      record.shares.map((share) => JSON.stringify(share)).sort(),
    ]);
  expect(shares(end(reversed))).toEqual(shares(end(plan)));
}

function expectOutcomes(plan: Plan, statuses: readonly string[]): void {
  const expected = plan.steps.map(({ status }) => (status === 'change' ? 'done' : status));
  expect(statuses).toEqual(expected);
}

/** What the access of everybody to everything should now be: as it was, but for the changes predicted. */
function foretold(before: ReadonlyMap<string, Comparable>, { plan, snapshot: { state } }: Planned) {
  const after = new Map(before);
  for (const change of plan.accessChanges) {
    const key = `${change.member} ${change.resource.type}:${change.resource.id}`;
    const was = before.get(key);
    const unseen = hiddenFrom(state, change.resource.id, was);
    if (was) expect(withUnseen(bareModel(change.before, state), unseen)).toEqual(was);
    const is = withUnseen(bareModel(change.after, state), unseen);
    if (is.level === 'none') after.delete(key);
    else after.set(key, is);
  }
  return new Map([...after].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** T17: the way in of a recipient whom the actor can't see, and so doesn't speak of. */
const hiddenFrom = (state: State, record: string, was: Comparable | undefined): readonly string[] =>
  state.records.get(record)?.transfer?.to === null
    ? (was?.paths.filter((path) => path.startsWith('["recipient"')) ?? [])
    : [];

const withUnseen = ({ level, paths }: Comparable, unseen: readonly string[]): Comparable => ({
  level: level === 'none' && unseen.length > 0 ? 'metadata' : level,
  paths: [...paths, ...unseen].sort(),
});

function messagesOf({ plan, directory }: Planned): string[] {
  return plan.effects
    .map(({ kind, to, audience, resource }) => {
      const record = directory.records.get(resource?.id ?? '')?.number;
      return [kind, directory.members.get(to ?? '')?.email, audience, `record:${record}`].join(' ');
    })
    .sort();
}

/** Law 1: planned again, nothing is left to change; what the actor can no longer see is unknown to them (A2). */
async function expectNothingLeft(test: TestSandbox, command: TriedCommand): Promise<void> {
  const again = await planned(test.admin, command);
  if (failedToPlan(again)) {
    for (const failure of again) expect(failure.code).toBe('unknown-record');
    return;
  }
  expect(again.plan.steps.filter((step) => step.status === 'change')).toEqual([]);
}
