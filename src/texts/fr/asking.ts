import type { asking as english } from '../en/asking.ts';
import type { Translated } from '../translated.ts';
import { count } from './words.ts';

/** What somebody at a terminal is asked when a change lacks something. */
export const asking: Translated<typeof english> = {
  which: {
    RECORD: 'Quels dossiers?',
    TRANSFER: 'Quels transferts?',
    SPACE: 'Quels espaces?',
    TEAM: 'Quelle équipe de travail?',
    TEAMS: 'Quelles équipes de travail?',
    MEMBER: 'Quels membres?',
    NAME: 'Quel nom?',
    EMAIL: 'Quelles adresses courriel? Séparez-les par des espaces',
    EMAILS: 'Quelles invitations?',
    MANIFEST: 'Quel manifeste? Un fichier YAML, ou un dossier de fichiers CSV',
    with: 'Partager avec qui?',
    from: 'Retirer l’accès à qui?',
    to: 'Qui prend la relève?',
    access: 'Avec quel niveau d’accès?',
    for: 'Pour quels profils?',
    kind: 'Quel type d’espace?',
    name: 'Quel nom?',
    role: 'Quels rôles?',
    school: 'Quelles écoles?',
    add: 'Qu’est-ce qui s’ajoute?',
    remove: 'Qu’est-ce qui est retiré?',
  },
  whose: { record: 'Les dossiers de qui?', space: 'Les espaces de qui?', transfer: 'Les transferts de qui?' },
  how: 'Que devient ce qu’ils ont déjà?',
  hows: {
    add: 'Ils le gardent, et quelque chose s’ajoute',
    remove: 'Une partie est retirée',
    whole: 'Ce que vous choisissez le remplace',
  },
  words: {
    read: 'lecture seule',
    write: 'lecture et écriture',
    full: 'accès complet',
    practitioner: 'intervenant·e',
    coordinator: 'coordonnateur·trice',
    administrator: 'administrateur·trice',
    manager: 'gestionnaire',
    multi: 'espace multi, autour d’un profil',
    collaborative: 'espace collaboratif, sans niveaux d’accès',
  },
  people: (people) => count(people, 'personne'),

  keys: 'Tapez pour chercher, ↑↓ pour parcourir, Entrée pour choisir, Échap pour revenir',
  keysOfMany: 'Tapez pour chercher; ↑↓ parcourir, espace cocher, Entrée choisir, Échap revenir',
  keysOfFew: '↑↓ pour parcourir, Entrée pour choisir, Échap pour revenir',
  loading: 'Recherche en cours…',
  none: 'Aucun résultat',
  noneOwn:
    'Le rôle d’administrateur n’ouvre rien par lui-même : recommencez avec --as owner, ou tapez ce que vous cherchez',
  asTyped: (typed) => `${typed}  tel quel : il n’est pas dans la liste`,
  taken: (taken) => count(taken, 'choix', 'choix'),
  empty: 'Tapez quelque chose, ou Échap pour revenir',
  equivalent: 'La même chose, sans question :',
};
