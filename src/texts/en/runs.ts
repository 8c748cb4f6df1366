import { moment, second } from './dates.ts';
import { count, listed, number } from './words.ts';

const seconds = (ms: number): string =>
  ms < 1000 ? `${number(Math.round(ms))} ms` : `${number(Math.round(ms / 100) / 10)} s`;

/** What has become of the transfers of a run, in numbers. */
interface TransferFates {
  readonly accepted: number;
  readonly pending: number;
  readonly ended: number;
  readonly unseen: number;
}

/** What is said of plans and runs that are kept. */
export const runs = {
  verify: {
    headers: { member: 'member', resource: 'resource', predicted: 'predicted', observed: 'observed' },
    transfers: ({ accepted, pending, ended, unseen }: TransferFates) =>
      `Transfers: ${listed([
        `${number(accepted)} accepted`,
        `${number(pending)} pending`,
        ...(ended > 0 ? [`${number(ended)} declined or cancelled, so that everyone should be as before`] : []),
        ...(unseen > 0 ? [`${number(unseen)} not to be seen from here`] : []),
      ])}.`,
    pending: (target: string, to: string | null) =>
      to === null ? `${target} is pending` : `${target} waits for ${to}`,
    since: (deeds: readonly { readonly who: string; readonly action: string; readonly at: string }[]) =>
      `since then: ${listed(deeds.map(({ who, action, at }) => `${action} by ${who}, ${second(at)}`))}`,
  },
  headers: {
    id: 'run',
    command: 'command',
    state: 'state',
    startedAt: 'started',
    row: 'row',
    action: 'action',
    target: 'target',
    subject: 'subject',
    status: 'status',
    message: 'message',
    code: 'code',
    retryable: 'retryable',
    requestId: 'request',
    steps: 'steps',
    done: 'done',
    left: 'not done',
  },
  states: {
    running: 'running',
    interrupted: 'interrupted',
    paused: 'paused',
    done: 'done',
    'partly-done': 'partly done',
    'never-begun': 'never begun',
  },
  heading: (id: string, command: string, state: string) => `Run ${id}: ${command}, ${state}`,
  organization: (name: string, sandbox: boolean) => (sandbox ? `${name} (sandbox)` : name),
  when: (started: string | null, ended: string | null) =>
    `${started ? `begun ${second(started)}` : 'never begun'}${ended ? `, ended ${second(ended)}` : ''}`,
  who: (email: string, as: string | null, reason: string | null) =>
    [
      `by ${email}`,
      ...(as === null ? [] : [as === 'owner' ? 'for the owners' : `for ${as}`]),
      ...(reason === null ? [] : [`because: ${reason}`]),
    ].join(', '),
  plan: (hash: string, madeAt: string) => `plan ${hash}…, made ${moment(madeAt)}`,
  resumed: (at: readonly string[]) => `resumed ${listed(at.map(second))}`,
  undoneBy: (run: string, at: string) => `undone by run ${run}, ${second(at)}`,
  stoppedBy: (message: string) => `stopped: ${message}`,
  retries: (total: number, kinds: readonly (readonly [string, number])[]) =>
    total === 0
      ? 'No answer came to some of it'
      : `${count(total, 'retry', 'retries')} (${listed(kinds.map(([kind, times]) => `${kind}: ${number(times)}`))})`,
  retry: (outcome: number | string, waitMs: number) => `${outcome}, again after ${seconds(waitMs)}`,
  found: 'then found to be done',
  pauses: (total: number) => `${count(total, 'pause')} of all that was sent`,
  pause: (at: string, ms: number, cause: number | string) => `${second(at)}  ${seconds(ms)}, asked for with ${cause}`,
  pausing: (ms: number, cause: number | string) => `The API asks for a pause of ${seconds(ms)} (${cause}).`,
  planMade: (id: string, madeAt: string, host: string) =>
    `Plan ${id}, made ${moment(madeAt)} on ${host}. It shows how things stood then; plan apply reads them again.`,
  aside: {
    'plan-written': (file: string) => `Plan written to ${file}; psyctl plan apply carries it out.`,
    resuming: (run: string) => `Going on with run ${run}.`,
    finished: (run: string) => `Run ${run} is finished: nothing is left to do.`,
  },
  leftOut: (rows: number) => `Left out: ${count(rows, 'row rests', 'rows rest')} on what has moved.`,
  resumeWith: (run: string) => `Go on with: psyctl run resume ${run}`,
  undone: {
    waiting: 'not sent: it waits for somebody to accept their invitation',
    underWay: 'not sent yet: the run is under way',
    stopped: (message: string) => `not sent: the run stopped before (${message})`,
    interrupted: 'not sent: the run was interrupted before',
    resting: 'not sent: it rests on a row that was not done',
    unsettled: (run: string) => `psyctl run resume ${run} finds out; until then don’t send it again`,
    yes: 'yes',
    no: 'no',
    none: 'Every row was done.',
    left: (run: string, rows: number, kinds: readonly string[]) =>
      `Run ${run}: ${count(rows, 'row was', 'rows were')} not done (${listed(kinds)}).`,
    shownBy: (run: string) => `What was not done, and why: psyctl run failed ${run}`,
    resume: (run: string) => `psyctl run resume ${run} goes on with what it has not come to.`,
    feedAgain: (command: string) => `Feed them again with: ${command}`,
    anew: (command: string) => `${command} sends what is left: what is done is left as it is.`,
    unnamed: (steps: number, command: string) =>
      `${count(steps, 'step is', 'steps are')} in no row, for want of a number; ${command} sends what is left.`,
  },
  kinds: (kinds: readonly (readonly [string, number])[]) =>
    listed(kinds.map(([kind, times]) => `${kind}: ${number(times)}`)),
  readAgain: (total: number) => `${count(total, 'retry', 'retries')} of what was only read`,
  none: 'There are no runs.',
  doneOf: (done: number, of: number) => `${number(done)}/${number(of)}`,
  sealed: (run: string, seal: string) =>
    `Archive of run ${run}, sealed ${seal}: keep that elsewhere, and it can be told whether a copy is unchanged.`,
  archived: (run: string, file: string, seal: string) => `Run ${run} is archived in ${file}, sealed ${seal}.`,
  prune: {
    would: (runs: number) => (runs === 0 ? 'There is nothing to remove.' : `${count(runs, 'run')} to remove.`),
    removed: (runs: number) => `Removed ${count(runs, 'run')}.`,
    unfinished: (runs: number) =>
      `Kept, since ${runs === 1 ? 'it isn’t' : 'they aren’t'} finished: ${count(runs, 'run')} as old; --unfinished removes ${runs === 1 ? 'it' : 'them'} too.`,
    confirm: (runs: number) => `Remove ${count(runs, 'run')} for good?`,
  },
};
