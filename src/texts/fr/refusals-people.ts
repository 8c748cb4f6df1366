import type { refusalsOfPeople as english } from '../en/refusals-people.ts';
import type { Translated } from '../translated.ts';
import { agree, listed } from './words.ts';

const MOST = 3;
const could = (members: readonly string[]): string => {
  if (members.length === 0) return 'demandez-le à l’administration';
  const others = members.length > MOST ? ', et d’autres à l’administration' : '';
  return `${listed(members.slice(0, MOST), 'ou')} le ${agree(members.length, 'peut', 'peuvent')}${others}`;
};

/** What is said of a row about a member or a team that a rule refuses. */
export const refusalsOfPeople: Translated<typeof english> = {
  'teams-by-administrators': ({ members }) => ({
    message: 'seule l’administration change les équipes et qui en fait partie',
    hint: could(members),
  }),
  'members-by-administrators': ({ members }) => ({
    message: 'seule l’administration invite les membres, retire et redonne leur accès, et fixe leurs rôles',
    hint: could(members),
  }),
  'may-not-assign': ({ members }) => ({
    message: 'les écoles sont attribuées par l’administration, la coordination et les gestionnaires qui les ont',
    hint: could(members),
  }),
  'schools-not-held': ({ schools }) => ({
    message: `un·e gestionnaire n’ajoute et n’enlève que ses écoles, et ${listed(schools)} n’en ${agree(schools.length, 'est', 'sont')} pas`,
    hint: 'demandez-le à l’administration ou à la coordination',
  }),
  'manager-elsewhere': () => ({
    message: 'seule une organisation scolaire a des gestionnaires',
    hint: 'donnez un autre rôle',
  }),
  'no-role-left': () => ({
    message: 'un membre a au moins un rôle',
    hint: 'pour retirer son accès : psyctl member revoke',
  }),
  'last-administrators': ({ rows }) => ({
    message:
      rows > 1
        ? 'ensemble, ces lignes ne laisseraient personne pour administrer l’organisation'
        : 'c’est la dernière personne active à l’administration, et une organisation en a toujours une',
    hint: 'donnez d’abord ce rôle à quelqu’un d’autre : psyctl member set-roles MEMBER --add administrator',
  }),
  'no-seat': ({ limit }) => ({
    message: `il ne reste aucun siège : les ${limit} sont pris par des membres actifs ou des invitations`,
    hint: 'retirer l’accès d’un membre ou annuler une invitation en libère un',
  }),
  'restore-instead': () => ({
    message: 'c’est un membre dont l’accès est retiré : on le redonne, on n’invite pas',
    hint: 'psyctl member restore ramène tout ce que cette personne avait',
  }),
  'not-invited': () => ({
    message: 'c’est un membre actif : il n’y a pas d’invitation à annuler',
    hint: 'psyctl member revoke retire son accès',
  }),
  'restore-invited': () => ({
    message: 'cette personne n’a pas encore accepté son invitation : il n’y a pas d’accès à redonner',
    hint: 'psyctl member invite --resend lui écrit de nouveau',
  }),
  'not-created': () => ({
    message: 'ce dont parle cette ligne viendrait d’une autre ligne, qui est refusée',
    hint: 'corrigez d’abord cette autre ligne',
  }),
};
