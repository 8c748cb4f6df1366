import { Failure } from '../failures/failure.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** A proxy that a flag or the environment names. */
export interface Proxy {
  /** What names it: `--proxy`, or a variable. */
  readonly by: string;
  /** May hold credentials: not to be shown. */
  readonly url: URL;
}

/** Which way requests to an API go; `why`: what keeps them from a proxy. */
export type Way =
  | { readonly proxy: Proxy }
  | { readonly proxy: null; readonly why: 'none-named' | 'this-machine' | 'no-proxy' };

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;
const DEFAULT_PORT: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' };

/** Whether an API is on this machine, where no proxy is of use. */
export const isLoopback = ({ hostname }: URL): boolean => LOOPBACK.test(hostname);

/** What says which way requests go. */
export interface Directions {
  /** The proxy a flag names: it comes before the environment, `NO_PROXY` included. */
  readonly proxy?: string | undefined;
  readonly env: Env;
}

/** The flag that names a proxy. */
export const PROXY_FLAG = '--proxy';

/**
 * The way to an API, by a flag, or by `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`, in either case. A proxy for http serves
 * https too. Nothing keeps what is on this machine from being reached directly.
 * @throws Failure `bad-proxy`
 */
export function wayTo(base: URL, { proxy, env }: Directions): Way {
  if (proxy !== undefined) {
    const url = proxyUrl(PROXY_FLAG, proxy);
    // Arguments are seen by whoever lists processes, and kept with a run.
    if (url.username || url.password) throw badProxy(PROXY_FLAG, proxy, 'credentials');
    return isLoopback(base) ? { proxy: null, why: 'this-machine' } : { proxy: { by: PROXY_FLAG, url } };
  }
  const names = base.protocol === 'https:' ? ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'] : [];
  const variable = (names.length > 0 ? names : ['http_proxy', 'HTTP_PROXY']).find((name) => env[name]);
  if (variable === undefined) return { proxy: null, why: 'none-named' };
  if (isLoopback(base)) return { proxy: null, why: 'this-machine' };
  if (isExcepted(base, env['no_proxy'] ?? env['NO_PROXY'] ?? '')) return { proxy: null, why: 'no-proxy' };
  return { proxy: { by: variable, url: proxyUrl(variable, env[variable] ?? '') } };
}

/** A proxy is often named without its scheme: `proxy.example.org:3128`. */
function proxyUrl(by: string, named: string): URL {
  const text = named.includes('://') ? named : `http://${named}`;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url && /^(https?|socks5?):$/.test(url.protocol) && url.hostname) return url;
  throw badProxy(by, named, 'shape');
}

const badProxy = (by: string, named: string, problem: 'shape' | 'credentials') =>
  new Failure('bad-proxy', { by, url: named.replace(/^.*@/s, '***@'), problem });

/** Whether `NO_PROXY` names a host or what it belongs to: `example.org`, `.example.org`, `*.example.org`, `host:port`, `*`. */
function isExcepted({ hostname, port, protocol }: URL, noProxy: string): boolean {
  const at = port || DEFAULT_PORT[protocol];
  return noProxy
    .toLowerCase()
    .split(/[,\s]+/)
    .filter((entry) => entry !== '')
    .some((entry) => {
      const [, host = entry, only] = /^(.+):(\d+)$/.exec(entry) ?? [];
      if (only !== undefined && only !== at) return false;
      const domain = host.replace(/^\*?\./, '');
      return domain === '*' || hostname === domain || hostname.endsWith(`.${domain}`);
    });
}
