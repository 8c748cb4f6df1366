import type { accessAnswers as english } from '../en/answers-access.ts';
import type { Level } from '../levels.ts';
import type { Translated } from '../translated.ts';
import { historyAnswers } from './answers-history.ts';
import { day } from './dates.ts';
import { preview } from './preview.ts';
import { count, listed, ofName, quoted } from './words.ts';

const word = preview.level;

const CAN: { readonly [L in Level]: (name: string, resource: string) => string } = {
  none: (name, resource) => `${name} ne peut pas ouvrir ${resource}`,
  metadata: (name, resource) => `${name} voit le numéro et le titre de ${resource}, et n’y ouvre rien`,
  read: (name, resource) => `${name} peut lire ${resource}`,
  write: (name, resource) => `${name} peut lire ${resource} et y écrire`,
  full: (name, resource) => `${name} a un accès complet à ${resource}`,
  owner: (name, resource) => `${name} est responsable de ${resource}`,
  member: (name, resource) => `${name} fait partie de ${resource}`,
};

/** What answers about access say. */
export const accessAnswers: Translated<typeof english> = {
  level: word,
  space: (id) => `l’espace ${id}`,
  can: (name, level, resource, ways) => `${CAN[level](name, resource)}${ways.length > 0 ? `, ${listed(ways)}` : ''}.`,
  unknown: (name, resource) => `Impossible de dire si ${name} peut ouvrir ${resource}.`,
  through: {
    owner: () => 'à titre de responsable',
    creator: () => 'pour l’avoir créé',
    share: () => 'par un partage direct',
    team: (via) => `par l’équipe ${via}`,
    coordinator: () => 'par son rôle de coordination',
    manager: () => 'par son rôle de gestionnaire de l’école',
    recipient: () => 'comme destinataire d’un transfert en attente',
    'archived-copy': () => 'dans une copie en lecture seule',
  },
  way: {
    owner: () => 'responsable',
    creator: () => 'création de l’espace',
    share: () => 'partage direct',
    team: (via) => `équipe ${via}`,
    coordinator: () => 'coordination',
    manager: () => 'gestionnaire de l’école',
    recipient: () => 'destinataire d’un transfert en attente',
    'archived-copy': () => 'copie en lecture seule',
  },
  codes: {
    kind: {
      owner: 'responsable',
      creator: 'création',
      share: 'partage direct',
      team: 'équipe',
      coordinator: 'coordination',
      manager: 'gestionnaire',
      recipient: 'destinataire',
      'archived-copy': 'copie en lecture seule',
    },
    state: { active: 'en vigueur', suspended: 'suspendu', inactive: 'sans effet' },
    answer: { yes: 'oui', no: 'non', unknown: 'impossible à dire' },
  },
  wayAt: (way, level) => `${way} : ${word(level)}`,
  approval: 'ses notes demandent une approbation',
  since: (at) => `depuis le ${day(at)}`,
  copyOf: (at) => `copie du ${day(at)}`,
  by: (who) => `par ${who}`,
  byFor: (who, actingFor) => `par ${who}, au nom ${ofName(actingFor)}`,
  because: (reason) => quoted(reason),
  state: {
    suspended: 'suspendu par un transfert en attente, envoyé par la personne responsable',
    inactive: 'sans effet tant que son accès n’est pas actif',
    deleted: 'sans effet : le dossier est supprimé, et ouvert à la seule personne responsable',
  },
  waysTitle: 'Voies d’accès',
  latentTitle: 'Voies sans effet pour l’instant',
  closeTitle: 'Pour y mettre fin',
  nearestTitle: 'Voies les plus proches',
  noWays: 'Aucune voie n’y mène.',
  someWaysUnseen: 'D’ici, on ne voit pas quelles voies sont sans effet pour l’instant.',
  onceActive: (status, level) =>
    status === 'invited'
      ? `L’invitation n’est pas encore acceptée, et n’ouvre rien; une fois acceptée, ce serait : ${word(level)}.`
      : `Son accès est retiré et n’ouvre rien; une fois redonné, ce serait : ${word(level)}.`,
  notActive: (status) =>
    status === 'invited' ? 'L’invitation n’est pas encore acceptée.' : 'Son accès à l’organisation est retiré.',
  howToKnow: {
    'as-owner':
      'Votre jeton permet d’agir au nom d’autrui : ajoutez --as owner pour le demander à titre de responsable.',
    'as-creator':
      'Votre jeton permet d’agir au nom d’autrui : ajoutez --as owner pour le demander au nom de qui l’a créé.',
    nobody: 'La personne responsable, quiconque peut lire et l’administration peuvent le dire.',
    unseen:
      'Ce dossier n’existe peut-être pas, ou personne de ceux dont il s’agit n’y a accès : un jeton de portée act-as peut le dire.',
  },
  seeMore: 'Ajoutez --as owner pour voir aussi ce qu’un transfert en attente a suspendu.',

  close: {
    share: {
      record: (name, level) => `met fin au partage avec ${name} (${word(level)})`,
      space: (name, level) => `retire ${name} de l’espace (${word(level)})`,
    },
    leave: {
      record: (level) => `rend le partage que vous aviez (${word(level)})`,
      space: (level) => `quitte l’espace (${word(level)})`,
    },
    team: {
      record: (team, people) =>
        `met fin au partage avec l’équipe ${team}, pour ${count(people, 'personne qui en fait', 'personnes qui en font')} partie`,
      space: (team, people) =>
        `retire de l’espace l’équipe ${team}, avec ${count(people, 'personne qui en fait', 'personnes qui en font')} partie`,
    },
    leaveTeam: (name, team) =>
      `l’administration retire ${name} de l’équipe ${team}; cela lui enlève aussi tout ce que seule l’équipe donne`,
    owner: 'la personne responsable, ou la coordination, transfère le dossier à quelqu’un d’autre',
    coordinator: (name) => `l’administration enlève à ${name} le rôle de coordination`,
    manager: (name) => `l’administration enlève à ${name} le rôle de gestionnaire, ou l’école`,
    recipient: 'le transfert est refusé, annulé, ou envoyé à quelqu’un d’autre',
    'archived-copy': 'une copie en lecture seule demeure : rien n’y met fin',
    creator: 'qui a créé un espace y reste',
    remains: (level) => `; reste : ${word(level)}`,
    forOwner: {
      record: 'à lancer par la personne responsable, ou par quelqu’un qui a un accès complet',
      space: 'à lancer par qui l’a créé ou, dans un espace multi, par quelqu’un qui a un accès complet',
    },
    ownerInactive: {
      record:
        'seule la personne responsable le pourrait, mais son accès n’est pas actif : l’administration le lui redonne, ou la coordination transfère le dossier',
      space: 'seul qui l’a créé le pourrait, mais son accès n’est pas actif : l’administration le lui redonne',
    },
  },
  nearest: {
    share: (name) => `partage le dossier avec ${name}, en lecture seule`,
    shareLater:
      'aucun partage ne s’ajoute tant qu’un transfert est en attente; ensuite, la personne responsable peut partager le dossier',
    shareArchived:
      'le dossier est archivé : la personne responsable, ou la coordination, le réactive, et il peut alors être partagé',
    deleted: 'le dossier est supprimé : la personne responsable le restaure d’abord',
    team: (name, team, people, level) =>
      `l’administration ajoute ${name} à l’équipe ${team} (${count(people, 'personne')}) : ici, ${word(level)}, et tout ce à quoi l’équipe a accès`,
    restore: (name) => `l’administration redonne accès à ${name}`,
    accept: (name) => `${name} accepte l’invitation`,
    transferEnds: (level) => `le transfert en attente est accepté, refusé ou annulé : revient alors ${word(level)}`,
    spaceShare: (name) => `quelqu’un qui fait partie de l’espace, ou qui l’a créé, y ajoute ${name}`,
  },

  nobody: (resource) => `Personne n’a accès à ${resource} pour l’instant.`,
  nothing: (name) => `${name} n’a accès à rien.`,
  whoUnknown: (resource) => `impossible de dire qui a accès à ${resource}`,
  cutOff: (names) => `Accès suspendu tant qu’un transfert est en attente, puis rétabli : ${listed(names)}.`,
  later: (names) => `Rien tant que l’accès n’est pas actif, puis accès : ${listed(names)}.`,
  recipientUnseen:
    'Un transfert est en attente; vous ne voyez pas à qui : son destinataire peut manquer dans cette liste.',
  wouldReach: (name, status, records, spaces) =>
    `${name} n’a accès à rien pour l’instant (${status === 'invited' ? 'invitation en attente' : 'accès retiré'}); ensuite : ${count(records, 'dossier')}, ${count(spaces, 'espace')}.`,

  yes: 'Oui',
  no: 'Non',
  checked: (answer, sentence) => `${answer} : ${sentence}`,

  ...historyAnswers,
  headers: {
    member: 'membre',
    email: 'courriel',
    team: 'équipe',
    resource: 'dossier ou espace',
    level: 'accès',
    ways: 'par',
    when: 'quand',
    who: 'qui',
    what: 'quoi',
    about: 'objet',
    with: 'pour qui',
    reason: 'motif',
    kind: 'voie d’accès',
    state: 'état',
    since: 'depuis',
    by: 'par',
    wanted: 'demandé',
    answer: 'réponse',
  },
};
