import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { Examined } from '../../api/examine.ts';
import { isLoopback, PROXY_FLAG, type Way } from '../../api/proxies.ts';
import { EXIT } from '../../failures/exit.ts';
import type { Texts } from '../../texts/index.ts';
import { type Finding, fail, ok, warn } from './finding.ts';

/** Whether the host's name can be looked up; behind a proxy that of the proxy, which looks up all others. */
export async function dnsFinding(base: URL, { proxy }: Way, { doctor }: Texts): Promise<Finding> {
  const host = (proxy?.url ?? base).hostname.replace(/^\[|\]$/g, '');
  if (isIP(host)) return ok('dns', doctor.noName(host));
  try {
    const addresses = (await lookup(host, { all: true })).map(({ address }) => address);
    return ok('dns', doctor.name(host, addresses));
  } catch (error) {
    return { ...fail('dns', doctor.unknownName(host, (error as NodeJS.ErrnoException).code ?? '')), exit: EXIT.notNow };
  }
}

/** Which way requests go, and whether it leads anywhere. */
export function proxyFinding({ ended }: Examined, way: Way, { doctor }: Texts): Finding {
  if (!way.proxy) return ok('proxy', doctor.direct[way.why]);
  const { by, url } = way.proxy;
  // Its credentials are left out.
  const proxy = `${url.protocol}//${url.host}`;
  if (ended.kind === 'answered' || ended.reason === 'untrusted') return ok('proxy', doctor.proxy(proxy, by));
  const status = /^proxy answered (\d+)$/.exec(ended.cause)?.[1];
  if (status === '407') return fail('proxy', doctor.closedProxy(proxy, by === PROXY_FLAG ? 'HTTPS_PROXY' : by));
  const said = status === undefined ? doctor.silentProxy(proxy, by, ended.cause) : doctor.proxyRefuses(proxy, status);
  return { ...fail('proxy', said), exit: EXIT.notNow };
}

const EXPIRES_SOON_DAYS = 14;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Whether what goes over the network is encrypted, and the other side is who it says; `caFile` is trusted besides. */
export function tlsFinding(base: URL, examined: Examined, caFile: string | null, { doctor }: Texts): Finding[] {
  const { ended, certificate } = examined;
  if (base.protocol === 'http:') {
    return [isLoopback(base) ? ok('tls', doctor.unencryptedHere) : warn('tls', doctor.unencrypted(base.host))];
  }
  if (ended.kind === 'broke') {
    if (ended.reason !== 'untrusted') return [];
    return [{ ...fail('tls', doctor.untrusted(ended.cause, certificate?.issuer ?? null, caFile)), exit: EXIT.notNow }];
  }
  if (!certificate) return [ok('tls', doctor.encrypted)];
  const { issuer, validTo } = certificate;
  const days = Math.floor((validTo.getTime() - Date.now()) / DAY_MS);
  return [
    days < EXPIRES_SOON_DAYS
      ? warn('tls', doctor.expiresSoon(issuer, days))
      : ok('tls', doctor.certificate(issuer, validTo.toISOString(), caFile)),
  ];
}

const TOLERABLE_MS = 60_000;
const TOO_MUCH_MS = 5 * 60_000;

/** How far this computer's clock is from the server's, where the server says. */
export function clockFinding({ aheadMs }: Examined, { doctor }: Texts): Finding[] {
  if (aheadMs === null) return [];
  const off = Math.abs(aheadMs);
  if (off <= TOLERABLE_MS) return [ok('clock', doctor.clock)];
  const said = doctor.clockIsOff(Math.round(off / 1000), aheadMs > 0);
  return [off > TOO_MUCH_MS ? fail('clock', said) : warn('clock', said)];
}
