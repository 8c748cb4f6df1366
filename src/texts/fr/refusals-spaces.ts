import type { refusalsOfSpaces as english } from '../en/refusals-spaces.ts';
import type { Translated } from '../translated.ts';
import { agree, listed } from './words.ts';

const acting = (couldActAs: boolean, without: string) =>
  couldActAs ? 'votre jeton permet d’agir au nom de qui l’a créé : ajoutez --as owner' : without;

/** What is said of a row about a space that a rule refuses. Never a name. */
export const refusalsOfSpaces: Translated<typeof english> = {
  'space-unseen': ({ couldActAs }) => ({
    message: 'vous ne faites pas partie de cet espace, et ne pouvez pas changer qui en fait partie',
    hint: acting(couldActAs, 'demandez-le à qui l’a créé'),
  }),
  'creator-inactive': () => ({
    message: 'l’accès de qui l’a créé n’est pas actif, et nul ne peut alors agir en son nom',
    hint: 'agissez au nom de quelqu’un d’autre qui en fait partie, avec --as MEMBER',
  }),
  'may-not-change-space': ({ couldActAs }) => ({
    message: 'seuls qui l’a créé et qui a un accès complet changent qui fait partie d’un espace multi',
    hint: acting(couldActAs, 'demandez-le à l’une de ces personnes'),
  }),
  'may-not-remove-others': ({ couldActAs }) => ({
    message: 'dans un espace collaboratif, chacun peut inviter, et seul qui l’a créé peut retirer les autres',
    hint: acting(couldActAs, 'demandez-le à qui l’a créé'),
  }),
  'collaborative-level': () => ({
    message: 'un espace collaboratif n’a pas de niveaux : on en fait partie ou non',
    hint: 'enlevez --access',
  }),
  'multi-level': () => ({
    message: 'un espace multi se partage avec un niveau',
    hint: 'dites lequel : --access read, write ou full',
  }),
  'creator-stays': () => ({
    message: 'c’est la personne qui a créé l’espace, qui ne peut pas en être retirée',
    hint: 'enlevez la ligne',
  }),
  'creator-cannot-leave': () => ({
    message: 'qui a créé un espace ne peut pas le quitter',
    hint: null,
  }),
  'in-through-team': ({ teams }) => ({
    message: `il est partagé par ${agree(teams.length, 'l’équipe', 'les équipes')} ${listed(teams)}, et se quitte en quittant l’équipe`,
    hint: 'l’administration décide qui fait partie d’une équipe',
  }),
  'record-not-read': () => ({
    message: 'un espace collaboratif se crée à partir d’un dossier que l’on peut au moins lire',
    hint: 'demandez un partage à la personne responsable, ou créez l’espace sans dossier',
  }),
  'profile-of-other-school': () => ({
    message: 'un membre crée des espaces pour les profils de ses écoles',
    hint: 'l’administration ou la coordination en crée pour tous',
  }),
  'has-multi-space': ({ mayBeAnybodys, couldActAs }) => ({
    message: 'le profil a déjà un espace multi, que vous ne voyez pas',
    hint: mayBeAnybodys
      ? acting(couldActAs, 'demandez à qui en fait partie de le partager avec vous')
      : 'demandez à qui en fait partie de le partager avec vous; --another en crée tout de même un deuxième',
  }),
  'space-not-made': () => ({
    message: 'l’espace n’est pas créé, et ne peut donc pas être partagé',
    hint: 'voyez le premier refus de la ligne',
  }),
};
