import { archiveRecord, reactivateRecord, removeShare, setShare } from '../../api/endpoints.ts';
import type { RecordIntent } from '../../model/intents/records.ts';
import type { RequestsOf } from './index.ts';

/** What is sent for changes of records and their shares. */
export const RECORD_REQUESTS: RequestsOf<RecordIntent['action']> = {
  'record.archive': ({ record }) => ({ endpoint: archiveRecord, params: { id: record }, body: undefined }),
  'record.reactivate': ({ record }) => ({ endpoint: reactivateRecord, params: { id: record }, body: undefined }),
  'share.set': ({ record, grantee }, { step: { detail }, idOf }) => ({
    endpoint: setShare,
    params: { id: record, granteeId: idOf(grantee.id) },
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
