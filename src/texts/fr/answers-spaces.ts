import type { spaceAnswers as english, profileAnswers as englishOfProfiles } from '../en/answers-spaces.ts';
import type { Translated } from '../translated.ts';
import { preview } from './preview.ts';
import { count, number } from './words.ts';

/** What answers about spaces and profiles say. */
export const spaceAnswers: Translated<typeof english> = {
  headers: {
    id: 'espace',
    kind: 'type',
    name: 'nom',
    profile: 'profil',
    creator: 'créé par',
    people: 'personnes',
  },
  kind: { multi: 'espace multi', collaborative: 'collaboratif' },
  kindMeans: {
    multi: 'espace multi : on en fait partie avec un niveau; qui l’a créé ou a l’accès complet en décide',
    collaborative: 'espace collaboratif : on en fait partie ou non; qui en fait partie peut y inviter',
  },
  nothingOwn: 'On ne liste que les espaces dont on fait partie : --as MEMBER liste ceux de quelqu’un d’autre.',
  unseen: 'Vous n’en faites pas partie : d’un tel espace, on ne sait que qui l’a créé.',

  labels: {
    kind: 'Type',
    profile: 'Profil',
    creator: 'Créé par',
    record: 'À partir de',
    members: 'Membres',
    people: 'Personnes',
  },
  noProfile: 'aucun',
  noRecord: 'aucun dossier',
  people: (people) => `${count(people, 'personne')} pour l’instant; access who les nomme`,
  in: (who, level) => (level === null ? who : `${who} : ${preview.level(level)}`),
  creator: (who) => `${who} (l’a créé)`,
  team: (name, people) => `équipe ${name}${people === null ? '' : ` (${number(people)})`}`,
  opensNothing: 'En faire partie n’ouvre aucun dossier, et l’accès à un dossier n’ouvre aucun de ses espaces.',
  noServiceRecords: 'Un espace sert à travailler ensemble; ce qui relève du dossier de service n’y a pas sa place.',
  ownNotes: 'Les notes confidentielles y sont visibles seulement pour qui les a écrites.',
};

/** What answers about profiles say. */
export const profileAnswers: Translated<typeof englishOfProfiles> = {
  headers: { key: 'profil', name: 'nom', school: 'école', multiSpace: 'espace multi' },
  noSchool: 'aucune',
  namesUnseen:
    'Les noms sont ceux des profils pour lesquels vous pouvez créer un espace : les autres sont hors de votre vue.',
};
