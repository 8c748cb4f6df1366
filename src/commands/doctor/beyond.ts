import { examine } from '../../api/examine.ts';
import { failureOfSilence } from '../../api/problem.ts';
import { wayTo } from '../../api/proxies.ts';
import { Failure } from '../../failures/failure.ts';
import type { Chosen } from '../../settings/choose.ts';
import { certificatesOf } from '../certificates.ts';
import type { Around, Opened } from '../command.ts';
import { type Finding, failed, ok, orFailure } from './finding.ts';
import { thereFindings } from './there.ts';
import { clockFinding, dnsFinding, proxyFinding, tlsFinding } from './way.ts';

/** What lies between this computer and the answer of the API: as far as one gets. */
export async function beyondFindings(on: Around, chosen: Chosen): Promise<Finding[]> {
  const opened = await orFailure(() => on.open(chosen));
  try {
    if (chosen.kind === 'api') return await findingsOn(on, chosen, opened);
    if (opened instanceof Failure) return [failed('api', opened, on.texts)];
    return await findingsOn(on, opened, opened);
  } finally {
    if (!(opened instanceof Failure)) await opened.close();
  }
}

interface Way {
  readonly url: string;
  readonly caFile: string | undefined;
}

async function findingsOn(on: Around, { url, caFile }: Way, opened: Opened | Failure): Promise<Finding[]> {
  const { texts, env, options } = on;
  const { proxy, timeoutMs } = options;
  const base = new URL(url);
  const token = opened instanceof Failure ? [failed('token', opened, texts)] : [];
  const way = await orFailure(() => wayTo(base, { proxy, env }));
  if (way instanceof Failure) return [failed('proxy', way, texts), ...token];
  const dns = await dnsFinding(base, way, texts);
  const file = options.caFile ?? caFile;
  const ca = await orFailure(async () => (file === undefined ? undefined : await certificatesOf(file)));
  if (ca instanceof Failure) return [dns, { ...failed('tls', ca, texts), hint: texts.doctor.otherCaFile }, ...token];

  const examined = await examine({ base, ca, proxy, env, timeoutMs });
  const found = [dns, proxyFinding(examined, way, texts), ...tlsFinding(base, examined, file ?? null, texts)];
  const clock = clockFinding(examined, texts);
  const { ended } = examined;
  if (ended.kind === 'answered') {
    const there = opened instanceof Failure ? [ok('api', texts.doctor.answers)] : await thereFindings(on, opened);
    return [...found, ...clock, ...there, ...token];
  }
  // What the proxy or the certificate is to blame for is told there.
  const blamed = way.proxy !== null || ended.reason === 'untrusted';
  const silence = failureOfSilence(ended, { host: base.host, timeoutMs });
  return [...found, ...clock, ...(blamed ? [] : [failed('api', silence, texts)]), ...token];
}
