import type { refusals as english } from '../en/refusals.ts';
import type { Translated } from '../translated.ts';
import { refusalsOfPeople } from './refusals-people.ts';
import { refusalsOfSpaces } from './refusals-spaces.ts';
import { refusalsOfTransfers } from './refusals-transfers.ts';
import { agree, listed } from './words.ts';

const acting = (couldActAs: boolean, without: string) =>
  couldActAs ? 'votre jeton permet d’agir en son nom : ajoutez --as owner' : without;
const ASK = 'demandez-le à la personne responsable';

/** What is said of a row that a rule refuses: why, and what would help. Never a name. */
export const refusals: Translated<typeof english> = {
  ...refusalsOfTransfers,
  'not-seen': ({ couldActAs }) => ({
    message: 'vous voyez trop peu de ce dossier pour en changer les partages',
    hint: acting(couldActAs, ASK),
  }),
  'not-allowed': ({ couldActAs }) => ({
    message: 'seule la personne responsable, ou qui a un accès complet, peut changer les partages',
    hint: acting(couldActAs, ASK),
  }),
  'owner-inactive': () => ({
    message: 'l’accès de la personne responsable n’est pas actif, et nul ne peut alors agir en son nom',
    hint: 'la coordination peut transférer le dossier, ou l’administration lui redonner accès',
  }),
  suspended: () => ({
    message: 'un transfert en attente suspend l’accès de qui collabore à ce dossier',
    hint: 'il revient quand le transfert est accepté, refusé ou annulé',
  }),
  'transfer-pending': () => ({
    message: 'un transfert de ce dossier est en attente : aucun partage ne peut être ajouté ni changé',
    hint: 'attendez qu’il soit accepté, ou annulez-le',
  }),
  'transfer-pending-archive': () => ({
    message: 'un transfert de ce dossier est en attente : il ne peut pas être archivé',
    hint: 'attendez qu’il soit accepté, ou annulez-le',
  }),
  'may-not-archive': ({ couldActAs }) => ({
    message:
      'seule la personne responsable archive et réactive un dossier et, s’il n’est pas confidentiel, la coordination ou ' +
      'un·e gestionnaire de son école',
    hint: acting(couldActAs, ASK),
  }),
  'record-archived': () => ({
    message: 'le dossier est archivé : ses partages peuvent être retirés, mais ni ajoutés ni changés',
    hint: 'la personne responsable ou la coordination peut le réactiver',
  }),
  'record-deleted': () => ({
    message: 'le dossier est supprimé, et ouvert à la seule personne responsable',
    hint: 'restaurez-le d’abord',
  }),
  'grantee-is-owner': () => ({
    message: 'c’est la personne responsable du dossier, qui y a accès de toute façon',
    hint: 'enlevez la ligne',
  }),
  'grantee-not-active': ({ status }) => ({
    message:
      status === 'invited' ? 'cette personne n’a pas encore accepté son invitation' : 'ce n’est pas un membre actif',
    hint:
      status === 'invited'
        ? 'partagez-le ensuite, ou avec une équipe dont elle fait partie'
        : 'l’administration peut d’abord lui redonner accès',
  }),
  'approval-on-read': () => ({
    message: 'l’approbation ne s’exige pas de qui est en lecture seule',
    hint: 'donnez write ou full, ou laissez l’approbation de côté',
  }),
  'approval-of-team': () => ({
    message: 'l’approbation ne s’exige pas d’une équipe',
    hint: 'partagez avec chacun de ses membres, ou laissez l’approbation de côté',
  }),
  'owner-cannot-leave': () => ({
    message: 'la personne responsable ne peut pas quitter un dossier',
    hint: 'transférez-le plutôt',
  }),
  'held-through-team': ({ teams }) => ({
    message: `il est partagé par ${agree(teams.length, 'l’équipe', 'les équipes')} ${listed(teams)}, et se quitte en quittant l’équipe`,
    hint: 'l’administration décide qui fait partie d’une équipe',
  }),
  ...refusalsOfSpaces,
  ...refusalsOfPeople,
};
