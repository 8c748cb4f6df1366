import { Failure } from '../failures/failure.ts';

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

/**
 * The certificates a file holds (PEM), for a person who named it; Node itself would pass over what is none.
 * @throws Failure `bad-certificates`
 */
export async function certificatesIn(pem: string, file: string): Promise<string[]> {
  const { X509Certificate } = await import('node:crypto');
  const found = pem.match(CERTIFICATE) ?? [];
  if (found.length === 0) throw new Failure('bad-certificates', { file, problem: 'none' });
  for (const one of found) {
    try {
      new X509Certificate(one);
    } catch {
      throw new Failure('bad-certificates', { file, problem: 'malformed' });
    }
  }
  return found;
}

/** The certificates trusted where nobody says otherwise: naming others replaces these, so they have to be named too. */
export async function usualCertificates(env: Readonly<Record<string, string | undefined>>): Promise<string[]> {
  const tls: typeof import('node:tls') & { getCACertificates?: (type: 'default') => string[] } = await import(
    'node:tls'
  );
  // Since Node 22.15: also those of the system, and of NODE_EXTRA_CA_CERTS, where they are used.
  if (tls.getCACertificates) return tls.getCACertificates('default');
  return [...tls.rootCertificates, ...(await extraCertificates(env['NODE_EXTRA_CA_CERTS']))];
}

async function extraCertificates(file: string | undefined): Promise<string[]> {
  if (!file) return [];
  const { readFile } = await import('node:fs/promises');
  // Node has said already that it can't be read, and goes on without.
  return (await readFile(file, 'utf8').catch(() => '')).match(CERTIFICATE) ?? [];
}
