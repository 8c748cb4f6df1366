import type { refusalsOfTransfers as english } from '../en/refusals-transfers.ts';
import type { Translated } from '../translated.ts';

const OR_COORDINATOR =
  'votre jeton permet d’agir au nom d’autrui : ajoutez --as owner, ou --as et un courriel de la coordination';

const asOwner = ({ couldActAs }: { readonly couldActAs: boolean }, without: string) =>
  couldActAs ? OR_COORDINATOR : without;

const STATUS: Readonly<Record<string, string>> = {
  accepted: 'il a été accepté',
  declined: 'il a été refusé',
  cancelled: 'il a été annulé',
};

/** What is said of a row about a transfer that a rule refuses: why, and what would help. Never a name. */
export const refusalsOfTransfers: Translated<typeof english> = {
  'may-not-transfer': (given) => ({
    message: 'seule la personne responsable transfère un dossier et, s’il n’est pas confidentiel, la coordination',
    hint: asOwner(given, 'demandez-le à la personne responsable ou à la coordination'),
  }),
  'confidential-transfer': ({ couldActAs }) => ({
    message: 'le dossier est confidentiel : la coordination ne le transfère pas seul',
    hint: couldActAs
      ? 'votre jeton permet d’agir au nom d’autrui : ajoutez --as owner'
      : 'demandez-le à la personne responsable; --all-from avec --include confidential-records l’emporte avec tous les siens',
  }),
  'not-active-transfer': ({ status }) => ({
    message: `le dossier est ${status === 'archived' ? 'archivé' : 'supprimé'} : seuls les dossiers actifs se transfèrent`,
    hint: status === 'archived' ? 'réactivez-le d’abord (psyctl record reactivate)' : 'restaurez-le d’abord',
  }),
  'may-not-transfer-all': (given) => ({
    message: 'seul le membre lui-même, ou la coordination, transfère tous ses dossiers',
    hint: asOwner(given, 'demandez-le à ce membre ou à la coordination'),
  }),
  'recipient-is-owner': () => ({
    message: 'cette personne en est déjà responsable : il ne peut pas lui être transféré',
    hint: 'enlevez la ligne, ou nommez quelqu’un d’autre avec --to',
  }),
  'recipient-not-active': ({ status }) => ({
    message:
      status === 'invited'
        ? 'le destinataire n’a pas encore accepté son invitation'
        : 'le destinataire n’est pas un membre actif',
    hint:
      status === 'invited'
        ? 'transférez-le une fois que ce sera fait'
        : 'nommez quelqu’un d’autre, ou faites-lui d’abord redonner accès',
  }),
  'recipient-no-practitioner': () => ({
    message: 'le destinataire n’a pas le rôle d’intervenant·e, et lui seul rend responsable de dossiers',
    hint: 'nommez quelqu’un d’autre, ou faites-lui donner ce rôle par l’administration',
  }),
  'transfer-pending-already': () => ({
    message: 'un autre transfert de ce dossier est en attente, et il ne peut y en avoir qu’un',
    hint: 'attendez qu’il soit accepté, ou annulez-le; la coordination peut le réattribuer',
  }),
  'transfer-not-seen': ({ couldActAs }) => ({
    message:
      'vous n’avez pas à voir son transfert : le voient la personne responsable, celle qui l’a envoyé, le destinataire et la coordination',
    hint: couldActAs
      ? 'votre jeton permet d’agir au nom d’autrui : ajoutez --as owner, ou --as et le courriel du destinataire ou de la coordination'
      : 'demandez-le à l’une de ces personnes',
  }),
  'transfer-ended': ({ status }) => ({
    message: `il n’est plus en attente : ${STATUS[status] ?? status}`,
    hint: 'psyctl transfer list --status pending donne ceux qui le sont',
  }),
  'not-the-recipient': ({ recipient, couldActAs }) => ({
    message: 'seul son destinataire l’accepte ou le refuse',
    hint: couldActAs ? `votre jeton permet d’agir en son nom : ajoutez --as ${recipient}` : `il attend ${recipient}`,
  }),
  'may-not-cancel': ({ couldActAs }) => ({
    message: 'seules la personne qui l’a envoyé, la personne responsable et la coordination annulent un transfert',
    hint: couldActAs
      ? 'votre jeton permet d’agir en leur nom : ajoutez --as owner'
      : 'son destinataire peut plutôt le refuser',
  }),
  'may-not-reassign': ({ couldActAs }) => ({
    message: 'seule la coordination envoie à quelqu’un d’autre un transfert en attente',
    hint: couldActAs
      ? 'votre jeton permet d’agir en son nom : ajoutez --as et un courriel de la coordination'
      : 'demandez-le à la coordination; ou la personne responsable l’annule et l’envoie de nouveau',
  }),
  'may-not-accept': ({ status }) => ({
    message:
      status === 'active'
        ? 'son destinataire n’a plus le rôle d’intervenant·e, et ne peut pas l’accepter'
        : 'l’accès de son destinataire n’est pas actif : il ne peut pas être accepté',
    hint: 'la coordination peut l’annuler ou le réattribuer',
  }),
};
