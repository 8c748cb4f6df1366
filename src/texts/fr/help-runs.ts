import type { helpOfRuns as english } from '../en/help-runs.ts';
import type { Translated } from '../translated.ts';
import { LISTED } from './help-reading.ts';

const RUN = 'id de l’exécution, son début, ou last (la dernière)';
const FILE = 'plan que --out a écrit';

/** Help of the commands about plans and runs that are kept. */
export const helpOfRuns: Translated<typeof english> = {
  'plan show': {
    summary: 'Montrer ce que ferait un plan enregistré',
    description:
      'Tel que tout était quand il a été fait; aucune connexion n’est nécessaire. Les personnes figurent par leur courriel : le fichier ne contient ni nom de personne ni titre.',
    arguments: { FILE },
    flags: {},
    examples: [{ command: 'psyctl plan show plan.jsonl', does: 'le montre de nouveau' }],
  },
  'plan apply': {
    summary: 'Exécuter un plan enregistré, une seule fois',
    description:
      'Relit ce sur quoi le plan repose et refuse de l’exécuter si quelque chose a changé (code de sortie 5), en disant quoi, par qui et quand. Avec --resume, commence, continue, ou finit par 0 si tout est fait : une seule ligne pour un planificateur de tâches.',
    arguments: { FILE },
    flags: {
      resume: 'continuer là où l’exécution en était; finir par 0 si elle est terminée',
      'skip-stale':
        'laisser de côté les lignes qui reposent sur ce qui a changé, et envoyer les autres (code de sortie 7)',
    },
    examples: [{ command: 'psyctl plan apply plan.jsonl --yes', does: 'l’exécute' }],
  },
  'run list': {
    summary: 'Lister les exécutions conservées, la plus récente d’abord',
    description: 'Toute modification envoyée est une exécution, avec un journal de chaque requête.',
    arguments: {},
    flags: LISTED,
    examples: [{ command: 'psyctl run list', does: 'liste les exécutions' }],
  },
  'run show': {
    summary: 'Montrer comment une exécution s’est passée : l’issue de chaque ligne, les reprises, les pauses',
    description: '',
    arguments: { RUN },
    flags: {},
    examples: [{ command: 'psyctl run show last', does: 'montre la dernière' }],
  },
  'run resume': {
    summary: 'Reprendre une exécution interrompue ou en pause',
    description:
      'Ce qui a pu être envoyé est d’abord vérifié; le reste part avec les mêmes clés, pour que personne ne reçoive deux courriels. Une exécution terminée reste telle quelle, et la commande finit par 0.',
    arguments: { RUN },
    flags: {},
    examples: [{ command: 'psyctl run resume last', does: 'reprend la dernière' }],
  },
  'run undo': {
    summary: 'Rétablir ce qu’une exécution a fait, autant que possible',
    description:
      'Fait un plan comme tout autre, avec aperçu et consentement, au nom de qui l’exécution a agi. Chaque ligne est rétablie, ou demande quelqu’un d’autre (dit qui, et quelle commande), ou ne peut être annulée. Ce que d’autres ont modifié depuis reste tel quel. Une annulation est elle aussi une exécution. Code de sortie 7 si une partie est laissée de côté.',
    arguments: { RUN },
    flags: {},
    examples: [
      { command: 'psyctl run undo last --dry-run', does: 'montre ce qui en résulterait' },
      { command: 'psyctl run undo last --yes', does: 'rétablit' },
    ],
  },
  'run verify': {
    summary: 'Comparer ce qu’une exécution a prévu avec ce qui est maintenant',
    description:
      'Pour des semaines plus tard, quand les destinataires ont répondu : un transfert accepté est comparé à ce qui était prévu pour cela, un transfert refusé ou annulé à l’état d’avant. Ce qui diffère est nommé, avec ce que d’autres ont fait depuis. Code de sortie 0 si tout est accepté et conforme, 8 si quelque chose diffère, 10 tant que certains sont en attente.',
    arguments: { RUN },
    flags: {},
    examples: [{ command: 'psyctl run verify last', does: 'réexamine la dernière' }],
  },
  'run failed': {
    summary: 'Montrer les lignes d’une exécution qui n’ont pas été faites, et pourquoi',
    description:
      'Avec --csv : les lignes telles qu’elles ont été écrites, suivies des colonnes code, message et réessayable. Elles peuvent être reprises telles quelles : psyctl saute ces colonnes. Ce qui a été tapé comme arguments vient comme les lignes d’un fichier. Rien n’est envoyé, et aucune connexion n’est nécessaire.',
    arguments: { RUN },
    flags: { csv: 'en CSV, à reprendre; comme -o csv' },
    examples: [
      { command: 'psyctl run failed last', does: 'montre ce qui reste de la dernière' },
      { command: 'psyctl run failed last --csv', does: 'rend ses lignes, à corriger et à reprendre' },
    ],
  },
  'run export': {
    summary: 'Écrire l’archive d’une exécution, pour qui répond des renseignements personnels',
    description:
      'En JSON : l’empreinte du plan, la version de psyctl, qui, au nom de qui, pourquoi, quand (avec le fuseau horaire), l’organisation et l’hôte; chaque ligne avec son issue et sa requête; et de ce qui a été fait, quel accès a changé de quel niveau à quel niveau, qui a reçu un courriel (la clientèle est seulement comptée), ce qui est supprimé définitivement; les reprises, les pauses, et ce qui a été vérifié. Des numéros et les courriels des membres, jamais un titre ni le nom d’un élève ou d’une personne de la clientèle. Le sceau à la fin est le SHA-256 de tout ce qui précède, en JSON sans blancs : jq -cj "del(.seal)" FICHIER | sha256sum.',
    arguments: { RUN, FILE: 'où l’écrire; la sortie standard sinon' },
    flags: {},
    examples: [
      { command: 'psyctl run export last archive.json', does: 'écrit l’archive de la dernière exécution' },
      { command: 'psyctl run export last', does: 'l’affiche' },
    ],
  },
  'run prune': {
    summary: 'Supprimer les exécutions finies depuis longtemps',
    description:
      'Les restes d’exécutions jamais commencées partent aussi. Une exécution en cours reste; de même celle qui n’est pas terminée, sans --unfinished. Exportez d’abord ce qui doit être conservé.',
    arguments: {},
    flags: {
      'older-than': 'depuis combien de temps elles sont finies : 90d, 12w ou 2y; ou avant quel jour : 2026-01-31',
      unfinished: 'aussi celles qui sont interrompues ou en pause : elles ne pourront plus être reprises',
      'dry-run': 'montrer ce qui serait supprimé, et ne rien supprimer',
      yes: 'consentir sans qu’une question soit posée',
    },
    examples: [{ command: 'psyctl run prune --older-than 90d --dry-run', does: 'montre ce qui partirait' }],
  },
};
