import type { manual as english } from '../en/manual.ts';
import type { Translated } from '../translated.ts';

/** What pages of the manual say that help doesn't. Only the build reads it: it is no part of what psyctl loads. */
export const manual: Translated<typeof english> = {
  book: 'Manuel de psyctl',
  name: 'NOM',
  tagline: 'administrer une tenue de dossiers à la Psylio',
  synopsis: 'SYNOPSIS',
  description: 'DESCRIPTION',
  takes: 'ARGUMENTS ET OPTIONS',
  examples: 'EXEMPLES',
  example: (does) => `${does} :`,
  seeAlso: 'VOIR AUSSI',
  environmentTitle: 'ENVIRONNEMENT',
  environment: {
    PSYCTL_TOKEN: 'jeton à utiliser; il n’est jamais un argument',
    PSYCTL_API_URL: 'URL de l’API à utiliser',
    PSYCTL_CONNECTION: 'connexion à utiliser, si --connection n’en nomme aucune',
    PSYCTL_HOME: 'un seul dossier pour les réglages, les données et l’état, au lieu de ceux du système',
    PSYCTL_COMPLETION_TIMEOUT: 'temps que la complétion peut prendre pour consulter l’API, en millisecondes (300)',
    NO_COLOR: 'pas de couleur, si elle est définie',
    'HTTPS_PROXY, HTTP_PROXY, NO_PROXY': 'mandataire par lequel passer, et hôtes à joindre sans lui',
    'LC_ALL, LC_MESSAGES, LANG': 'langue, si --lang n’en dit aucune',
  },
  exitTitle: 'CODE DE SORTIE',
  exits: {
    0: 'c’est fait, ou il n’y a rien à faire, ou rien n’est refusé dans l’aperçu',
    1: 'défaut de psyctl, ou réponse de l’API qui contredit son contrat',
    2: 'option ou ligne fautive, nom inconnu ou ambigu : rien n’a été envoyé',
    3: 'une règle refuse des lignes, donc rien n’a été envoyé (un aperçu le dit aussi)',
    4: 'pas de connexion, ou jeton refusé',
    5: 'ce sur quoi le plan repose a changé : rien n’a été fait',
    6: 'il manque un consentement : ni --yes ni --allow-deletion, au-delà de --max-losses, ou pas assez de sièges',
    7: 'fait en partie : des lignes ont échoué, ont été refusées ou laissées de côté',
    8: 'les accès dont l’API fait état ne sont pas ceux qui étaient prévus',
    9: 'pas maintenant : l’API ne répond pas, ou l’exécution est en pause ou verrouillée; la même commande, ou run resume, plus tard',
    10: 'avec --detailed-exitcode, l’aperçu contient des modifications; run verify : tout n’est pas encore accepté',
    11: 'access check : non',
    12: 'access check : on ne peut pas le dire',
    130: 'interrompu; ce qui est commencé peut être repris',
    143: 'terminé de force; ce qui est commencé peut être repris',
  },
};
