import type { Reader } from '../../api/index.ts';
import type { FailureCode } from '../../failures/failure.ts';
import { groupBy } from '../../model/collections.ts';
import type { Directory } from '../../model/directory.ts';
import type { ResolvedIntent } from '../../model/intents/index.ts';
import type { Id } from '../../model/organization.ts';
import { NEW } from '../../model/references.ts';
import { resourceKey } from '../../model/resources.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import type { Plan, Step } from '../../planning/plan.ts';
import { plan as planOf } from '../../planning/planner.ts';
import { type Told, type UndoRow, undoRow, writtenRow } from '../../planning/undoing/row.ts';
import { type Asker, actingFor } from '../../reading/asker.ts';
import { endedGrants } from '../../reading/ended-grants.ts';
import { findMembers } from '../../reading/members.ts';
import type { Ground, OrganizationRead } from '../../reading/reality.ts';
import { transferFates } from '../../reading/transfer-fates.ts';
import { whose } from '../../reading/whose.ts';
import { readAgain } from '../look.ts';
import type { History } from '../run/events.ts';
import type { KeptPlan } from '../saved/lines.ts';
import { sinceRun } from '../since-run.ts';
import { covered, type Judged } from './covered.ts';
import { type DoneByRun, doneByRun } from './done.ts';
import { type Again, judgePart } from './judge.ts';
import { leftBy, type Part, partsOf, soughtFor } from './parts.ts';

/** What undoing a run rests on: its plan, how it went, and where it is looked at again. */
export interface UndoingRun {
  readonly reader: Reader;
  readonly asker: Asker;
  readonly organization: OrganizationRead;
  readonly saved: KeptPlan;
  readonly plan: Plan;
  readonly history: History;
}

/** What a run is undone by: what its plan is made of, and what becomes of each row. */
export interface UndoGround {
  readonly ground: Ground;
  readonly rows: readonly UndoRow[];
}

/**
 * Works out what undoes a run: for each thing it did, the last first, what puts it back as it was before, as far as whoever
 * did it may, and nobody has changed it since. Throws what reading throws where the API can't be read.
 */
export async function undoGround(undoing: UndoingRun): Promise<UndoGround> {
  const { saved, plan, history, ...looking } = undoing;
  const done = await doneByRun(plan, saved, history, looking);
  const parts = await partsToUndo(done, undoing);
  const { wants, present, missing, ground, steps } = await again(parts, looking);
  const standings = {
    before: saved.snapshot,
    left: leftBy(done, saved.snapshot),
    now: ground?.snapshot ?? null,
    idOf: done.created.idOf,
  };
  const byPart = groupBy(wants, ({ part }) => part);
  const planned = new Map(present.map((want, n) => [want, steps[n]]));
  const judged = parts.map((part): Judged => {
    const theirs = byPart.get(part) ?? [];
    const seen: Again = {
      steps: theirs.flatMap((want) => planned.get(want) ?? []),
      missing: theirs.flatMap((want) => missing.get(want) ?? []),
    };
    return { part, ...judgePart(part, seen, standings) };
  });
  const settled = covered(judged);
  const rows = await rowsOf(settled, done, undoing);
  const keep = new Set(settled.flatMap((one) => one.keep));
  return { ground: groundOf(ground, keep, saved, done), rows };
}

async function partsToUndo(done: DoneByRun, { reader, asker, saved, history }: UndoingRun): Promise<Part[]> {
  const invited = done.steps.flatMap(({ action, target }) =>
    action === 'member.invite' && target.id.startsWith(NEW) ? [done.created.idOf(target.id)] : [],
  );
  const [fates, { found }] = await Promise.all([
    transferFates(reader, asker, soughtFor(done.steps)),
    findMembers(
      reader,
      invited.map((text) => ({ text, place: {} })),
    ),
  ]);
  const active = new Set([...found.values()].flatMap(({ id, status }) => (status === 'active' ? [id] : [])));
  return partsOf(done, {
    before: saved.snapshot,
    fates,
    active,
    since: Date.parse(history.run?.startedAt ?? saved.origin.madeAt),
    byRecord: asker.acting.as === 'owner',
  });
}

/** One thing that would be wanted. */
interface Want {
  readonly intent: ResolvedIntent;
  readonly part: Part;
}

/** Everything that would be wanted, read and planned, to see what has become of it. */
async function again(parts: readonly Part[], looking: Pick<UndoingRun, 'reader' | 'asker' | 'organization'>) {
  const wants = parts.flatMap((part) => part.inverse.map((intent): Want => ({ intent, part })));
  const read = await readAgain(wants, { ...looking, intents: [], idOf: (id) => id });
  const steps: readonly Step[] = read.ground ? planOf(read.ground.intents, read.ground.snapshot).steps : [];
  const missing: ReadonlyMap<Want, FailureCode> = read.missing;
  return { wants, present: read.present, missing, ground: read.ground, steps };
}

/** The ground of what is kept of all that would be wanted; where nothing is, that of the run's own plan. */
function groundOf(
  ground: Ground | null,
  keep: ReadonlySet<ResolvedIntent>,
  { snapshot, directory }: KeptPlan,
  { created }: DoneByRun,
): Ground {
  // What is told of may be known to the run alone, what it made by the id its plan had for it.
  const names = <Name>(then: ReadonlyMap<Id, Name>, now: ReadonlyMap<Id, Name> = new Map()) =>
    new Map([...[...then].map(([id, name]) => [created.idOf(id), name] as const), ...now]);
  const called: Directory = {
    members: names(directory.members, ground?.directory.members),
    teams: names(directory.teams, ground?.directory.teams),
    records: names(directory.records, ground?.directory.records),
    spaces: names(directory.spaces, ground?.directory.spaces),
  };
  if (!ground) return { snapshot, directory: called, intents: [], leftOut: [] };
  return { ...ground, directory: called, intents: ground.intents.filter((intent) => keep.has(intent)) };
}

async function rowsOf(judged: readonly Judged[], done: DoneByRun, undoing: UndoingRun): Promise<UndoRow[]> {
  const explained = await explainChanges(judged, undoing);
  const given = await givenToTeams(judged, undoing);
  const named = byTheirIds(done);
  const rows = judged.flatMap(({ part, told }) => [
    ...(told ? [undoRow(named(part.step), explained.get(part) ?? told)] : []),
    ...part.told.map((one) => undoRow(named(part.step), one)),
    ...(given.get(part) ?? []),
  ]);
  const emails = emailsOf(done, undoing.saved.snapshot);
  return emails > 0 ? [...rows, writtenRow(emails)] : rows;
}

/** What a step was about, called as the API calls what the run made. */
const byTheirIds =
  ({ created: { idOf } }: DoneByRun) =>
  ({ row, target, subject }: Step) => ({
    row,
    target: { ...target, id: idOf(target.id) },
    subject: subject && { ...subject, id: idOf(subject.id) },
  });

/** How many e-mails a run wrote. */
function emailsOf({ steps }: DoneByRun, before: Snapshot): number {
  const intents = steps.map(({ intent }) => intent);
  const written = [...planOf(intents, before).effects].filter(
    ({ kind, phase }) => kind === 'email' && phase === 'applied',
  );
  return written.reduce((sum, { count }) => sum + (count ?? 0), 0);
}

/** So many of what others have changed are asked about. */
const MOST_ASKED = 20;

/** By whom what isn't as the run left it was changed, where the audit says so. */
async function explainChanges(judged: readonly Judged[], undoing: UndoingRun): Promise<ReadonlyMap<Part, Told>> {
  const { reader, asker, saved, history } = undoing;
  const changed = judged.flatMap(({ part, told }) => (told?.why.reason === 'changed' ? [{ part, told }] : []));
  const explained = await Promise.all(
    changed.slice(0, MOST_ASKED).map(async ({ part, told }) => {
      const { target, intent } = part.step;
      const kind = target.type;
      const id = 'team' in part.intent && kind === 'team' ? part.intent.team : target.id;
      const by = await sinceRun(reader, asker, { kind, id, actor: intent.actor }, { origin: saved.origin, history });
      return [part, { ...told, why: { reason: 'changed', by } } satisfies Told] as const;
    }),
  );
  return new Map(explained);
}

/** O7: what the deleted teams had been given, and whose it is to give again. */
async function givenToTeams(
  judged: readonly Judged[],
  { reader, asker, saved }: UndoingRun,
): Promise<ReadonlyMap<Part, UndoRow[]>> {
  const { reach, teams } = saved.snapshot.state;
  const given = judged.flatMap(({ part, told }) => {
    const { action, target } = part.step;
    if (action !== 'team.delete' || told === null) return [];
    return [
      { part, name: teams.get(target.id)?.name ?? '', holdings: [...(reach.teams.get(target.id)?.values() ?? [])] },
    ];
  });
  const owners = await whose(
    reader,
    asker,
    given.flatMap(({ holdings }) => holdings.map(({ resource }) => resource)),
  );
  const rows = given.map(async ({ part, name, holdings }) => {
    const { step } = part;
    const seen = holdings.map(({ resource, ways: { level } }) => {
      const who = owners.get(resourceKey(resource)) ?? null;
      const wish = givenAgain(step.row, who ?? '', resource, NEW + name, level);
      const target = { type: resource.type === 'space' ? 'space' : 'record', id: resource.id } as const;
      return undoRow(step, { why: { reason: 'given-to-team' }, who, wish }, target);
    });
    const as = asker.mayActAs ? {} : actingFor(asker, step.intent.actor);
    const count = ((await endedGrants(reader, step.target.id, as)) ?? 0) - holdings.length;
    const unseen = { why: { reason: 'given-unseen', count }, who: null, wish: null } as const;
    return [part, count > 0 ? [...seen, undoRow(step, unseen)] : seen] as const;
  });
  return new Map(await Promise.all(rows));
}

function givenAgain(
  row: number,
  actor: Id,
  { type, id }: { readonly type: string; readonly id: Id },
  team: Id,
  level: string,
): ResolvedIntent {
  const grantee = { type: 'team', id: team } as const;
  const of = level === 'read' || level === 'write' || level === 'full' ? level : null;
  if (type === 'space') return { action: 'space.share', row, actor, space: id, grantee, level: of };
  return { action: 'share.set', row, actor, record: id, grantee, level: of ?? 'read', requireApproval: null };
}
