import { generate } from 'selfsigned';

/** A certificate and its key, as PEM. */
export interface Pair {
  readonly cert: string;
  readonly key: string;
}

/** Who vouches for others. */
export interface Authority extends Pair {
  /** A certificate for 127.0.0.1 and psylio.invalid, or for other names; valid for a month, or until then. */
  vouchFor(names?: readonly string[], validTo?: Date): Promise<Pair>;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const days = (from: Date, number: number) => new Date(from.getTime() + number * DAY_MS);
const yesterday = () => days(new Date(), -1);

/** A certificate authority nobody knows. Made without openssl, which not every machine has. */
export async function authority(name = 'psyctl test authority'): Promise<Authority> {
  const own = await generate([{ name: 'commonName', value: name }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: days(new Date(), -60),
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, critical: true },
    ],
  });
  return {
    cert: own.cert,
    key: own.private,
    async vouchFor(names = ['127.0.0.1', 'psylio.invalid'], validTo = days(new Date(), 30)) {
      const altNames = names.map((one) =>
        /^[\d.]+$/.test(one) ? { type: 7 as const, ip: one } : { type: 2 as const, value: one },
      );
      const made = await generate([{ name: 'commonName', value: 'psyctl test server' }], {
        keyType: 'ec',
        algorithm: 'sha256',
        notBeforeDate: validTo < new Date() ? days(validTo, -1) : yesterday(),
        notAfterDate: validTo,
        ca: { key: own.private, cert: own.cert },
        extensions: [{ name: 'subjectAltName', altNames }],
      });
      return { cert: made.cert, key: made.private };
    },
  };
}
