import { count, listed, number } from './words.ts';

const seconds = (ms: number): string =>
  ms < 1000 ? `${number(Math.round(ms))} ms` : `${number(Math.round(ms / 100) / 10)} s`;

/** What is said of plans and runs that are kept. */
export const runs = {
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
  },
  states: {
    running: 'running',
    interrupted: 'interrupted',
    paused: 'paused',
    done: 'done',
    'partly-done': 'partly done',
  },
  heading: (id: string, command: string, state: string) => `Run ${id}: ${command}, ${state}`,
  organization: (name: string, sandbox: boolean) => (sandbox ? `${name} (sandbox)` : name),
  when: (started: string | null, ended: string | null) =>
    `${started ? `begun ${started}` : 'never begun'}${ended ? `, ended ${ended}` : ''}`,
  who: (email: string, as: string | null, reason: string | null) =>
    [
      `by ${email}`,
      ...(as === null ? [] : [as === 'owner' ? 'for the owners' : `for ${as}`]),
      ...(reason === null ? [] : [`because: ${reason}`]),
    ].join(', '),
  plan: (hash: string, madeAt: string) => `plan ${hash}…, made ${madeAt}`,
  resumed: (at: readonly string[]) => `resumed ${listed(at)}`,
  stoppedBy: (message: string) => `stopped: ${message}`,
  retries: (total: number, kinds: readonly (readonly [string, number])[]) =>
    `${count(total, 'retry', 'retries')} (${listed(kinds.map(([kind, times]) => `${kind}: ${number(times)}`))})`,
  retry: (outcome: number | string, waitMs: number) => `${outcome}, again after ${seconds(waitMs)}`,
  found: 'then found to be done',
  pauses: (total: number) => `${count(total, 'pause')} of all that was sent`,
  pause: (at: string, ms: number, cause: number | string) => `${at}  ${seconds(ms)}, asked for with ${cause}`,
  pausing: (ms: number, cause: number | string) => `The API asks for a pause of ${seconds(ms)} (${cause}).`,
  planMade: (id: string, madeAt: string, host: string) =>
    `Plan ${id}, made ${madeAt} on ${host}. It shows how things stood then; plan apply reads them again.`,
  aside: {
    'plan-written': (file: string) => `Plan written to ${file}; psyctl plan apply carries it out.`,
    resuming: (run: string) => `Going on with run ${run}.`,
    finished: (run: string) => `Run ${run} is finished: nothing is left to do.`,
  },
  leftOut: (rows: number) => `Left out: ${count(rows, 'row rests', 'rows rest')} on what has moved.`,
  resumeWith: (run: string) => `Go on with: psyctl run resume ${run}`,
};
