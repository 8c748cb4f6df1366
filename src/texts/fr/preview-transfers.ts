import type { previewOfTransfers as english } from '../en/preview-transfers.ts';
import type { Translated } from '../translated.ts';
import { agree, count, listed, number, ofName } from './words.ts';

const ITEMS: Readonly<Record<string, readonly [string, string]>> = {
  'confidential-note': ['note confidentielle', 'notes confidentielles'],
  'confidential-document': ['document confidentiel', 'documents confidentiels'],
  'raw-data': ['donnée brute', 'données brutes'],
  task: ['tâche', 'tâches'],
  memo: ['mémo', 'mémos'],
};

/** What a preview says of transfers. */
export const previewOfTransfers: Translated<typeof english> = {
  sentByOwner: (owner) => ` par ${owner}, responsable`,
  sentByOwners: ' par leurs responsables',
  sentByCoordinator: (name) => ` par ${name}, coordination`,
  acting: (name) => ` (par : ${name})`,

  endsAsToday: (recipient) =>
    `Si ${recipient ?? 'un destinataire'} refuse ou que vous annulez, les accès restent ceux d’aujourd’hui.`,
  endsAsBefore: (recipient) =>
    `Si ${recipient ?? 'un destinataire'} refuse ou en cas d’annulation, les accès redeviennent ceux d’avant l’envoi.`,
  coordinatorCutsNobodyOff: 'Envoyé par la coordination, il ne suspendrait aucun accès.',
  cutsNobodyOff: 'Aucun accès n’est suspendu pendant l’attente : la coordination l’envoie.',
  keepsCopy: 'garde une copie en lecture seule, figée à l’acceptation',

  items: Object.keys(ITEMS),
  item: (item, items) => count(items, ...(ITEMS[item] ?? ([item, item] as const))),
  deletes: (items) => `Supprimé définitivement : ${items}.`,
  deletedNow: 'Supprimé définitivement',
  deletedOnAcceptance: (recipient) =>
    `Supprimé définitivement quand ${recipient ?? 'le destinataire'} acceptera (ajouts d’ici là compris)`,
  keepBy: (inclusions) => `pour garder : --include ${inclusions.join(',')} ou --keep-copy`,
  cannotBeKept: 'ne peut être gardé',
  excludedAtSending: 'exclu à l’envoi; seul un nouvel envoi le garderait',
  unknownItems: 'inconnu, dans des dossiers hors de votre vue',
  unknownKeep: 'tâches et mémos ne peuvent être gardés; --include et --keep-copy gardent le reste',

  unseenRecord: 'Ce dossier est hors de votre vue : les accès qui changent sont inconnus.',
  unseenRecords: (records, owner, recipient) =>
    `${count(records, 'dossier confidentiel', 'dossiers confidentiels')} ${ofName(owner)}, hors de votre vue, ${agree(records, 'passe', 'passent')} à ${recipient} : ` +
    'qui y a accès, ce qui s’y trouve et ce qui serait supprimé est inconnu.',

  byRecipient: 'Par destinataire',
  byOwner: 'Par personne qui cède',
  pendingTitle: 'Pendant l’attente',
  otherChanges: 'Par personne et équipe',
  takesOver: (records, reached) =>
    `reçoit ${count(records, 'dossier')}${reached > 0 ? `, dont ${number(reached)} déjà ${agree(reached, 'accessible')}` : ''}`,
  handsOver: (records, kept) => `cède ${count(records, 'dossier')}${kept.length > 0 ? `; garde ${listed(kept)}` : ''}`,
  keptThrough: (what, records) => `${what} sur ${count(records, 'dossier')}`,
  keptCopies: (records) => `une copie en lecture seule de ${count(records, 'dossier')}`,
  cutOffPeople: (people, records) =>
    `L’accès de ${count(people, 'personne')} est suspendu, sur ${count(records, 'dossier')}, jusqu’à l’acceptation, au refus ou à l’annulation.`,
  cutOffOn: (records) => `accès suspendu sur ${count(records, 'dossier')}`,
  worthALook: 'À regarder de près',
  takesOverMany: (name, records) => `${name} reçoit ${count(records, 'dossier')}.`,
  leaving: (name, records) =>
    `${name} est peut-être aussi sur le départ : ${count(records, 'dossier')} à son nom ${agree(records, 'est', 'sont')} en route vers d’autres.`,
};
