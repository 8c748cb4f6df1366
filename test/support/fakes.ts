import type { Changer, Reader } from '../../src/api/index.ts';
import type { AccessPath, Access as WireAccess } from '../../src/contract/access.ts';
import type { Failure } from '../../src/failures/failure.ts';
import { accessToRecord } from '../../src/model/access.ts';
import type { Id } from '../../src/model/organization.ts';
import type { Organization } from './organization.ts';

/** A change as it was asked for. */
export interface Sent {
  readonly method: string;
  /** `R-1 bob`: the record, and the grantee. */
  readonly what: string;
  readonly body: unknown;
  readonly actAs: string | undefined;
  readonly reason: string | undefined;
  readonly ifMatch: string | undefined;
  readonly idempotencyKey: string | undefined;
}

/** A changer that reaches nobody: it keeps what it was asked, and answers what a test decides. */
export interface FakeChanger {
  readonly changer: Changer;
  readonly sent: Sent[];
  /** The most changes that were ever under way at once. */
  readonly most: () => number;
}

/** What becomes of a change: the ETag it is answered with, or what it fails with. */
export type Fate = (sent: Sent) => string | null | Failure | Error;

/** Every change takes a moment, so that what goes side by side is seen to. */
export function fakeChanger(fate: Fate = () => null): FakeChanger {
  const sent: Sent[] = [];
  let underWay = 0;
  let most = 0;
  const change: Changer['change'] = async (endpoint, ...[request]) => {
    const { params, body, actAs, reason, ifMatch, idempotencyKey } = (request ?? {}) as Partial<Sent> & {
      params?: Record<string, string>;
    };
    const what = Object.values(params ?? {}).join(' ');
    const one = { method: endpoint.method, what, body, actAs, reason, ifMatch, idempotencyKey };
    sent.push(one);
    underWay += 1;
    most = Math.max(most, underWay);
    await new Promise((done) => setTimeout(done, 2));
    underWay -= 1;
    const answer = fate(one);
    if (answer instanceof Error) throw answer;
    return { status: 200, body: undefined as never, etag: answer, requestId: `request-${sent.indexOf(one) + 1}` };
  };
  return { changer: { change } as unknown as Changer, sent, most: () => most };
}

/** What a reader was asked about access: about which records, on whose behalf. */
export interface AskedAccess {
  readonly records: readonly Id[];
  readonly actAs: Id | undefined;
}

/** A reader of what an organization's access is, as the API would tell those who may ask about a record. */
export function accessReader(organization: Organization): { reader: Reader; asked: AskedAccess[] } {
  const asked: AskedAccess[] = [];
  async function* listByFilter(_: unknown, __: string, values: Iterable<Id>, { actAs }: { actAs?: Id } = {}) {
    const records = [...values];
    asked.push({ records, actAs });
    for (const id of records) yield* accessRows(organization, id, actAs);
  }
  return { reader: { listByFilter } as unknown as Reader, asked };
}

/** Above none alone, as the API tells it; nothing at all to somebody who doesn't reach the record (A2). */
function accessRows({ state }: Organization, id: Id, asker: Id | undefined): WireAccess[] {
  const record = state.records.get(id);
  if (!record) return [];
  const access = [...accessToRecord(record, state)].filter(([, { level }]) => level !== 'none');
  if (asker !== undefined && !access.some(([member]) => member === asker)) return [];
  return access.map(([member, { level, paths }]) => ({
    member: { id: member, email: `${member}@example.org` },
    team: null,
    resource: { type: 'record', id, number: record.number },
    level,
    paths: paths.map(
      (path): AccessPath => ({ ...path, via: path.via && (state.teams.get(path.via)?.name ?? path.via) }),
    ),
  }));
}
