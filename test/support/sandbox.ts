import { type Connection, connect } from '../../src/api/index.ts';
import { type Access, listAccess } from '../../src/contract/access.ts';
import { listMembers } from '../../src/contract/members.ts';
import type { OutboxMessage } from '../../src/contract/sandbox.ts';
import { World, type WorldInput } from '../../src/contract/world.ts';
import { all } from '../../src/reading/take.ts';
import { type RunningSandbox, startSandbox } from '../../src/sandbox/start.ts';

/** The administrator's token every test world has; it may act for others. */
export const ADMIN_TOKEN = 'test-admin-token';

/** A sandbox in memory, with what a test asks it. */
export interface TestSandbox {
  readonly sandbox: RunningSandbox;
  readonly admin: Connection;
  connectAs(token: string): Connection;
  world(): Promise<World>;
  outbox(): Promise<OutboxMessage[]>;
  /** What every member reaches of every resource, as the sandbox computes it: `member resource` to access. */
  access(): Promise<Map<string, Access>>;
  close(): Promise<void>;
}

/** Starts a sandbox in memory on a world, with a token for its first administrator. */
export async function sandboxOf(input: WorldInput): Promise<TestSandbox> {
  const administrator = input.members.find(
    (member) => member.roles.includes('administrator') && (member.status ?? 'active') === 'active',
  );
  const tokens = [
    ...(input.tokens ?? []),
    { token: ADMIN_TOKEN, member: administrator?.email ?? '', scopes: ['act-as' as const] },
  ];
  const sandbox = await startSandbox({ database: ':memory:', world: World.parse({ ...input, tokens }) });
  const open: Connection[] = [];
  const connectAs = (token: string) => {
    const connection = connect({ url: sandbox.url, token, env: {} });
    open.push(connection);
    return connection;
  };
  const admin = connectAs(ADMIN_TOKEN);
  const json = async (path: string) => (await fetch(`${sandbox.url}${path}`)).json();
  return {
    sandbox,
    admin,
    connectAs,
    world: async () => World.parse(await json('/sandbox/world')),
    outbox: async () => (await json('/sandbox/outbox')) as OutboxMessage[],
    async access() {
      const ids = (await all(admin.reader.list(listMembers))).map((member) => member.id);
      const rows = await all(admin.reader.listByFilter(listAccess, 'member', ids));
      return new Map(rows.map((row) => [`${row.member?.id} ${row.resource.type}:${row.resource.id}`, row]));
    },
    async close() {
      await Promise.all(open.map((connection) => connection.close()));
      await sandbox.close();
    },
  };
}
