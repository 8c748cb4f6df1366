import type { Connection } from '../../src/api/index.ts';
import { getOrganization, getService } from '../../src/contract/organization.ts';
import { apply } from '../../src/executing/apply.ts';
import type { Report } from '../../src/executing/report.ts';
import { Failure, Failures } from '../../src/failures/failure.ts';
import type { Plan } from '../../src/planning/plan.ts';
import { plan } from '../../src/planning/planner.ts';
import { type Asker, askerOf } from '../../src/reading/asker.ts';
import { type Ground, readGround } from '../../src/reading/reality.ts';
import type { TriedCommand } from './commands.ts';

/** A command that could be planned. */
export interface Planned extends Ground {
  readonly asker: Asker;
  readonly plan: Plan;
}

/** Plans a command as psyctl does, or gives the failures that kept it from planning; it has no client that could change anything. */
export async function planned(
  { reader, announced }: Connection,
  command: TriedCommand,
): Promise<Planned | readonly Failure[]> {
  try {
    const asker = await askerOf(reader, command.as);
    const [{ body: organization }, { body: service }] = await Promise.all([
      reader.read(getOrganization),
      reader.read(getService),
    ]);
    announced(service.capabilities);
    const ground = await readGround(reader, asker, command.intents, organization);
    return { ...ground, asker, plan: plan(ground.intents, ground.snapshot, ground.leftOut) };
  } catch (error) {
    if (error instanceof Failure) return [error];
    if (error instanceof Failures) return error.failures;
    throw error;
  }
}

/** Whether planning failed. */
export const failedToPlan = (outcome: Planned | readonly Failure[]): outcome is readonly Failure[] =>
  Array.isArray(outcome);

let runs = 0;

/** Applies a plan and verifies it, as psyctl does. */
export const applied = (
  { reader, changer }: Pick<Connection, 'reader' | 'changer'>,
  { plan: of, snapshot, asker }: Planned,
  concurrency = 4,
): Promise<Report> =>
  apply(of, {
    reader,
    changer,
    snapshot,
    run: `test-run-${++runs}`,
    self: asker.me.id,
    idempotent: true,
    etags: true,
    batches: true,
    reason: undefined,
    concurrency,
  });
