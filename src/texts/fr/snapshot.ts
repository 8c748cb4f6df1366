import type { snapshot as english, snapshotProblems as problems } from '../en/snapshot.ts';
import { agree, count } from './words.ts';

/** `2026-11-26T12:00:00Z` as a day. */
const day = (at: string): string => at.slice(0, 10);

/** What is said of snapshots. */
export const snapshot: typeof english = {
  file: 'fichier',
  reading: (done) => `${count(done, 'dossier ou espace', 'dossiers et espaces')} ${agree(done, 'lu')}`,
  pulled: (file, read) => `${count(read, 'dossier ou espace', 'dossiers et espaces')} dans ${file}.`,
  next: (file) =>
    `Pour l’interroger : psyctl access … --snapshot ${file}. Pour répéter : psyctl sandbox start --world ${file}.`,
  asked: (puller, at, whole) =>
    `D’après un instantané pris comme ${puller} le ${day(at)}, sans qui a donné l’accès ni quand` +
    `${whole ? '.' : `; ce à quoi ${puller} n’a pas accès est inconnu.`}`,
};

/** What may keep a snapshot from answering, and what to do about it. */
export const snapshotProblems: typeof problems = {
  none: () => ['c’est un monde, mais pas un instantané', 'psyctl snapshot pull FICHIER en prend un'],
  version: () => ['cet instantané vient d’une autre version de psyctl', 'reprenez-le : psyctl snapshot pull FICHIER'],
  as: (puller) => [
    `cet instantané a été pris comme ${puller} : ce qui serait dit à d’autres est inconnu`,
    'prenez-en un avec le même --as',
  ],
  'no-history': () => [
    'inconnu : un instantané ne contient pas d’historique',
    'interrogez l’API elle-même : la même commande, sans --snapshot',
  ],
};
