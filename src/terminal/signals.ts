/** The signals that ask psyctl to stop. */
export type StopSignal = 'SIGINT' | 'SIGTERM';

/** The part of a process that is needed. */
export type Interruptible = Pick<NodeJS.Process, 'on' | 'off' | 'exit'>;

const EXIT = { SIGINT: 130, SIGTERM: 143 } as const;

/**
 * Calls the handler at the first SIGINT or SIGTERM, so that no new work is taken up; at the second the process ends
 * at once, with 130 or 143. Gives what takes it back.
 */
export function onInterrupt(handler: (signal: StopSignal) => void, target: Interruptible = process): () => void {
  let stopping = false;
  const stop = (signal: StopSignal) => {
    if (stopping) target.exit(EXIT[signal]);
    stopping = true;
    handler(signal);
  };
  const onInt = () => stop('SIGINT');
  const onTerm = () => stop('SIGTERM');
  target.on('SIGINT', onInt);
  target.on('SIGTERM', onTerm);
  return () => {
    target.off('SIGINT', onInt);
    target.off('SIGTERM', onTerm);
  };
}
