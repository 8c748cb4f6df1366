import type { historyAnswers as english } from '../en/answers-history.ts';
import type { Translated } from '../translated.ts';
import { moment } from './dates.ts';
import { preview } from './preview.ts';
import { ofName } from './words.ts';

/** What answers about the past of an access say: who did what, when. */
export const historyAnswers: Translated<typeof english> = {
  historyForbidden:
    'son historique est pour la personne responsable, celles qui ont un accès complet et l’administration',
  historyAsOwner: 'ajoutez --as owner pour le demander à titre de responsable',
  historyInPart:
    'D’un membre ou d’une équipe, vous voyez ce qui touche les dossiers dont vous êtes responsable ou avez l’accès complet; le reste est pour l’administration.',
  noHistory: 'Rien n’a été consigné.',
  at: moment,
  who: (actor, actingFor) => (actingFor ? `${actor} au nom ${ofName(actingFor)}` : actor),
  teamNamed: (name) => `équipe ${name}`,
  action: {
    'share.set': (level) => `partage${level}`,
    'share.remove': () => 'fin d’un partage',
    'share.leave': () => 'départ du dossier',
    'record.archive': () => 'archivage',
    'record.reactivate': () => 'réactivation',
    'transfer.send': () => 'envoi d’un transfert',
    'transfer.accept': () => 'acceptation d’un transfert',
    'transfer.decline': () => 'refus d’un transfert',
    'transfer.cancel': () => 'annulation d’un transfert',
    'transfer.reassign': () => 'réattribution d’un transfert',
    'space.create': () => 'création de l’espace',
    'space.share': (level) => `ajout à l’espace${level}`,
    'space.unshare': () => 'retrait de l’espace',
    'team.create': () => 'création de l’équipe',
    'team.rename': () => 'changement de nom de l’équipe',
    'team.delete': () => 'suppression de l’équipe',
    'team.add': () => 'ajout à l’équipe',
    'team.remove': () => 'retrait de l’équipe',
    'member.invite': () => 'invitation',
    'member.revoke': () => 'accès retiré',
    'member.restore': () => 'accès redonné',
    'member.set-roles': () => 'attribution de rôles',
    'member.assign-schools': () => 'attribution d’écoles',
  },
  actionLevel: (level) => ` (${preview.level(level)})`,
};

const ACTIONS: Readonly<Record<string, (level: string) => string>> = historyAnswers.action;

/** What was done, by the audit's name for it. */
export const actionSaid = (action: string): string => ACTIONS[action]?.('') ?? action;
