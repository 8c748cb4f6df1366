import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { randomOf } from '../../src/sandbox/random.ts';

/**
 * What a bad line does: reset the connection before anything of a request is through, or in the middle of the request,
 * so that no change is made; swallow the answer, or reset in its middle, so that the change was made; or hold a request up.
 */
export const CUTS = ['drops', 'cutsRequest', 'swallowsAnswer', 'cutsAnswer', 'delays'] as const;
export type Cut = (typeof CUTS)[number];

/** Decides what becomes of a request and its answer; undefined: both go through. */
export type Drawing = () => Cut | undefined;

/** A line between psyctl and a server: it knows of connections and bytes, and nothing of what they say. */
export interface TcpProxy {
  readonly url: string;
  /** How often each cut has taken place. */
  readonly cuts: Readonly<Record<Cut, number>>;
  /** Draws otherwise from now on; all goes through without. */
  meddle(draw?: Drawing): void;
  close(): Promise<void>;
}

/** How long a request is held up, in milliseconds. */
const DELAY_MS = 30;

const noCut: Drawing = () => undefined;

/** Starts a line to a server, with nothing cut. */
export async function tcpProxy(target: string): Promise<TcpProxy> {
  const { hostname, port } = new URL(target);
  const cuts: Record<Cut, number> = { drops: 0, cutsRequest: 0, swallowsAnswer: 0, cutsAnswer: 0, delays: 0 };
  const open = new Set<Socket>();
  let current = noCut;
  const server = createServer((near) => {
    open.add(near);
    near.on('close', () => open.delete(near));
    carry(near, connect(Number(port), hostname), { draw: () => current(), count: (cut) => void cuts[cut]++ });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cuts,
    meddle(draw = noCut) {
      current = draw;
    },
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise<void>((closed) => server.close(() => closed()));
    },
  };
}

interface Cutting {
  readonly draw: Drawing;
  readonly count: (cut: Cut) => void;
}

/** Carries what is said over one connection, where nobody asks again before the answer has begun. */
function carry(near: Socket, far: Socket, { draw, count }: Cutting): void {
  let cut: Cut | undefined;
  let asks = false;
  const reset = (why: Cut) => {
    count(why);
    near.resetAndDestroy();
    far.resetAndDestroy();
  };
  const halfOf = (bytes: Buffer) => bytes.subarray(0, bytes.length / 2);

  near.on('data', (bytes) => {
    const begins = !asks;
    asks = true;
    if (begins) cut = draw();
    if (cut === 'drops') return reset(cut);
    if (cut === 'cutsRequest') {
      near.pause();
      far.write(halfOf(bytes), () => reset('cutsRequest'));
    } else if (begins && cut === 'delays') {
      count(cut);
      near.pause();
      setTimeout(() => {
        far.write(bytes);
        near.resume();
      }, DELAY_MS);
    } else far.write(bytes);
  });
  far.on('data', (bytes) => {
    asks = false;
    if (cut === 'swallowsAnswer') return reset(cut);
    if (cut === 'cutsAnswer') {
      far.pause();
      near.write(halfOf(bytes), () => reset('cutsAnswer'));
    } else near.write(bytes);
  });
  for (const [one, other] of [
    [near, far],
    [far, near],
  ] as const)
    one
      .on('end', () => other.end())
      .on('error', () => other.destroy())
      .on('close', () => other.destroy());
}

/** Draws cuts: the same ones for the same seed, one after the other, each as likely as `rate` says, from 0 to 0.2. */
export function cutsOf(seed: number, rate: number): Drawing {
  const random = randomOf(seed);
  return () => CUTS[Math.floor(random() / rate)];
}
