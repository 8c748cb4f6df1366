import {
  acceptTransfer,
  type ChangeEndpoint,
  cancelTransfer,
  declineTransfer,
  reassignTransfer,
  sendTransfer,
} from '../../api/endpoints.ts';
import type { ActionName } from '../../model/intents/index.ts';
import type { Id } from '../../model/organization.ts';
import type { RequestsOf } from './index.ts';
import type { Making, Request } from './request.ts';

type TransferAction = Extract<ActionName, `transfer.${string}`>;

/** What is sent for changes of transfers; what is answered is never the record they are of. */
export const TRANSFER_REQUESTS: RequestsOf<TransferAction> = {
  // If-Match speaks of the record: it is what must not have moved.
  'transfer.send': ({ record, to, include, keepCopy }) => ({
    endpoint: sendTransfer,
    params: {},
    body: { record, to, include, keepCopy },
    answersForTarget: false,
  }),
  // A3: as many as were counted, or none: the API refuses another number.
  'transfer.send-hidden': ({ from, to, include, keepCopy, records }) => ({
    endpoint: sendTransfer,
    params: {},
    body: { allFrom: from, only: 'hidden', expected: records, to, include, keepCopy },
    etag: null,
    answersForTarget: false,
  }),
  'transfer.accept': onTransfer(acceptTransfer),
  'transfer.decline': onTransfer(declineTransfer),
  'transfer.cancel': onTransfer(cancelTransfer),
  'transfer.reassign': (intent, making) => onTransfer(reassignTransfer)(intent, making, { to: intent.to }),
};

function onTransfer(endpoint: ChangeEndpoint) {
  return ({ transfer }: { readonly transfer: Id }, { snapshot }: Making, body?: unknown): Request => ({
    endpoint,
    params: { id: transfer },
    body,
    etag: snapshot.transfers.get(transfer)?.etag ?? null,
    answersForTarget: false,
  });
}
