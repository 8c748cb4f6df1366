import type { general as english } from '../en/general.ts';
import type { Translated } from '../translated.ts';
import { count, listed, number, within } from './words.ts';

/** Sentences that belong to no one command. */
export const general: Translated<typeof english> = {
  about: (what, said) => `${what} : ${said}`,
  failed: ({ place, message, rule, requestId }) =>
    `psyctl : ${place ? `${place} : ` : ''}${message}${rule ? ` (${rule})` : ''}${requestId ? ` [${requestId}]` : ''}`,
  tagline:
    'Administrer une tenue de dossiers à la Psylio : voir quels accès changent avant que rien ne soit envoyé, puis prouver que c’est fait.',
  usage: 'Utilisation',
  allUsage: 'psyctl NOM VERBE [options]',
  commandUsage: '[options]',
  firstTitle: 'Commandes pour commencer',
  moreTitle: 'Pour aller plus loin',
  anyCommand: 'COMMANDE',
  everyCommand: 'donner toutes les commandes',
  commandsTitle: 'Commandes',
  examplesTitle: 'Exemples',
  globalTitle: 'Options de toutes les commandes',
  changeTitle: 'Options de toutes les modifications',
  helpFlag: 'dire ce que fait et prend une commande, avec des exemples',
  versionFlag: 'afficher la version',
  nounSummary: {
    record: 'dossiers des élèves et de la clientèle, et leurs partages',
    transfer: 'dossiers en cours de transfert d’un membre à un autre',
    member: 'personnes de l’organisation',
    team: 'équipes de travail',
    space: 'espaces multi et espaces collaboratifs, et qui en fait partie',
    profile: 'profils des élèves et de la clientèle, par clé',
    onboard: 'une école entière, à partir d’un manifeste',
    plan: 'plans enregistrés plutôt qu’exécutés',
    run: 'exécutions : comment elles se sont passées, et ce qu’il en reste',
    school: 'écoles',
    organization: 'l’organisation, son forfait et ses sièges',
    access: 'qui peut ouvrir quoi, et pourquoi',
    auth: 'se connecter et se déconnecter',
    connection: 'les API que psyctl connaît',
    template: 'fichiers CSV vides à remplir',
    doctor: 'ce qui pourrait empêcher psyctl de fonctionner, et quoi faire',
    sandbox: 'une organisation pour faire des essais',
    snapshot: 'qui peut ouvrir quoi, dans un fichier',
    whoami: 'à qui appartient le jeton et ce qu’il permet',
    completion: 'la touche Tab dans un shell',
    demo: 'l’essentiel, montré dans un bac à sable à part',
  },
  flags: {
    connection: 'connexion à utiliser; sandbox existe toujours',
    'api-url': 'API à utiliser; son jeton vient de PSYCTL_TOKEN',
    as: 'agir au nom d’un membre (courriel ou identifiant), ou de la personne responsable de chaque dossier (owner)',
    reason: 'motif, pour le journal d’audit',
    output: 'text, json, ndjson, csv ou md',
    'output-file': 'écrire le résultat dans un fichier, en UTF-8',
    'csv-dialect': 'forme du CSV : rfc4180 pour les programmes, excel ou excel-fr (points-virgules) pour les gens',
    pager: 'montrer les longs tableaux page par page (PSYCTL_PAGER, PAGER ou less); --no-pager ne le fait pas',
    titles: 'montrer les titres des dossiers et les noms d’espaces et de profils même hors d’un terminal',
    quiet: 'ne dire que les résultats et les erreurs',
    verbose: 'dire ce qui est demandé à l’API, et d’où viennent les erreurs',
    color: 'auto, always ou never',
    lang: 'langue : en ou fr; sinon, celle du système',
    timeout: 'attente maximale d’une réponse, en secondes (30)',
    concurrency: 'nombre de requêtes menées de front (8)',
    rate: 'nombre maximal de requêtes par seconde',
    'ca-file': 'certificats à reconnaître en plus des certificats habituels (PEM)',
    proxy: 'mandataire par lequel passer, au lieu de celui que nomment HTTPS_PROXY ou HTTP_PROXY',
  },
  changeFlags: {
    csv: 'fichier d’une modification par ligne; - pour l’entrée standard',
    'dry-run': 's’arrêter après l’aperçu : rien n’est envoyé',
    out: 'écrire le plan dans un fichier au lieu de l’exécuter',
    yes: 'consentir sans qu’une question soit posée',
    'allow-deletion': 'consentir aussi aux suppressions définitives, d’au plus N éléments si N est donné',
    'max-losses': 'nombre ou pourcentage de personnes qui peuvent perdre tout accès à un dossier (25 %)',
    'skip-refused': 'laisser de côté les lignes qu’une règle refuse et envoyer les autres',
    'detailed-exitcode': 'code de sortie 10 si l’aperçu contient des modifications',
  },

  sandboxAnnounced: (file) =>
    `Utilisation du bac à sable intégré (${file}) : aucune connexion n’est configurée.\n` +
    'Son jeton est celui de l’administration, qui n’ouvre aucun dossier : ajoutez --as owner pour agir au nom des responsables.',
  sandboxSeeded: 'Bac à sable intégré créé : CSS des Mille-Rives, inventé de bout en bout.',
  csvRecognised: (encoding, delimiter, lineEnds, rows) =>
    `${count(rows, 'ligne lue', 'lignes lues')} : ${encoding}, ${delimiter}, ${lineEnds}.`,
  encodings: {
    'utf-8': 'UTF-8',
    'utf-8-bom': 'UTF-8 avec BOM',
    'utf-16le': 'UTF-16',
    'utf-16be': 'UTF-16 (gros-boutiste)',
    'windows-1252': 'Windows-1252',
  },
  delimiters: { ',': 'virgules', ';': 'points-virgules', '\t': 'tabulations' },
  lineEnds: { lf: 'LF', crlf: 'CRLF', cr: 'CR' },
  progress: ({ done, total, failed, perSecond, secondsLeft }) => {
    const left = secondsLeft === null ? '' : `, encore ${within(secondsLeft)}`;
    const bad = failed > 0 ? `, ${count(failed, 'échec')}` : '';
    return `${number(done)} de ${count(total, 'modification')}, ${number(Math.round(perSecond))} par seconde${left}${bad}`;
  },
  noVerb: (noun, verbs) => `psyctl ${noun} demande un verbe : ${listed(verbs, 'ou')}`,
};
