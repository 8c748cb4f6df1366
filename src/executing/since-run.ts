import type { Reader } from '../api/index.ts';
import type { Id } from '../model/organization.ts';
import { type Asker, actingFor } from '../reading/asker.ts';
import { type Audited, type Done, doneSince } from '../reading/since.ts';
import type { History } from './run/events.ts';
import type { Origin } from './saved/plan.ts';

/** A run, as far as it tells its own deeds from those of others. */
export interface RunOf {
  readonly origin: Origin;
  readonly history: History;
}

/** The end of a run is known to the second. */
const A_SECOND_MS = 1000;

/**
 * What others did to something since a run began, newest first, as far as the audit says so; an administrator who acts for
 * others asks for itself, others as whoever acted.
 */
export async function sinceRun(
  reader: Reader,
  asker: Asker,
  { kind, id, actor }: Audited & { readonly actor: Id },
  { origin, history }: RunOf,
): Promise<Done[]> {
  const began = history.run?.startedAt ?? origin.madeAt;
  const ended = history.end ? Date.parse(history.end.at) + A_SECOND_MS : Number.POSITIVE_INFINITY;
  const isOwn = ({ who, at }: Done) => who === origin.account.email && Date.parse(at) <= ended;
  return await doneSince(reader, { kind, id }, began, asker.mayActAs ? {} : actingFor(asker, actor), isOwn);
}
