import type { previewOfSpaces as english } from '../en/preview-spaces.ts';
import type { Translated } from '../translated.ts';
import { count, ofName, quoted } from './words.ts';

const KINDS = { multi: 'espace multi', collaborative: 'espace collaboratif' };
const NEW = {
  multi: (spaces: number) => count(spaces, 'nouvel espace multi', 'nouveaux espaces multi'),
  collaborative: (spaces: number) => count(spaces, 'nouvel espace collaboratif', 'nouveaux espaces collaboratifs'),
};

/** What a preview says of spaces. */
export const previewOfSpaces: Translated<typeof english> = {
  title: (id, kind, profile, label) =>
    `${id}${label ? ` ${label}` : ''}, ${KINDS[kind]}${profile ? ` pour ${profile}` : ''}`,
  newTitle: (kind, profile, label) => {
    const name = label ? ` ${profile ? label : quoted(label)}` : '';
    return `Nouvel ${KINDS[kind]}${profile ? ` pour ${profile}` : ''}${name}`;
  },
  newShort: (name) => `nouveau ${name}`,
  createdFrom: (record) => `Créé à partir de ${record}, qu’il n’ouvre à personne.`,
  createdAnother: 'Un deuxième pour ce profil, s’il en a déjà un.',
  created: (kind, spaces, creator) => `  ${NEW[kind](spaces)}, au nom de : ${creator}`,
  createdTitle: 'À créer',
  closed: 'Faire partie d’un espace n’ouvre aucun dossier, et un dossier n’ouvre aucun espace.',
  thereAlready: 'existe déjà',
  kept: (profiles) => `ont déjà un espace et le gardent : ${profiles}`,
};

/** On whose behalf spaces are changed under `--as owner`. */
export const asCreator = (people: readonly string[]): string =>
  people.length === 1 ? ` au nom ${ofName(people[0] ?? '')}, qui l’a créé` : ' au nom de qui les a créés';

/** On whose behalf spaces are created from records under `--as owner`. */
export const asRecordOwner = (people: readonly string[]): string =>
  people.length === 1
    ? ` au nom ${ofName(people[0] ?? '')}, responsable du dossier`
    : ' au nom des responsables des dossiers';
