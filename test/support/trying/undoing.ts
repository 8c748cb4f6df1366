import { expect } from 'vitest';
import { getOrganization } from '../../../src/contract/organization.ts';
import type { World, WorldInput } from '../../../src/contract/world.ts';
import type { Report } from '../../../src/executing/report.ts';
import type { History } from '../../../src/executing/run/events.ts';
import { type KeptPlan, LineReader, linesOf } from '../../../src/executing/saved/lines.ts';
import { planOfSaved } from '../../../src/executing/saved/plan.ts';
import { undoGround } from '../../../src/executing/undoing/undo.ts';
import { plan as planOf } from '../../../src/planning/planner.ts';
import { leftOutOf, type UndoRow } from '../../../src/planning/undoing/row.ts';
import { askerOf } from '../../../src/reading/asker.ts';
import type { TriedCommand } from '../commands.ts';
import { keepingOf } from '../keeping.ts';
import { applied, failedToPlan, type Planned, planned } from '../psyctl.ts';
import { sandboxOf, type TestSandbox } from '../sandbox.ts';
import { AREAS, type Sequence } from './sequence.ts';

/** Tries to undo one command after another in an organization, each made of what the world holds by then. */
export async function tryUndoings(input: WorldInput, sequence: Sequence): Promise<void> {
  const test = await sandboxOf(input);
  try {
    for (const [area, draw] of sequence) {
      const command = AREAS[area](draw, await test.world());
      await tryUndoing(test, command).catch((error: Error) => {
        error.message = `${JSON.stringify(command)}\n${error.message}`;
        throw error;
      });
    }
  } finally {
    await test.close();
  }
}

/** A plan, and what came of it. */
interface Run {
  readonly planned: Planned;
  readonly report: Report;
}

/** What becomes of a run that is undone: its plan, and what is told of its rows. */
interface Undone {
  readonly planned: Planned;
  readonly rows: readonly UndoRow[];
}

/**
 * Carries a command out, undoes it, and undoes that: each time everything is as it was before, but for what was told to be
 * somebody else's or impossible; and what is undone already isn't undone again.
 */
export async function tryUndoing(test: TestSandbox, command: TriedCommand): Promise<void> {
  const outcome = await planned(test.admin, command);
  if (failedToPlan(outcome)) return;
  const world = await test.world();
  const before = told(world);
  const run: Run = { planned: outcome, report: await applied(test.admin, outcome) };
  const between = told(await test.world());
  const undone = await undoing(test, run);
  const undo = await sent(test, undone);
  const left = leftAlone(undone, world);
  expectSame(told(await test.world()), before, left);
  await expectNothingLeft(test, run, left, world);
  const redone = await undoing(test, undo);
  await sent(test, redone);
  expectSame(told(await test.world()), between, new Set([...left, ...leftAlone(redone, world)]));
}

async function sent(test: TestSandbox, undone: Undone): Promise<Run> {
  const report = await applied(test.admin, undone.planned);
  const failed = report.rows.filter(({ step, status }) => step.status === 'change' && status !== 'done');
  expect(failed.map(({ step, error }) => [step.action, error?.code, error?.details])).toEqual([]);
  expect(report.verification.mismatches).toEqual([]);
  return { planned: undone.planned, report };
}

/** Undone a second time, nothing is put back that is back already; what can't be, may be told again. */
async function expectNothingLeft(test: TestSandbox, run: Run, left: ReadonlySet<string>, world: World): Promise<void> {
  const again = await undoing(test, run);
  const changing = again.planned.plan.steps.filter(({ status }) => status === 'change');
  const names = namesFor(again.planned, world);
  expect(
    changing
      .map(({ action, target }) => `${action} ${names(target)}`)
      .filter((one) => !left.has(one.split(' ')[1] ?? '')),
  ).toEqual([]);
}

async function undoing(test: TestSandbox, { planned: of, report }: Run): Promise<Undone> {
  const { reader } = test.admin;
  const { body: organization } = await reader.read(getOrganization);
  const asker = await askerOf(reader, actingAs(of)).catch(() => of.asker);
  const saved = readAgain(of);
  const plan = planOfSaved(saved);
  const { ground, rows } = await undoGround({ reader, asker, organization, saved, plan, history: historyOf(report) });
  return { planned: { ...ground, asker, plan: planOf(ground.intents, ground.snapshot, ground.leftOut) }, rows };
}

function actingAs({ asker: { acting } }: Planned): string | undefined {
  if (acting.as === 'member') return acting.email;
  return acting.as === 'owner' ? 'owner' : undefined;
}

/** A plan as a run keeps it. */
function readAgain({ asker: { me }, snapshot, intents, directory, leftOut }: Planned): KeptPlan {
  const origin = { account: { id: me.id, email: me.email }, madeAt: new Date().toISOString() };
  const reader = new LineReader('plan.jsonl');
  for (const line of linesOf(keepingOf(snapshot, intents, origin, { directory, leftOut }))) reader.take(line);
  return reader.end();
}

const historyOf = ({ rows, created }: Report): History => ({
  run: null,
  intended: new Set(),
  outcomes: new Map(
    rows.map(({ step, status }, position) => [
      position,
      { status, error: null, requestId: null, made: created.get(step.target.id) ?? null },
    ]),
  ),
  attempts: [],
  pauses: [],
  reads: [],
  starts: [],
  end: null,
  undoneBy: [],
});

/** All that decides access, by what it is of; without what has another id each time it is made. */
function told(world: World): Map<string, unknown> {
  const unordered = (things: readonly unknown[]) => things.map((thing) => JSON.stringify(thing)).sort();
  const transfers = new Map(
    world.transfers.map(({ id: _, include, ...rest }) => [rest.record, { ...rest, include: [...include].sort() }]),
  );
  return new Map<string, unknown>([
    ...world.members.map(
      ({ email, status, roles, schools }) =>
        [`member:${email.toLowerCase()}`, [status, [...roles].sort(), [...schools].sort()]] as const,
    ),
    ...world.teams.map(
      ({ name, members }) => [`team:${name}`, members.map((one) => one.toLowerCase()).sort()] as const,
    ),
    ...world.records.map(
      ({ number, owner, status, shares }) =>
        [`record:${number}`, [owner, status, unordered(shares), transfers.get(number) ?? null]] as const,
    ),
    ...world.spaces.map(({ id, creator, members }) => [`space:${id}`, [creator, unordered(members)]] as const),
  ]);
}

/** Of teams whose grants nobody here could see in whole (T4), what they are given says nothing. */
function withoutUnseen([key, value]: readonly [string, unknown], left: ReadonlySet<string>): [string, unknown] {
  if (!key.startsWith('record:') || !Array.isArray(value)) return [key, value];
  const [owner, status, shares, transfer] = value as [unknown, unknown, readonly string[], unknown];
  const seen = shares.filter((share) => !left.has(`unseen:${(JSON.parse(share) as { with: string }).with}`));
  return [key, [owner, status, seen, transfer]];
}

function expectSame(is: Map<string, unknown>, was: Map<string, unknown>, left: ReadonlySet<string>): void {
  const rest = (of: Map<string, unknown>) =>
    Object.fromEntries(
      [...of]
        .filter(([key]) => !left.has(key))
        .map((one) => withoutUnseen(one, left))
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  expect(rest(is)).toEqual(rest(was));
}

/** Whatever a row that isn't put back is about, as `told` names it. */
function leftAlone({ planned: of, rows }: Undone, world: World): Set<string> {
  const names = namesFor(of, world);
  const refused = of.plan.steps.filter(({ status }) => status === 'refused');
  const isUnseen = ({ why }: UndoRow) => why.reason === 'given-unseen';
  const unseen = rows.filter(isUnseen).flatMap(({ target }) => (target ? `unseen:${names(target)}` : []));
  const left = [...leftOutOf(rows).filter((row) => !isUnseen(row)), ...refused];
  return new Set([...unseen, ...left.flatMap(({ target }) => (target ? names(target) : []))]);
}

/** A record goes by its number even where nobody who undoes it is told of that (A3). */
function namesFor({ directory }: Planned, { records }: World) {
  const numbers = new Map(records.map(({ id, number }) => [id, number]));
  return ({ type, id }: { readonly type: string; readonly id: string }): string => {
    if (type === 'record') return `record:${numbers.get(id) ?? id}`;
    if (type === 'member')
      return `member:${(directory.members.get(id)?.email ?? id.replace('new:', '')).toLowerCase()}`;
    return type === 'team' ? `team:${directory.teams.get(id)?.name ?? id.replace('new:', '')}` : `space:${id}`;
  };
}
