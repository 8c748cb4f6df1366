import { expect } from 'vitest';
import type { Failure } from '../../../src/failures/failure.ts';
import type { Plan } from '../../../src/planning/plan.ts';
import type { TriedCommand } from '../commands.ts';
import { applied, failedToPlan, planned } from '../psyctl.ts';
import type { TestSandbox } from '../sandbox.ts';
import { expectAcceptance } from './accepting.ts';
import { asForetold, expectDeletions, expectSeats, messagesOf } from './effects.ts';
import { expectHonest } from './failures.ts';
import { comparable, foretold } from './foretold.ts';
import { expectToBeKept } from './kept.ts';
import { expectAnyOrderToDo } from './order.ts';
import { expectRefusalsToBeReal } from './refusals.ts';
import { expectEndingRolesTold, expectRoles } from './roles.ts';
import { modelAccess, type Stand, standOf } from './stand.ts';

/**
 * Laws 1 to 6 and 8 of one command: planned, held against the sandbox, applied, and everything looked at again: the
 * access of every member to every resource, every message, what was destroyed, seats. Begins where things stand, and
 * gives how they stand then, so that a sequence looks once between two commands.
 */
export async function tryCommand(test: TestSandbox, command: TriedCommand, before: Stand): Promise<Stand> {
  const outcome = await planned(test.admin, command);
  if (!failedToPlan(outcome)) await expectRefusalsToBeReal(test, outcome);
  // Laws 4 and 5: whatever was planned, refused, or failed to be planned, nothing has changed.
  expect(await standOf(test)).toEqual(before);
  if (failedToPlan(outcome)) {
    expectHonest(outcome, command.as, before, true);
    await expectTheSameInAnyOrder(test, outcome, command);
    return before;
  }
  expectAnyOrderToDo(outcome);
  expectToBeKept(outcome, before);

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
  expectEndingRolesTold(before.access, after, outcome);
  expect(after.access).toEqual(modelAccess(after.state));
  const written = after.messages.slice(before.messages.length);
  expect(asForetold(written, outcome)).toEqual(messagesOf(outcome, 'applied', report.created));
  await expectDeletions(test, outcome, 'applied', since);
  await expectSeats(test, outcome);
  await expectAcceptance(test, outcome, before, report.created);
  await expectNothingLeft(test, command, after); // law 1
  return after;
}

/** Law 8: rows that can't be planned can't be in another order, and for the same reasons. */
async function expectTheSameInAnyOrder(
  test: TestSandbox,
  failures: readonly Failure[],
  command: TriedCommand,
): Promise<void> {
  const reversed = await planned(test.admin, { ...command, intents: [...command.intents].reverse() });
  const codes = (of: readonly Failure[]) => [...new Set(of.map(({ code }) => code))].sort();
  expect(failedToPlan(reversed) ? codes(reversed) : 'a plan').toEqual(codes(failures));
}

function expectOutcomes(plan: Plan, statuses: readonly string[]): void {
  const expected = plan.steps.map(
    ({ status }) => ({ change: 'done', waiting: 'not-attempted' })[status as string] ?? status,
  );
  expect(statuses).toEqual(expected);
}

/** Law 1: planned again, nothing is left to change; what is gone or the actor can no longer see is unknown (A2). */
async function expectNothingLeft(test: TestSandbox, command: TriedCommand, after: Stand): Promise<void> {
  if (command.repeatable === false) return;
  const again = await planned(test.admin, command);
  if (failedToPlan(again)) return expectHonest(again, command.as, after, false);
  expect(again.plan.steps.filter((step) => step.status === 'change')).toEqual([]);
}
