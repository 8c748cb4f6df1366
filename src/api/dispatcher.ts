import type { Dispatcher } from 'undici';
import { usualCertificates } from './certificates.ts';
import { wayTo } from './proxies.ts';

/** What the connections are made with. */
export interface DispatcherOptions {
  readonly base: URL;
  /** The most connections at once. */
  readonly connections: number;
  /** For connecting, for an answer to begin, and between its pieces. */
  readonly timeoutMs: number;
  /** Certificates (PEM) trusted besides the usual ones. */
  readonly ca: readonly string[] | undefined;
  /** The proxy to use, whatever the environment says. */
  readonly proxy?: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether to take any certificate, to look at it; what holds a token never does. */
  readonly anyCertificate?: boolean | undefined;
}

/** The one dispatcher of a client: through the proxy that is named, directly otherwise and to this machine. */
export async function dispatcherFor(dispatching: DispatcherOptions): Promise<Dispatcher> {
  const { base, connections, timeoutMs } = dispatching;
  const tls = await tlsOf(dispatching);
  const options = { connections, pipelining: 1, headersTimeout: timeoutMs, bodyTimeout: timeoutMs, connect: tls };
  const { proxy } = wayTo(base, dispatching);
  if (!proxy) {
    const { default: Agent } = await import('undici/lib/dispatcher/agent.js');
    return new Agent(options);
  }
  const { Pool, ProxyAgent } = await import('./proxied.ts');
  return new ProxyAgent({
    ...options,
    uri: proxy.url.href,
    requestTls: tls,
    proxyTls: tls,
    // Left alone, a proxy that never opens the tunnel would be waited for by undici's own time-out.
    clientFactory: (origin, more) => new Pool(origin, { ...more, headersTimeout: timeoutMs, bodyTimeout: timeoutMs }),
  });
}

async function tlsOf({ timeoutMs, ca, env, anyCertificate = false }: DispatcherOptions) {
  return {
    timeout: timeoutMs,
    ...(ca === undefined ? {} : { secureContext: await contextOf(ca, env) }),
    ...(anyCertificate ? { rejectUnauthorized: false } : {}),
  };
}

/** Made once: reading all those certificates anew for each connection would take longer than most requests. */
async function contextOf(ca: readonly string[], env: DispatcherOptions['env']) {
  const { createSecureContext } = await import('node:tls');
  return createSecureContext({ ca: [...(await usualCertificates(env)), ...ca] });
}
