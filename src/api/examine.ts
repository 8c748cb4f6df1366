import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { TLSSocket } from 'node:tls';
import { getService } from '../contract/organization.ts';
import { dispatcherFor } from './dispatcher.ts';
import { headerOf } from './headers.ts';
import { type Ended, transportOver } from './transport.ts';

/** What is examined, and how. */
export interface Examination {
  readonly base: URL;
  readonly ca: readonly string[] | undefined;
  readonly timeoutMs: number;
  readonly proxy?: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** The certificate a server shows. */
export interface Certificate {
  /** Who vouches for it. */
  readonly issuer: string;
  readonly validTo: Date;
}

/** What one request without a token says of the way to an API: any answer shows that there is one. */
export interface Examined {
  readonly ended: Ended;
  /** How far this computer's clock is ahead of the server's, in milliseconds; null where the server doesn't say. */
  readonly aheadMs: number | null;
  /** Null where the connection isn't encrypted, or there is none. */
  readonly certificate: Certificate | null;
}

/** Asks an API for what anybody may ask. Where its certificate isn't trusted, it is looked at all the same. */
export async function examine(examination: Examination): Promise<Examined> {
  const examined = await once(examination, false);
  if (examined.ended.kind === 'answered' || examined.ended.reason !== 'untrusted') return examined;
  const { certificate, aheadMs } = await once(examination, true);
  return { ...examined, certificate, aheadMs };
}

async function once(examination: Examination, anyCertificate: boolean): Promise<Examined> {
  const { base } = examination;
  let certificate: Certificate | null = null;
  const host = base.hostname.replace(/^\[|\]$/g, '');
  // With a proxy that speaks TLS itself there are two connections: the one to the API is meant.
  const onConnected = (message: unknown) => {
    const { socket, connectParams } = message as { socket: unknown; connectParams: { hostname: string } };
    if (socket instanceof TLSSocket && connectParams.hostname === host) certificate = certificateOf(socket);
  };
  subscribe('undici:client:connected', onConnected);
  const dispatcher = await dispatcherFor({ ...examination, connections: 1, anyCertificate });
  try {
    const send = transportOver({ base, token: null, dispatcher: async () => dispatcher, now: Date.now });
    const ended = await send({ method: 'GET', path: getService.path, headers: { Accept: 'application/json' } });
    return { ended, aheadMs: aheadOf(ended), certificate };
  } finally {
    unsubscribe('undici:client:connected', onConnected);
    await dispatcher.close();
  }
}

function certificateOf(socket: TLSSocket): Certificate | null {
  const certificate = socket.getPeerX509Certificate();
  if (!certificate) return null;
  const parts = new Map(certificate.issuer.split('\n').map((part) => part.split('=', 2) as [string, string]));
  const issuer = parts.get('CN') ?? parts.get('O') ?? certificate.issuer.replace(/\s+/g, ' ');
  return { issuer, validTo: new Date(certificate.validTo) };
}

function aheadOf(ended: Ended): number | null {
  if (ended.kind !== 'answered') return null;
  const said = Date.parse(headerOf(ended.headers, 'Date') ?? '');
  return Number.isNaN(said) ? null : Date.now() - said;
}
