import type { preview as english } from '../en/preview.ts';
import type { Level } from '../levels.ts';
import type { Translated } from '../translated.ts';
import { previewOfPeople } from './preview-people.ts';
import { asCreator, asRecordOwner, previewOfSpaces } from './preview-spaces.ts';
import { previewOfTransfers } from './preview-transfers.ts';
import { NOT_ACTIVE } from './roles.ts';
import { agree, count, isOne, listed, number, ofName, quoted } from './words.ts';

const LEVELS: { readonly [L in Level]: string } = {
  none: 'aucun',
  metadata: 'numéro, titre',
  read: 'lecture seule',
  write: 'lecture et écriture',
  full: 'accès complet',
  owner: 'responsable',
  member: 'membre',
};
const IN_SHORT: { readonly [L in Level]?: string } = { read: 'lecture', write: 'écriture', full: 'complet' };

const level = (of: Level): string => LEVELS[of];

const NOUNS = {
  record: (things: number) => count(things, 'dossier'),
  space: (things: number) => count(things, 'espace'),
};

const KINDS: Readonly<Record<string, string>> = {
  owner: 'responsable',
  creator: 'création',
  share: 'partage direct',
  team: 'équipe',
  coordinator: 'coordination',
  manager: 'gestionnaire',
  recipient: 'destinataire',
  'archived-copy': 'copie en lecture seule',
};
const STATES: Readonly<Record<string, string>> = {
  active: 'en vigueur',
  suspended: 'suspendu',
  inactive: 'sans effet',
};

/** The sentences of a preview and of the report after it. */
export const preview: Translated<typeof english> = {
  level,
  levelInShort: (of) => IN_SHORT[of] ?? LEVELS[of],
  dash: '—',
  sandbox: (organization) => `${organization} (bac à sable)`,

  heading: {
    onboard: () => 'Accueil d’une école',
    'run undo': () => 'Annulation d’une exécution',
    'record share': (records) => `Partage de ${count(records, 'dossier')}`,
    'record unshare': (records) => `Fin de partage de ${count(records, 'dossier')}`,
    'record archive': (records) => `Archivage de ${count(records, 'dossier')}`,
    'record reactivate': (records) => `Réactivation de ${count(records, 'dossier')}`,
    'record transfer': (records) => `Transfert de ${count(records, 'dossier')}`,
    'transfer accept': (transfers) => `Acceptation de ${count(transfers, 'transfert')}`,
    'transfer decline': (transfers) => `Refus de ${count(transfers, 'transfert')}`,
    'transfer cancel': (transfers) => `Annulation de ${count(transfers, 'transfert')}`,
    'transfer reassign': (transfers) => `Réattribution de ${count(transfers, 'transfert')}`,
    'record leave': (records) => `Départ de ${count(records, 'dossier')}`,
    'space create': (spaces) => `Création de ${count(spaces, 'espace')}`,
    'space share': (spaces) => `Partage de ${count(spaces, 'espace')}`,
    'space unshare': (spaces) => `Fin de partage de ${count(spaces, 'espace')}`,
    'space leave': (spaces) => `Départ de ${count(spaces, 'espace')}`,
    ...previewOfPeople.heading,
  },
  asOwner: (owners) =>
    owners.length === 1 ? ` au nom ${ofName(owners[0] ?? '')}, responsable` : ' au nom des responsables',
  asOwnerOf: {
    'space create': asRecordOwner,
    'space share': asCreator,
    'space unshare': asCreator,
    'space leave': asCreator,
  },
  asMember: (name) => ` par ${name}`,
  actingFor: (name, by) => ` au nom ${ofName(name)} (par ${by})`,

  today: 'aujourd’hui',
  whilePending: 'en attente',
  onceAccepted: 'si accepté',
  cutOff: 'suspendu',
  unknownLevel: 'inconnu',
  after: 'ensuite',

  team: (name, people, size) =>
    people === size ? `${name} (${number(people)})` : `${name} (${number(people)} de ${number(size)})`,
  throughTeam: (name) => `par l’équipe ${name}`,
  way: {
    owner: 'à titre de responsable',
    creator: 'pour l’avoir créé',
    share: 'par un partage direct',
    coordinator: 'par son rôle de coordination',
    manager: 'par son rôle de gestionnaire',
    recipient: 'comme destinataire d’un transfert',
    'archived-copy': 'dans une copie en lecture seule',
  },
  keeps: (of, ways) => `garde ${quoted(level(of))}, ${listed(ways)}`,
  had: (of, ways) => `avait déjà ${quoted(level(of))}, ${listed(ways)}`,
  unknownAfter:
    'ce qui lui reste est inconnu : c’est peut-être le destinataire du transfert en attente, que vous ne voyez pas',
  approvalNow: 'ses notes demandent désormais l’approbation de la personne responsable',
  approvalNoMore: 'ses notes ne demandent plus l’approbation de la personne responsable',
  onceActive: (name, status, of) => `${name} (${NOT_ACTIVE[status]}) : rien pour l’instant, puis ${level(of)}`,
  noLongerOnceActive: (name, status, of) =>
    `${name} (${NOT_ACTIVE[status]}) : aurait eu ensuite ${level(of)}, ce qui n’est plus le cas`,
  later: (of, status, whom) => `${level(of)} au plus, ensuite (${NOT_ACTIVE[status]}) : ${whom}`,
  laterNoMore: (of, status, whom) =>
    `auraient eu ensuite ${level(of)} au plus, ce qui n’est plus le cas (${NOT_ACTIVE[status]}) : ${whom}`,
  whileSuspended: (name, of) =>
    `${name} : déjà suspendu par un transfert en attente; ${quoted(level(of))} ne reviendra pas après`,
  joinsLater: (team, of) =>
    of === 'member'
      ? `Qui se joindra plus tard à ${team} en fera aussi partie.`
      : `Qui se joindra plus tard à ${team} aura aussi : ${level(of)}.`,
  leavesNobody: 'Aucun accès ne change.',
  archived: 'Ses partages restent tels quels; tant qu’il est archivé, aucun ne s’ajoute ni ne change.',
  reactivated: 'Ses partages restent tels quels; il peut de nouveau en être ajouté et changé.',
  statusAlready: {
    'record.archive': 'déjà archivé',
    'record.reactivate': 'déjà actif',
    'transfer.send': 'déjà envoyé à cette personne, et en attente',
    'transfer.accept': 'déjà accepté',
    'transfer.decline': 'déjà refusé',
    'transfer.cancel': 'déjà annulé',
    'transfer.reassign': 'attend déjà cette personne',
  },

  already: (subject, of) => {
    if (of === null) return `aucun partage à retirer avec ${subject}`;
    return of === 'member' ? `${subject} en fait déjà partie` : `${subject} a déjà ${quoted(level(of))}`;
  },
  alreadyLeft: 'rien à quitter : vous n’y avez aucun partage direct',
  repeats: 'pareille à une ligne précédente',
  unchangedRows: (rows) => `${count(rows, 'ligne')} déjà en place : rien à envoyer`,
  row: (row) => `ligne ${row}`,
  rows: (rows) => {
    const rest = rows.length > 12 ? ` et ${count(rows.length - 12, 'autre')}` : '';
    return `${count(rows.length, 'ligne')} (${rows.slice(0, 12).join(', ')}${rest})`;
  },
  waitingTitle: (rows) =>
    `${count(rows, 'ligne attend', 'lignes attendent')} que des invitations soient acceptées : à relancer ensuite`,
  refusedTitle: (rows) => `Refusé (${count(rows, 'ligne')})`,
  lossesTitle: (people) => `Perte de tout accès (${count(people, 'fois', 'fois')})`,
  laterTitle: 'Rien encore, mais ensuite',
  andMore: (more) => `et ${count(more, 'autre')}`,

  space: previewOfSpaces,

  folded: {
    people: 'Par personne',
    teams: 'Par équipe',
    given: (levels, noun) =>
      listed(
        levels.map(([of, things]) =>
          of === 'member' ? `fait partie de ${NOUNS[noun](things)}` : `${level(of)} sur ${NOUNS[noun](things)}`,
        ),
      ),
    ended: (things, noun) => `fin de partage : ${NOUNS[noun](things)}`,
    gained: (times) => `${count(times, 'nouvel accès', 'nouveaux accès')}`,
    raised: (times) => `${count(times, 'accès accru', 'accès accrus')}`,
    lowered: (times) => `${count(times, 'accès réduit', 'accès réduits')}`,
    revoked: (times) => `${count(times, 'accès perdu', 'accès perdus')}`,
    approval: (times) => `approbation changée ${count(times, 'fois', 'fois')}`,
    'path-only': (times) => `${count(times, 'accès égal par une autre voie', 'accès égaux par une autre voie')}`,
    suspended: (times) => `${count(times, 'accès suspendu', 'accès suspendus')}`,
    resumed: (times) => `${count(times, 'accès rétabli', 'accès rétablis')}`,
    unknown: (times) => `${count(times, 'inconnu')}`,
  },

  transfer: previewOfTransfers,

  leftBehind: {
    title: (records) => `Non transféré (${count(records, 'dossier')})`,
    why: {
      archived: 'archivé : seuls les dossiers actifs se transfèrent',
      deleted: 'supprimé : seuls les dossiers actifs se transfèrent',
      'transfer-pending': 'un transfert est déjà en attente',
      confidential: 'confidentiel : --include confidential-records l’emporte aussi',
      'confidential-shared':
        'confidentiel, et vu par une autre voie : seule la personne responsable peut le transférer',
    },
    unseen: (records) => `${count(records, 'dossier')} hors de votre vue`,
    several: (records) => count(records, 'dossier'),
  },
  people: previewOfPeople,

  table: {
    headers: {
      phase: 'phase',
      member: 'membre',
      resource: 'dossier ou espace',
      before: 'avant',
      after: 'après',
      change: 'changement',
      rows: 'lignes',
    },
    phase: { applied: 'à l’envoi', accepted: 'à l’acceptation' },
    change: {
      gained: 'nouvel accès',
      revoked: 'accès perdu',
      raised: 'accès accru',
      lowered: 'accès réduit',
      'path-only': 'autre voie seulement',
      suspended: 'suspendu',
      resumed: 'rétabli',
      unknown: 'inconnu',
    },
  },

  messages: 'Messages',
  emailsTo: (emails, people) => `${count(emails, 'courriel')} à ${listed(people)}`,
  emailsToMany: (emails, people) => `${count(emails, 'courriel')} à ${count(people, 'collègue')}`,
  notificationsTo: (notifications, people) => `${count(notifications, 'notification')} à ${listed(people)}`,
  notificationsToMany: (notifications, people) =>
    `${count(notifications, 'notification')} à ${count(people, 'collègue')}`,
  emailsToClients: (emails, appointments, said) =>
    `${said ? number(emails) : count(emails, 'courriel')} à la clientèle (${count(appointments, 'rendez-vous annulé', 'rendez-vous annulés')})`,
  unknownClients: 'un nombre inconnu à la clientèle, pour des dossiers hors de votre vue',
  nowMessages: (what) => (what === '' ? 'aucun maintenant' : `maintenant, ${what}`),
  thenMessages: (what) => `ensuite, ${what}`,
  noMessages: 'personne ne reçoit rien',

  dryRun: 'Simulation : rien n’a été envoyé.',
  heldBack: (refused) =>
    `${count(refused, 'ligne est refusée', 'lignes sont refusées')} : rien n’a été envoyé. --skip-refused envoie les autres.`,
  nothingToDo: 'Tout est déjà en place : rien n’a été envoyé.',
  nothingButWaiting: 'Ce qui n’est pas en place doit attendre : rien n’a été envoyé.',
  confirmDeletion: (items) =>
    `${count(items, 'élément serait supprimé', 'éléments seraient supprimés')} définitivement. Tapez ${items} pour tout envoyer quand même :`,
  confirmUnknownDeletion:
    'Des éléments de dossiers hors de votre vue pourraient être supprimés définitivement. Tapez « supprimer » pour tout envoyer quand même :',
  deletionWord: 'supprimer',
  answers: { yes: 'Oui', no: 'Non', neither: 'Répondez par « oui » ou « non ».' },
  confirm: (steps) => `Envoyer ${count(steps, 'modification')}?`,

  done: (done, all) =>
    done === all
      ? `Fait : ${count(done, 'modification')}.`
      : `Fait : ${number(done)} de ${count(all, 'modification')}.`,
  left: {
    unchanged: (rows) => `${number(rows)} déjà en place`,
    refused: (rows) => count(rows, 'refusée'),
    failed: (rows) => `${number(rows)} en échec`,
    unknown: (rows) => `${number(rows)} à l’issue inconnue`,
    'not-attempted': (rows) => `${number(rows)} non ${agree(rows, 'tentée')}`,
  },
  verified: (checked) =>
    isOne(checked)
      ? 'Vérifié : l’accès est conforme à la prévision, dans le seul cas examiné.'
      : `Vérifié : les accès sont conformes à la prévision, dans les ${number(checked)} cas examinés.`,
  unverifiable: (pairs) =>
    `${count(pairs, 'cas n’est plus visible', 'cas ne sont plus visibles')} pour qui a agi, et ne ${agree(pairs, 'peut', 'peuvent')} être ${agree(pairs, 'vérifié')}.`,
  noIdempotency: (sentAgain, more) =>
    sentAgain.length === 0
      ? 'Cette API ne garde pas de clés d’idempotence; rien n’a dû être envoyé deux fois.'
      : `Cette API ne garde pas de clés d’idempotence. Renvoyées après la perte de leur réponse, et peut-être faites deux fois : ${agree(sentAgain.length + more, 'ligne')} ${listed([...sentAgain.map(String), ...(more > 0 ? [count(more, 'autre')] : [])])}.`,
  noEtags:
    'Cette API n’a pas d’ETags : ce que d’autres ont changé entre l’aperçu et l’envoi ne pouvait pas être remarqué.',
  differs: (mismatches) => `PAS conforme à la prévision, dans ${count(mismatches, 'cas', 'cas')} :`,
  seen: (of, ways) =>
    [
      level(of),
      ...ways.map(
        (way) =>
          `${KINDS[way.kind] ?? way.kind} (${LEVELS[way.level as Level] ?? way.level}, ${STATES[way.state] ?? way.state})`,
      ),
    ].join(', '),
  mismatch: (name, resource, predicted, observed) =>
    `${name}, ${resource} : prévu : ${predicted}; selon l’API : ${observed}`,
  runId: (id) => `Exécution ${id}`,
};
