import type { runs as english } from '../en/runs.ts';
import type { Translated } from '../translated.ts';
import { actionSaid } from './answers-history.ts';
import { moment, second } from './dates.ts';
import { agree, count, listed, number } from './words.ts';

const seconds = (ms: number): string =>
  ms < 1000 ? `${number(Math.round(ms))} ms` : `${number(Math.round(ms / 100) / 10)} s`;

/** What is said of plans and runs that are kept. */
export const runs: Translated<typeof english> = {
  verify: {
    headers: { member: 'membre', resource: 'ressource', predicted: 'prévu', observed: 'constaté' },
    transfers: ({ accepted, pending, ended, unseen }) =>
      `Transferts : ${listed([
        count(accepted, 'accepté'),
        `${number(pending)} en attente`,
        ...(ended > 0
          ? [`${count(ended, 'refusé ou annulé', 'refusés ou annulés')}, donc tout devrait être comme avant`]
          : []),
        ...(unseen > 0 ? [`${number(unseen)} hors de vue d’ici`] : []),
      ])}.`,
    pending: (target, to) => (to === null ? `${target} est en attente` : `${target} attend ${to}`),
    since: (deeds) =>
      `depuis : ${listed(deeds.map(({ who, action, at }) => `${actionSaid(action)} par ${who}, ${second(at)}`))}`,
  },
  headers: {
    id: 'exécution',
    command: 'commande',
    state: 'état',
    startedAt: 'début',
    row: 'ligne',
    action: 'action',
    target: 'cible',
    subject: 'objet',
    status: 'issue',
    message: 'message',
    code: 'code',
    retryable: 'peut être retenté',
    requestId: 'requête',
    steps: 'étapes',
    done: 'faites',
    left: 'pas faites',
  },
  states: {
    running: 'en cours',
    interrupted: 'interrompue',
    paused: 'en pause',
    done: 'faite',
    'partly-done': 'faite en partie',
    'never-begun': 'jamais commencée',
  },
  heading: (id, command, state) => `Exécution ${id} : ${command}, ${state}`,
  organization: (name, sandbox) => (sandbox ? `${name} (bac à sable)` : name),
  when: (started, ended) =>
    `${started ? `début : ${second(started)}` : 'jamais commencée'}${ended ? `; fin : ${second(ended)}` : ''}`,
  who: (email, as, reason) =>
    [
      `par ${email}`,
      ...(as === null ? [] : [as === 'owner' ? 'au nom des responsables' : `au nom de ${as}`]),
      ...(reason === null ? [] : [`motif : ${reason}`]),
    ].join(', '),
  plan: (hash, madeAt) => `plan ${hash}…, fait le ${moment(madeAt)}`,
  resumed: (at) => `reprise le ${listed(at.map(second))}`,
  undoneBy: (run, at) => `annulée par l’exécution ${run}, ${second(at)}`,
  stoppedBy: (message) => `arrêt : ${message}`,
  retries: (total, kinds) =>
    total === 0
      ? 'Aucune réponse n’est venue à une partie'
      : `${count(total, 'nouvel essai', 'nouveaux essais')} (${listed(kinds.map(([kind, times]) => `${kind} : ${number(times)}`))})`,
  retry: (outcome, waitMs) => `${outcome}, nouvel essai après ${seconds(waitMs)}`,
  found: 'puis constaté comme fait',
  pauses: (total) => `${count(total, 'pause')} de tous les envois`,
  pause: (at, ms, cause) => `${second(at)}  ${seconds(ms)}, demandée par ${cause}`,
  pausing: (ms, cause) => `L’API demande une pause de ${seconds(ms)} (${cause}).`,
  planMade: (id, madeAt, host) =>
    `Plan ${id}, fait le ${moment(madeAt)} sur ${host}. Il montre comment tout était alors; plan apply le relit.`,
  aside: {
    'plan-written': (file) => `Plan écrit dans ${file}; psyctl plan apply l’exécute.`,
    resuming: (run) => `Reprise de l’exécution ${run}.`,
    finished: (run) => `L’exécution ${run} est terminée : il ne reste rien à faire.`,
  },
  leftOut: (rows) => `De côté : ${count(rows, 'ligne repose', 'lignes reposent')} sur ce qui a changé.`,
  resumeWith: (run) => `Pour continuer : psyctl run resume ${run}`,
  undone: {
    waiting: 'pas envoyé : attend que quelqu’un accepte son invitation',
    underWay: 'pas encore envoyé : l’exécution est en cours',
    stopped: (message) => `pas envoyé : l’exécution s’est arrêtée avant (${message})`,
    interrupted: 'pas envoyé : l’exécution a été interrompue avant',
    resting: 'pas envoyé : repose sur une ligne qui n’a pas été faite',
    unsettled: (run) => `psyctl run resume ${run} le constatera; d’ici là, ne le renvoyez pas`,
    yes: 'oui',
    no: 'non',
    none: 'Toutes les lignes ont été faites.',
    left: (run, rows, kinds) =>
      `Exécution ${run} : ${count(rows, 'ligne n’a pas été faite', 'lignes n’ont pas été faites')} (${listed(kinds)}).`,
    shownBy: (run) => `Ce qui n’a pas été fait, et pourquoi : psyctl run failed ${run}`,
    resume: (run) => `psyctl run resume ${run} continue avec ce qu’elle n’a pas atteint.`,
    feedAgain: (command) => `Pour les renvoyer : ${command}`,
    anew: (command) => `${command} envoie ce qui reste : ce qui est fait reste tel quel.`,
    unnamed: (steps, command) =>
      `${count(steps, 'étape n’est', 'étapes ne sont')} dans aucune ligne, faute de numéro; ${command} envoie ce qui reste.`,
  },
  kinds: (kinds) => listed(kinds.map(([kind, times]) => `${kind} : ${number(times)}`)),
  readAgain: (total) => `${count(total, 'nouvel essai', 'nouveaux essais')} de simples lectures`,
  none: 'Il n’y a aucune exécution.',
  doneOf: (done, of) => `${number(done)}/${number(of)}`,
  sealed: (run, seal) =>
    `Archive de l’exécution ${run}, scellée ${seal} : gardez ce sceau ailleurs, et l’on pourra dire si une copie est intacte.`,
  archived: (run, file, seal) => `L’exécution ${run} est archivée dans ${file}, scellée ${seal}.`,
  prune: {
    would: (runs) => (runs === 0 ? 'Il n’y a rien à supprimer.' : `${count(runs, 'exécution')} à supprimer.`),
    removed: (runs) => `${count(runs, 'exécution supprimée', 'exécutions supprimées')}.`,
    unfinished: (runs) =>
      `${count(runs, 'exécution aussi ancienne est gardée', 'exécutions aussi anciennes sont gardées')}, faute d’être ${agree(runs, 'terminée')}; --unfinished ${runs === 1 ? 'la' : 'les'} supprime aussi.`,
    confirm: (runs) => `Supprimer définitivement ${count(runs, 'exécution')}?`,
  },
};
