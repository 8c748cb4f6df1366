import { expect } from 'vitest';
import type { Failure } from '../../../src/failures/failure.ts';
import { accessToSpace, recordAccessOf } from '../../../src/model/access.ts';
import type { State } from '../../../src/model/organization.ts';
import type { Plan } from '../../../src/planning/plan.ts';
import type { TriedCommand } from '../commands.ts';
import { applied, failedToPlan, planned } from '../psyctl.ts';
import type { TestSandbox } from '../sandbox.ts';
import { expectAcceptance } from './accepting.ts';
import { asForetold, expectDeletions, expectSeats, messagesOf } from './effects.ts';
import { comparable, foretold } from './foretold.ts';
import { expectAnyOrderToDo } from './order.ts';
import { expectRefusalsToBeReal } from './refusals.ts';
import { expectRoles } from './roles.ts';
import { modelAccess, type Stand, standOf } from './stand.ts';

/**
 * Laws 1 to 5 and 8 of one command: planned, held against the sandbox, applied, and everything looked at again: the
 * access of every member to every resource, every message, what was destroyed, seats. Begins where things stand, and
 * gives how they stand then, so that a sequence looks once between two commands.
 */
export async function tryCommand(test: TestSandbox, command: TriedCommand, before: Stand): Promise<Stand> {
  const outcome = await planned(test.admin, command);
  if (!failedToPlan(outcome)) await expectRefusalsToBeReal(test, outcome);
  // Laws 4 and 5: whatever was planned, refused, or failed to be planned, nothing has changed.
  expect(await standOf(test)).toEqual(before);
  if (failedToPlan(outcome)) {
    expectHonestFailures(outcome, command, before.state);
    return before;
  }
  expectAnyOrderToDo(outcome);

  const since = new Date().toISOString();
  const report = await applied(test.admin, outcome);
  const after = await standOf(test);
  expectOutcomes(
    outcome.plan,
    report.rows.map(
      ({ status, error }) => `${status}${error ? ` ${error.code} ${JSON.stringify(error.details)}` : ''}`,
    ),
  );
  expect(report.verification.mismatches).toEqual([]);
  const compared = comparable(outcome, 'applied', report.created);
  expect(compared(after.access)).toEqual(compared(foretold(before.access, outcome, 'applied', report.created))); // laws 2, 3
  expectRoles(before.access, after.access, outcome);
  expect(after.access).toEqual(modelAccess(after.state));
  const written = after.messages.slice(before.messages.length);
  expect(asForetold(written, outcome)).toEqual(messagesOf(outcome, 'applied', report.created));
  await expectDeletions(test, outcome, 'applied', since);
  await expectSeats(test, outcome);
  await expectAcceptance(test, outcome, before, report.created);
  await expectNothingLeft(test, command); // law 1
  return after;
}

/** A2: a record is unknown only to whoever has no way to it; anything else a command fails over is a contradiction. */
function expectHonestFailures(
  failures: readonly Failure[],
  { as, mayFailWith = [] }: TriedCommand,
  state: State,
): void {
  const actor = [...state.members.values()].find((member) => member.email === (as ?? 'admin@example.org'));
  for (const failure of failures) {
    if (failure.code === 'act-as-refused') expect(actor?.status).not.toBe('active');
    else if (failure.code === 'unknown-record' || failure.code === 'unknown-space') {
      // Under `--as owner` only what nobody named would be unknown.
      if (as !== 'owner') expect(levelOn(failure, actor?.id ?? '', state)).toBe('none');
    } else if (!mayFailWith.includes(failure.code)) {
      expect(failure.code, JSON.stringify(failure.details)).toBe('contradiction');
    }
  }
}

/** What somebody in truth reaches of what they are told is unknown. */
function levelOn(failure: Failure, member: string, state: State): string {
  const { text } = (failure as Failure<'unknown-record' | 'unknown-space'>).details;
  const record = [...state.records.values()].find(({ number }) => number === text);
  const space = state.spaces.get(text);
  const access = record ? recordAccessOf(member, record, state) : space && accessToSpace(space, state).get(member);
  return access?.level ?? 'none';
}

function expectOutcomes(plan: Plan, statuses: readonly string[]): void {
  const expected = plan.steps.map(
    ({ status }) => ({ change: 'done', waiting: 'not-attempted' })[status as string] ?? status,
  );
  expect(statuses).toEqual(expected);
}

/** Law 1: planned again, nothing is left to change; what the actor can no longer see is unknown to them (A2). */
async function expectNothingLeft(test: TestSandbox, command: TriedCommand): Promise<void> {
  if (command.repeatable === false) return;
  const again = await planned(test.admin, command);
  if (failedToPlan(again)) {
    const honest = ['unknown-record', ...(command.mayFailWith ?? [])];
    for (const failure of again) expect(honest).toContain(failure.code);
    return;
  }
  expect(again.plan.steps.filter((step) => step.status === 'change')).toEqual([]);
}
