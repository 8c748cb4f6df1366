import type { Dispatcher } from 'undici';

/** What the connections are made with. */
export interface DispatcherOptions {
  readonly base: URL;
  /** The most connections at once. */
  readonly connections: number;
  /** For connecting, for an answer to begin, and between its pieces. */
  readonly timeoutMs: number;
  /** Certificates (PEM) trusted besides the usual ones. */
  readonly ca: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
}

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** A proxy is often named without its scheme: `proxy.example.org:3128`. */
function proxyUrl(named = ''): string {
  return named === '' || named.includes('://') ? named : `http://${named}`;
}

/** The one dispatcher of a client: through the proxy the environment names, directly otherwise and to this machine. */
export async function dispatcherFor({ base, connections, timeoutMs, ca, env }: DispatcherOptions): Promise<Dispatcher> {
  const tls = { timeout: timeoutMs, ...(ca === undefined ? {} : { ca: await withUsualRoots(ca) }) };
  const options = { connections, pipelining: 1, headersTimeout: timeoutMs, bodyTimeout: timeoutMs, connect: tls };
  const httpProxy = proxyUrl(env['http_proxy'] || env['HTTP_PROXY']);
  const httpsProxy = proxyUrl(env['https_proxy'] || env['HTTPS_PROXY']);
  if (LOOPBACK.test(base.hostname) || !(httpProxy || httpsProxy)) {
    const { default: Agent } = await import('undici/lib/dispatcher/agent.js');
    return new Agent(options);
  }
  const { EnvHttpProxyAgent } = await import('./proxied.ts');
  return new EnvHttpProxyAgent({
    ...options,
    // '' says none: left out, undici would look into the process's own environment.
    httpProxy,
    httpsProxy,
    noProxy: env['no_proxy'] ?? env['NO_PROXY'] ?? '',
    requestTls: tls,
    proxyTls: tls,
  });
}

/** An explicit `ca` replaces the usual roots, so they are named too. */
async function withUsualRoots(ca: string): Promise<string[]> {
  const { rootCertificates } = await import('node:tls');
  return [...rootCertificates, ca];
}
