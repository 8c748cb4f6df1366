import type { Ended, Journey, Json } from './cli.ts';

/** What psyctl printed as JSON. */
export const jsonOf = (ended: Ended): Json => ended.json() as Json;

/** The error psyctl printed as JSON on standard error. */
export const errorOf = ({ err }: Ended): Json => (JSON.parse(err) as Json).error;

/** Everything a preview or report says of its steps: `1 change`, `2 S8 refused`. */
export const stepsOf = (ended: Ended): string[] =>
  jsonOf(ended).steps.map((step: Json) => [step.row, step.refusal?.rule ?? [], step.status].flat().join(' '));

/** How access changes: `bob: none → read, gained (rows 1)`. */
export const changesOf = (ended: Ended): string[] =>
  jsonOf(ended).accessChanges.map(
    (one: Json) => `${name(one.member)}: ${one.before.level} → ${one.after.level}, ${one.change} (rows ${one.rows})`,
  );

/** Who reaches a record or a space now, as the sandbox computes it: `{alice: 'owner'}`. */
export async function levelsOn(journey: Journey, resource: string): Promise<Record<string, string>> {
  const rows = [...(await journey.access()).values()].filter(
    (access) => resource === (access.resource.number ?? access.resource.id),
  );
  return Object.fromEntries(rows.map(({ member, level }) => [name(member?.email ?? ''), level]).sort());
}

/** What the sandbox wrote about a record, in order of names: `bob email share.set`. */
export async function messagesOn(journey: Journey, record: string): Promise<string[]> {
  const about = (await journey.outbox()).filter((message) => message.about.resource === `record:${record}`);
  return about.map(({ to, kind, about: { action } }) => `${name(to ?? '')} ${kind} ${action}`).sort();
}

/** What the sandbox wrote about a space, in order of names: `bob email space.share`. */
export async function messagesAbout(journey: Journey, space: string): Promise<string[]> {
  const about = (await journey.outbox()).filter((message) => message.about.resource === `space:${space}`);
  return about.map(({ to, kind, about: { action } }) => `${name(to ?? '')} ${kind} ${action}`).sort();
}

/** Alice, not alice@example.org. */
const name = (email: string): string => email.replace('@example.org', '');
