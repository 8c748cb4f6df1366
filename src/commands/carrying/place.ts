import { ulid } from 'ulid';
import { getOrganization, getService, type Organization, type Service } from '../../contract/organization.ts';
import type { Origin, SavedPlan } from '../../executing/saved/plan.ts';
import { Failure } from '../../failures/failure.ts';
import type { Directory } from '../../model/directory.ts';
import type { Plan } from '../../planning/plan.ts';
import { type Asker, askerOf } from '../../reading/asker.ts';
import type { Scene } from '../../rendering/scene.ts';
import type { Carrying } from './carrying.ts';
import { localTime } from './clock.ts';

/** Where a change is carried out, and for whom. */
export interface Place {
  readonly asker: Asker;
  readonly organization: Organization;
  readonly service: Service;
}

/** Finds out whom the token belongs to, where, and what the API offers. `as` is what `--as` was given. */
export async function placeOf({ reader, announced }: Carrying, as: string | undefined): Promise<Place> {
  const [asker, organization, service] = await Promise.all([
    askerOf(reader, as),
    reader.read(getOrganization).then((answer) => answer.body),
    reader.read(getService).then((answer) => answer.body),
  ]);
  announced(service.capabilities);
  return { asker, organization, service };
}

/** A plan holds where it was made, for whom it was made. Throws `plan-elsewhere`. */
export function checkPlace(
  origin: Origin,
  { asker, organization }: Pick<Place, 'asker' | 'organization'>,
  { host }: Pick<Carrying, 'host'>,
): void {
  const elsewhere = (what: 'host' | 'organization' | 'account', made: string, found: string) =>
    new Failure('plan-elsewhere', { what, made, found });
  if (origin.host !== host) throw elsewhere('host', origin.host, host);
  if (origin.organization.id !== organization.id)
    throw elsewhere('organization', origin.organization.name, organization.name);
  const { id, email } = asker.me;
  if (origin.account.id !== id) throw elsewhere('account', origin.account.email, email);
}

/** What is said of a plan made here and now. */
export function originOf(
  command: string,
  args: readonly string[],
  { asker, organization, service }: Place,
  { host, version, options }: Carrying,
): Origin {
  const { me, acting } = asker;
  return {
    id: ulid(),
    psyctl: version,
    command,
    args,
    madeAt: localTime(),
    organization: { id: organization.id, name: organization.name },
    host,
    sandbox: service.sandbox,
    account: { id: me.id, email: me.email },
    as: acting.as === 'self' ? null : acting.as === 'owner' ? 'owner' : acting.email,
    reason: options.reason ?? null,
  };
}

/** What a scene is made of. */
export interface Staged extends Pick<SavedPlan, 'origin' | 'undo'> {
  readonly directory: Directory;
  readonly plan: Plan;
}

/** A plan with its surroundings, to be shown. `name` is how the member is called whose token it is. */
export const sceneOf = ({ plan, origin, directory, undo = [] }: Staged, name: string, dryRun: boolean): Scene => ({
  plan,
  planId: origin.id,
  command: origin.command,
  directory,
  target: { organization: origin.organization.name, host: origin.host, sandbox: origin.sandbox },
  actor: { email: origin.account.email, name, actingAs: origin.as, reason: origin.reason },
  dryRun,
  undo: origin.undoes === undefined ? null : { run: origin.undoes, rows: undo },
});
