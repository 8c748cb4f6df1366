import { Pool } from 'undici';
import { connect } from '../../src/api/index.ts';
import { listMembers } from '../../src/contract/members.ts';
import { listRecords } from '../../src/contract/records.ts';
import { all } from '../../src/reading/take.ts';
import type { SandboxProcess } from './sandbox-process.ts';
import type { Kind, YearEnd } from './year-end-world.ts';

/** A change as it goes over the network, with nothing that makes it safe. */
export interface BareChange {
  readonly method: 'PUT' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The changes of a kind, each on behalf of the record's owner. */
export async function bareChanges(kind: Kind, { url, token }: SandboxProcess, yearEnd: YearEnd): Promise<BareChange[]> {
  const { reader, close } = connect({ url, token, env: {} });
  const records = await all(reader.listByFilter(listRecords, 'number', yearEnd.numbers));
  const [colleague] = await all(reader.listByFilter(listMembers, 'email', [yearEnd.colleague]));
  await close();
  const to = colleague?.id ?? '';
  return records.map(({ id, owner }): BareChange => {
    const headers = {
      authorization: `Bearer ${token}`,
      'act-as': owner?.id ?? '',
      'content-type': 'application/json',
    };
    return kind === 'shares'
      ? { method: 'PUT', path: `/v1/records/${id}/shares/${to}`, headers, body: '{"access":"read"}' }
      : {
          method: 'POST',
          path: '/v1/transfers',
          headers,
          body: JSON.stringify({ record: id, to, include: [], keepCopy: true }),
        };
  });
}

/** Milliseconds a bare undici pool takes for some changes, as anybody would send them who cares for nothing but speed. */
export async function barePool(url: string, changes: readonly BareChange[], connections: number): Promise<number> {
  const pool = new Pool(url, { connections });
  const begun = performance.now();
  let next = 0;
  const worker = async () => {
    for (let change = changes[next++]; change; change = changes[next++]) {
      const answer = await pool.request(change);
      await answer.body.text();
      if (answer.statusCode > 201) throw new Error(`a bare change got ${answer.statusCode}`);
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  const ms = performance.now() - begun;
  await pool.close();
  return ms;
}
