import type { Reader } from '../../api/index.ts';
import type { Grantee, MemberStatus, RecordStatus, Role } from '../../contract/common.ts';
import { listRecords } from '../../contract/records.ts';
import { listSpaces } from '../../contract/spaces.ts';
import { listTeams } from '../../contract/teams.ts';
import { all } from '../../reading/take.ts';
import type { Choice } from '../../terminal/pages.ts';
import type { Given } from '../command.ts';
import { flagValue } from '../command.ts';
import type { Lack } from './lacking.ts';

/** What of a list a command can do something with, as far as a filter says so: rules say the rest, in the preview. */
export interface Narrowing {
  readonly record?: { readonly status?: RecordStatus[]; readonly sharedWith?: string[]; readonly owner?: string[] };
  readonly member?: {
    readonly status?: MemberStatus[];
    readonly role?: Role[];
    /** Ids: those alone, and those left out. */
    readonly only?: readonly string[];
    readonly but?: ReadonlySet<string>;
  };
  readonly profile?: { readonly hasMultiSpace?: 'false' };
  readonly transfer?: { readonly to?: string[] };
  readonly grantees?: readonly Choice[];
}

/** What is known when something is asked for. */
export interface Known {
  /** `noun verb`. */
  readonly key: string;
  readonly given: Given;
  readonly reader: Reader;
  readonly actAs: { readonly actAs?: string };
  /** Who would do it. */
  readonly self: string;
  /** Whose things are meant, where each owner is acted for (A1). */
  readonly whose: string | undefined;
}

/** What of its list a lack is to be chosen from. */
export async function narrowingFor(lack: Lack, known: Known): Promise<Narrowing> {
  const narrowing = await ofCommand(lack, known);
  const { whose } = known;
  return whose === undefined ? narrowing : { ...narrowing, record: { ...narrowing.record, owner: [whose] } };
}

async function ofCommand(lack: Lack, known: Known): Promise<Narrowing> {
  const { key, given, self } = known;
  switch (`${key} ${lack.name}`) {
    case 'record archive RECORD':
      return { record: { status: ['active'] } };
    case 'record reactivate RECORD':
      return { record: { status: ['archived'] } };
    case 'record leave RECORD':
      return { record: { sharedWith: [self] } };
    case 'record transfer to':
    case 'transfer reassign to':
      return { member: { status: ['active'], role: ['practitioner'] } };
    case 'transfer accept TRANSFER':
    case 'transfer decline TRANSFER':
      return { transfer: { to: [self] } };
    case 'member restore MEMBER':
      return { member: { status: ['inactive'] } };
    case 'member cancel-invitation EMAIL':
      return { member: { status: ['invited'] } };
    case 'team add MEMBER':
      return { member: { status: ['active', 'invited'], but: new Set(await inTeam(known)) } };
    case 'team remove MEMBER':
      return { member: { only: await inTeam(known) } };
    case 'record unshare from':
    case 'space unshare from':
      return await grantedNow(known);
    case 'space create for':
      return given.flags['another'] === true || flagValue(given, 'kind') === 'collaborative'
        ? {}
        : { profile: { hasMultiSpace: 'false' } };
    default:
      return { member: { status: ['active', 'invited'] } };
  }
}

async function inTeam({ reader, given, actAs }: Known): Promise<string[]> {
  const name = (given.arguments['TEAM'] ?? []).map((text) => text.replace(/^team:/, ''));
  const teams = await all(reader.list(listTeams, { query: { name }, ...actAs }));
  return teams.flatMap(({ members }) => members.map(({ id }) => id));
}

/** Whom the records or spaces that are named are shared with. */
async function grantedNow({ reader, given, actAs }: Known): Promise<Narrowing> {
  const number = given.arguments['RECORD'] ?? [];
  const id = given.arguments['SPACE'] ?? [];
  const [records, spaces] = await Promise.all([
    all(reader.listByFilter(listRecords, 'number', number, actAs)),
    all(reader.listByFilter(listSpaces, 'id', id, actAs)),
  ]);
  const found = [
    ...records.flatMap(({ shares = [] }) => shares.map(({ grantee }) => grantee)),
    ...spaces.flatMap(({ members = [] }) => members.map(({ grantee }) => grantee)),
  ];
  const grantees = [...new Map(found.map((grantee) => [grantee.id, chosenAs(grantee)])).values()];
  // Who it is may not be told: then it may be anybody.
  return grantees.length > 0 ? { grantees } : {};
}

function chosenAs(grantee: Grantee): Choice {
  const value = grantee.type === 'team' ? `team:${grantee.name}` : grantee.email;
  return { value, label: value };
}
