import type { undo as english } from '../en/undo.ts';
import type { Translated } from '../translated.ts';
import { actionSaid } from './answers-history.ts';
import { second } from './dates.ts';
import { agree, count, listed } from './words.ts';

/** What is said of a run that is undone. */
export const undo: Translated<typeof english> = {
  undoes: (run) => `Annule l’exécution ${run}.`,
  already: (rows) => `${count(rows, 'ligne est', 'lignes sont')} déjà comme avant l’exécution.`,
  title: {
    reversed: (rows) => `Rétabli (${count(rows, 'ligne')})`,
    'somebody-else': (rows) => `Demande quelqu’un d’autre (${count(rows, 'ligne')})`,
    impossible: (rows) => `Ne peut être annulé (${count(rows, 'ligne')})`,
  },
  told: (why, who) => (who === null ? why : `${why}; ${who} pourrait le rétablir :`),
  why: {
    step: 'est rétabli',
    'with-row': (row) => `va avec la ligne ${row}`,
    already: 'est comme avant l’exécution',
    changed: (by) =>
      by.length === 0
        ? 'a été modifié depuis par d’autres, et reste tel quel'
        : `a été modifié depuis, et reste tel quel : ${listed(by.map(({ who, action, at }) => `${actionSaid(action)} par ${who}, ${second(at)}`))}`,
    gone: 'n’existe plus, ou ne peut plus être vu',
    'not-theirs': (rule) =>
      rule === null ? 'qui l’a fait ne peut pas le rétablir' : `qui l’a fait ne peut pas le rétablir : ${rule}`,
    refused: (rule) => `une règle l’interdit dans l’état actuel : ${rule}`,
    'given-to-team': 'avait été donné à l’équipe, et a fini avec elle',
    'given-unseen': (things) =>
      `avait aussi été donné à l’équipe, dans ${count(things, 'dossier')} dont personne n’est informé tant qu’un transfert le suspend : demandez aux responsables`,
    accepted: 'a été accepté, et revient à sa nouvelle personne responsable',
    'share-ended': 'le partage qu’avait la nouvelle personne responsable a pris fin à l’acceptation',
    destroyed: (items, unknown, appointments) =>
      [
        ...(items.length > 0 || unknown
          ? [`détruit définitivement : ${listed([...items, ...(unknown ? ['ce qui ne peut être compté d’ici'] : [])])}`]
          : []),
        ...(appointments === 0
          ? []
          : [
              appointments === null
                ? 'des rendez-vous ont été annulés, et la clientèle prévenue'
                : `${count(appointments, 'rendez-vous a été annulé', 'rendez-vous ont été annulés')}, et la clientèle prévenue`,
            ]),
      ].join('; '),
    sender: 'seul qui l’a envoyé peut le renvoyer tel qu’il était',
    'space-stays': 'un espace ne peut être supprimé : il reste',
    'name-taken': 'une autre équipe porte ce nom maintenant',
    'only-wrote': 'n’a fait qu’écrire de nouveau à quelqu’un',
    'unknown-outcome': 'on ne peut savoir si c’est fait',
    written: (emails) =>
      `${count(emails, 'courriel a été envoyé', 'courriels ont été envoyés')}, et ne ${agree(emails, 'peut être repris', 'peuvent être repris')}`,
  },
};
