import type { ActionName, ResolvedIntent, ResolvedOf } from '../../model/intents/index.ts';
import { PEOPLE_REQUESTS } from './people.ts';
import { RECORD_REQUESTS } from './records.ts';
import type { Making, Request } from './request.ts';
import { SPACE_REQUESTS } from './spaces.ts';
import { TRANSFER_REQUESTS } from './transfers.ts';

/** For each of some actions, what is sent for it. */
export type RequestsOf<Names extends ActionName> = {
  readonly [Name in Names]: (intent: ResolvedOf<Name>, making: Making) => Request;
};

const REQUESTS: RequestsOf<ActionName> = {
  ...RECORD_REQUESTS,
  ...SPACE_REQUESTS,
  ...TRANSFER_REQUESTS,
  ...PEOPLE_REQUESTS,
};

/** The request that carries a step out. */
export const requestOf = (making: Making): Request =>
  (REQUESTS[making.step.action] as (intent: ResolvedIntent, making: Making) => Request)(making.step.intent, making);
