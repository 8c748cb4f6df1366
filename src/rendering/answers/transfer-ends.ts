import type { MemberStatus } from '../../model/organization.ts';
import type { Texts } from '../../texts/index.ts';
import { plain } from '../layout.ts';
import type { Remedy } from './explained.ts';
import { shellCommand } from './shell.ts';
import type { TransferView } from './transfer.ts';

/** Who looks at a transfer, which decides the commands that can be suggested. */
export interface TransferAsker {
  readonly id: string;
  /** `self`, `owner`, or the e-mail given with `--as`. */
  readonly as: string;
  readonly mayActAs: boolean;
  readonly coordinator: boolean;
}

/** What is known of the members a transfer is between, as far as ending it goes (T15). */
export interface PartiesView {
  /** Null where nothing is known of the recipient. */
  readonly recipient: { readonly status: MemberStatus; readonly practitioner: boolean } | null;
  /** The ids of those who are active: for nobody else can anybody act (A1). */
  readonly active: ReadonlySet<string>;
}

/** What stands for any coordinator, to be filled in. */
const COORDINATOR = 'COORDINATOR';

interface Way {
  readonly words: readonly string[];
  readonly does: string;
  /** Who may, besides coordinators where those may; the first of them foremost. */
  readonly parties: readonly { readonly id: string; readonly email: string }[];
  readonly coordinators: boolean;
}

/** What ends a pending transfer, or sends it elsewhere, and whose that is to do (T3, T15, T16); nothing of an ended one. */
export function endsOf(transfer: TransferView, parties: PartiesView, asker: TransferAsker, texts: Texts): Remedy[] {
  if (transfer.status !== 'pending') return [];
  const { ends: say } = texts.answers.transfer;
  const { to, from, sentBy, capacity } = transfer;
  const recipient = plain(to.email);
  const cannot = whyNotAccept(parties);
  const ways: Way[] = [
    ...(cannot ? [] : [{ words: ['accept'], does: say.accept(recipient), parties: [to], coordinators: false }]),
    // A1: for who isn't active nobody can decline either.
    ...(cannot && cannot !== 'no-practitioner'
      ? []
      : [{ words: ['decline'], does: say.decline(recipient), parties: [to], coordinators: false }]),
    { words: ['cancel'], does: say.cancel, parties: [sentBy, from], coordinators: true },
    { words: ['reassign', '--to', 'MEMBER'], does: say.reassign(capacity), parties: [], coordinators: true },
  ];
  const told = cannot ? [{ command: null, does: say.cannotAccept(recipient, cannot) }] : [];
  return [...told, ...ways.map((way) => ({ command: commandOf(way, transfer, parties, asker), does: way.does }))];
}

function whyNotAccept({ recipient }: PartiesView): 'invited' | 'inactive' | 'no-practitioner' | null {
  if (recipient === null) return null;
  if (recipient.status !== 'active') return recipient.status;
  return recipient.practitioner ? null : 'no-practitioner';
}

/**
 * As whoever asks can run it; where it isn't theirs to run, for whom they could act to do so, or as those would. By the
 * transfer's id: the record's number may not be seen (T17), and by then it may wait for another one.
 */
function commandOf(way: Way, { id }: TransferView, { active }: PartiesView, asker: TransferAsker): string {
  const [verb = '', ...flags] = way.words;
  const command = ['psyctl', 'transfer', verb, id, ...flags];
  const mine = way.parties.some((party) => party.id === asker.id) || (way.coordinators && asker.coordinator);
  if (mine) return shellCommand(...command, ...(asker.as.includes('@') ? ['--as', asker.as] : []));
  const foremost = way.parties.find((party) => active.has(party.id))?.email;
  const actor = foremost ?? (way.coordinators ? COORDINATOR : undefined);
  return shellCommand(...command, ...(actor !== undefined && asker.mayActAs ? ['--as', actor] : []));
}
