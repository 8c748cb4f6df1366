import { type Connection, connect } from '../../src/api/index.ts';
import { listMembers } from '../../src/contract/members.ts';
import { listRecords, setShare } from '../../src/contract/records.ts';
import { Failure } from '../../src/failures/failure.ts';
import { all } from '../../src/reading/take.ts';
import type { TestSandbox } from './sandbox.ts';
import { address } from './town.ts';

/** Somebody who shares R-1 with Bob through a proxy, and tries it but once. */
export interface Sharing {
  readonly connection: Connection;
  /** Puts the sandbox back as it was, and has the way to it meddled with by nobody. */
  begin(): Promise<void>;
  /** Shares it: how that ended for whoever asked, and whether it was done. */
  share(): Promise<[string, boolean]>;
  /** Where that is sent to. */
  path(): string;
}

/** Connects Alice to a sandbox through a proxy; nothing is tried again. */
export function sharingThrough(proxy: { readonly url: string; meddle(): void }, test: TestSandbox): Sharing {
  const persistence = { attempts: 1, putOffs: 0 };
  const connection = connect({ url: proxy.url, token: 'token-alice', env: {}, persistence });
  let ids = { record: '', bob: '' };
  return {
    connection,
    async begin() {
      proxy.meddle();
      await fetch(`${test.sandbox.url}/sandbox/reset`, { method: 'POST' });
      const [first] = await all(connection.reader.listByFilter(listRecords, 'number', ['R-1']));
      const [bob] = await all(connection.reader.listByFilter(listMembers, 'email', [address('bob')]));
      ids = { record: first?.id ?? '', bob: bob?.id ?? '' };
    },
    path: () => `/v1/records/${ids.record}/shares/${ids.bob}`,
    async share() {
      const ended = await connection.changer
        .change(setShare, { params: { id: ids.record, granteeId: ids.bob }, body: { access: 'read' } })
        .then(
          () => 'done',
          (error) => {
            if (error instanceof Failure) return error.code;
            throw error;
          },
        );
      const { records } = await test.world();
      const shares = records.find(({ number }) => number === 'R-1')?.shares ?? [];
      return [ended, shares.some((share) => share.with === address('bob'))];
    },
  };
}
