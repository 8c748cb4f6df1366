import { archiveRecord, type ChangeEndpoint, reactivateRecord, removeShare, setShare } from '../api/endpoints.ts';
import type { ActionName, ResolvedIntent, ResolvedOf } from '../model/intents.ts';
import type { Step } from '../planning/plan.ts';

/** What is sent for a step: an endpoint of the contract, the names in its path, and the body. */
export interface Request {
  readonly endpoint: ChangeEndpoint;
  readonly params: Readonly<Record<string, string>>;
  readonly body: unknown;
}

type Requests = { readonly [Name in ActionName]: (intent: ResolvedOf<Name>, step: Step) => Request };

const REQUESTS: Requests = {
  'record.archive': ({ record }) => ({ endpoint: archiveRecord, params: { id: record }, body: undefined }),
  'record.reactivate': ({ record }) => ({ endpoint: reactivateRecord, params: { id: record }, body: undefined }),
  'share.set': ({ record, grantee }, { detail }) => ({
    endpoint: setShare,
    params: { id: record, granteeId: grantee.id },
    body: { access: detail['access'], requireApproval: detail['requireApproval'] },
  }),
  'share.remove': ({ record, grantee }) => ({
    endpoint: removeShare,
    params: { id: record, granteeId: grantee.id },
    body: undefined,
  }),
  'share.leave': ({ record, actor }) => ({
    endpoint: removeShare,
    params: { id: record, granteeId: actor },
    body: undefined,
  }),
};

/** The request that carries a step out. */
export const requestOf = (step: Step): Request =>
  (REQUESTS[step.action] as (intent: ResolvedIntent, step: Step) => Request)(step.intent, step);
