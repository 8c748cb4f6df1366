import * as access from './access.ts';
import * as audit from './audit.ts';
import * as batch from './batch.ts';
import type { Endpoint } from './endpoint.ts';
import * as members from './members.ts';
import * as organization from './organization.ts';
import * as profiles from './profiles.ts';
import * as records from './records.ts';
import * as spaces from './spaces.ts';
import * as teams from './teams.ts';
import * as transfers from './transfers.ts';

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'method' in value && 'answer' in value;

/** Every endpoint of the contract, in the order of its resources. */
export const endpoints: readonly Endpoint[] = [
  organization,
  members,
  teams,
  profiles,
  records,
  transfers,
  spaces,
  access,
  audit,
  batch,
].flatMap((resource) => Object.values(resource).filter(isEndpoint));
