import type { answers as english } from '../en/answers.ts';
import type { Translated } from '../translated.ts';
import { accessAnswers } from './answers-access.ts';
import { profileAnswers, spaceAnswers } from './answers-spaces.ts';
import { transferAnswers } from './answers-transfers.ts';
import { day } from './dates.ts';
import { ROLES } from './roles.ts';
import { count, listed, number, ofName } from './words.ts';

/** What reading commands answer. */
export const answers: Translated<typeof english> = {
  empty: 'Rien trouvé.',
  unknown: 'non visible',
  yes: 'oui',
  no: 'non',
  nothingOwn:
    'L’administration n’ouvre par elle-même aucun dossier : --as MEMBER liste ceux auxquels quelqu’un d’autre a accès.',
  limited: (shown) => `Seuls les ${number(shown)} premiers figurent ici : il y en a d’autres.`,
  hidden: (records) =>
    `${count(records, 'dossier confidentiel n’est', 'dossiers confidentiels ne sont')} pas dans la liste : la coordination n’en connaît que le nombre.`,

  fields: {
    id: 'id',
    number: 'numéro',
    name: 'nom',
    title: 'titre',
    email: 'courriel',
    owner: 'responsable',
    status: 'état',
    confidential: 'confidentiel',
    profile: 'profil',
    profiles: 'profils',
    shares: 'partages',
    copies: 'copies',
    transfer: 'transfert',
    progressNotes: 'notes d’évolution',
    draftNotes: 'brouillons',
    documents: 'documents',
    confidentialNotes: 'notes confidentielles',
    confidentialDocuments: 'documents confidentiels',
    rawData: 'données brutes',
    invoices: 'factures',
    upcomingAppointments: 'rendez-vous à venir',
    tasks: 'tâches',
    memos: 'mémos',
    roles: 'rôles',
    schools: 'écoles',
    teams: 'équipes',
    scopes: 'portées',
    actingAs: 'au nom de',
    organization: 'organisation',
    kind: 'type',
    plan: 'forfait',
    seatsUsed: 'sièges pris',
    seatsLimit: 'sièges',
    creator: 'créé par',
    record: 'à partir de',
    members: 'membres',
    people: 'personnes',
    connection: 'connexion',
    url: 'URL',
    token: 'jeton',
  },

  record: {
    headers: {
      number: 'numéro',
      title: 'titre',
      owner: 'responsable',
      status: 'état',
      confidential: 'confidentiel',
      shares: 'partages',
      transfer: 'transfert',
    },
    status: { active: 'actif', archived: 'archivé', deleted: 'supprimé' },
    confidential: 'oui',
    partially: 'partiellement',
    pendingBy: { owner: 'par la personne responsable', coordinator: 'par la coordination' },
    transferBy: {
      owner: 'en attente, envoyé par la personne responsable',
      coordinator: 'en attente, envoyé par la coordination',
    },
    transferTo: (to) => `à ${to}`,
    labels: {
      owner: 'Responsable',
      status: 'État',
      confidential: 'Confidentiel',
      profiles: 'Profils',
      transfer: 'Transfert',
      shares: 'Partagé avec',
      copies: 'Copies',
      contents: 'Contient',
    },
    none: { profiles: 'aucun', transfer: 'aucun', shares: 'personne', copies: 'aucune', contents: 'rien' },
    atSchool: (profile, school) => `${profile} (école ${school})`,
    share: (who, level, approval) =>
      `${who} : ${level}${approval ? ', avec approbation des notes par la personne responsable' : ''}`,
    team: (name) => `équipe ${name}`,
    notActive: (who, status) => `${who} (${status})`,
    copy: (who, at) => `${who} : copie du ${day(at)}`,
    items: {
      progressNotes: (n) => count(n, 'note d’évolution', 'notes d’évolution'),
      draftNotes: (n) => count(n, 'brouillon'),
      documents: (n) => count(n, 'document'),
      confidentialNotes: (n) => count(n, 'note confidentielle', 'notes confidentielles'),
      confidentialDocuments: (n) => count(n, 'document confidentiel', 'documents confidentiels'),
      rawData: (n) => count(n, 'donnée brute', 'données brutes'),
      invoices: (n) => count(n, 'facture'),
      upcomingAppointments: (n) => count(n, 'rendez-vous à venir', 'rendez-vous à venir'),
      tasks: (n) => count(n, 'tâche'),
      memos: (n) => count(n, 'mémo'),
    },
  },

  member: {
    headers: {
      name: 'nom',
      email: 'courriel',
      title: 'titre',
      roles: 'rôles',
      schools: 'écoles',
      status: 'état',
    },
    labels: { title: 'Titre', roles: 'Rôles', schools: 'Écoles', status: 'État', teams: 'Équipes' },
    role: ROLES,
    status: { invited: 'invité·e', active: 'actif·ive', inactive: 'inactif·ive' },
    none: { title: 'aucun', roles: 'aucun', schools: 'aucune', teams: 'aucune' },
    noName: 'pas encore de nom',
  },

  team: {
    headers: { name: 'nom', people: 'personnes', notActive: 'sans accès actif' },
    noOne: 'Personne n’en fait partie.',
  },

  school: { headers: { code: 'code', name: 'nom' } },

  organization: {
    labels: { kind: 'Type', plan: 'Forfait', seats: 'Sièges' },
    kind: {
      clinic: 'clinique',
      'non-profit': 'organisme sans but lucratif',
      'school-service-centre': 'centre de services scolaire',
    },
    plan: { paid: 'payant', 'free-trial': 'essai gratuit' },
    seats: (used, limit) =>
      limit === null
        ? `${count(used, 'pris', 'pris')}, sans limite`
        : `${number(used)} de ${number(limit)} pris, ${count(Math.max(0, limit - used), 'libre')}`,
  },

  whoami: {
    is: (name, email, roles, organization) => `${name} <${email}>, ${listed(roles)}, ${organization}.`,
    mayActAs: 'Le jeton permet d’agir au nom d’autrui : --as MEMBER, ou --as owner.',
    mayNotActAs: 'Le jeton ne permet d’agir que pour ce membre.',
    actingFor: (name, email) => `Au nom ${ofName(name)} <${email}>.`,
    actingForOwners: 'Au nom de la personne responsable de chaque dossier.',
  },

  transfer: transferAnswers,
  space: spaceAnswers,
  profile: profileAnswers,

  access: accessAnswers,
};
