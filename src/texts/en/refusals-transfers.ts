import type { Said } from './said.ts';

type CouldActAs = { readonly couldActAs: boolean };

const asOwner = ({ couldActAs }: CouldActAs, without: string) =>
  couldActAs ? 'your token may act for others: add --as owner, or --as and a coordinator’s e-mail' : without;

const STATUS: Readonly<Record<string, string>> = {
  accepted: 'has been accepted',
  declined: 'was declined',
  cancelled: 'was cancelled',
};

/** What is said of a row about a transfer that a rule refuses: why, and what would help. Never a name. */
export const refusalsOfTransfers = {
  'may-not-transfer': (given: CouldActAs): Said => ({
    message: 'only its owner transfers a record, and, unless it is confidential, a coordinator',
    hint: asOwner(given, 'ask its owner or a coordinator'),
  }),
  'confidential-transfer': ({ couldActAs }: CouldActAs): Said => ({
    message: 'the record is confidential: a coordinator doesn’t transfer it by itself',
    hint: couldActAs
      ? 'your token may act for others: add --as owner'
      : 'ask its owner; of all a member has, --all-from with --include confidential-records takes it along',
  }),
  'not-active-transfer': ({ status }: { status: string }): Said => ({
    message: `the record is ${status}: only active ones are transferred`,
    hint: status === 'archived' ? 'reactivate it first (psyctl record reactivate)' : 'restore it first',
  }),
  'may-not-transfer-all': ({ couldActAs }: CouldActAs): Said => ({
    message: 'only they themself, or a coordinator, transfer all the records of a member',
    hint: couldActAs
      ? 'your token may act for others: add --as owner, or --as and a coordinator’s e-mail'
      : 'ask them or a coordinator',
  }),
  'recipient-is-owner': (): Said => ({
    message: 'the record is theirs already: it can’t be transferred to its owner',
    hint: 'take the row out, or name somebody else with --to',
  }),
  'recipient-not-active': ({ status }: { status: string }): Said => ({
    message:
      status === 'invited'
        ? 'whom it would go to has not accepted their invitation yet'
        : 'whom it would go to is not an active member',
    hint: status === 'invited' ? 'transfer it once they have' : 'name somebody else, or have them restored first',
  }),
  'recipient-no-practitioner': (): Said => ({
    message: 'whom it would go to is no practitioner, and only practitioners own records',
    hint: 'name somebody else, or have an administrator give them that role',
  }),
  'transfer-pending-already': (): Said => ({
    message: 'another transfer of it is pending, and a record has at most one',
    hint: 'wait until it is accepted, or cancel it; a coordinator can reassign it',
  }),
  'transfer-not-seen': ({ couldActAs }: CouldActAs): Said => ({
    message: 'its transfer is not yours to see: that is for its owner, sender and recipient, and for coordinators',
    hint: couldActAs
      ? 'your token may act for others: add --as owner, or --as and the e-mail of its recipient or a coordinator'
      : 'ask one of them',
  }),
  'transfer-ended': ({ status }: { status: string }): Said => ({
    message: `it is no longer pending: it ${STATUS[status] ?? status}`,
    hint: 'psyctl transfer list --status pending shows those that are',
  }),
  'not-the-recipient': ({ recipient, couldActAs }: CouldActAs & { recipient: string }): Said => ({
    message: 'only whom it was sent to accepts or declines it',
    hint: couldActAs ? `your token may act for them: add --as ${recipient}` : `it waits for ${recipient}`,
  }),
  'may-not-cancel': ({ couldActAs }: CouldActAs): Said => ({
    message: 'only its sender, the owner or a coordinator cancels a transfer',
    hint: couldActAs ? 'your token may act for them: add --as owner' : 'whom it was sent to can decline it instead',
  }),
  'may-not-reassign': ({ couldActAs }: CouldActAs): Said => ({
    message: 'only a coordinator sends a pending transfer to somebody else',
    hint: couldActAs
      ? 'your token may act for one: add --as and a coordinator’s e-mail'
      : 'ask a coordinator; or its owner cancels it and sends it anew',
  }),
  'may-not-accept': ({ status }: { status: string }): Said => ({
    message:
      status === 'active'
        ? 'whom it was sent to is no longer a practitioner, and can’t accept it'
        : 'whom it was sent to is not active, and can’t accept it',
    hint: 'a coordinator can cancel or reassign it',
  }),
};
