import { afterEach } from 'vitest';
import type { OutboxMessage } from '../../src/contract/sandbox.ts';
import { World, type WorldInput } from '../../src/contract/world.ts';
import { type RunningSandbox, startSandbox } from '../../src/sandbox/start.ts';

const running: RunningSandbox[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((sandbox) => sandbox.close()));
});

/** What came back: the body is whatever a test expects it to be. */
export interface Answer {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of every shape
  body: any;
}

/** Who asks, and with what. */
export interface Asking {
  method?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

/** A sandbox as a test speaks to it: a member is named by the part of their address before the @. */
export class TestSandbox {
  constructor(
    readonly sandbox: RunningSandbox,
    readonly world: World,
  ) {}

  async ask(who: string | null, target: string, { method = 'GET', body, headers = {} }: Asking = {}): Promise<Answer> {
    const response = await fetch(this.sandbox.url + target, {
      method,
      headers: {
        ...(who && { Authorization: `Bearer token-${who}` }),
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : undefined };
  }

  /** Asks for a change, and gives the number of the rule that refused it, or the status. */
  async verdict(who: string, method: string, target: string, body?: unknown): Promise<string | number> {
    const answer = await this.ask(who, target, { method, ...(body !== undefined && { body }) });
    return answer.status === 422 ? answer.body.rule : answer.status;
  }

  async etag(who: string, target: string): Promise<string | null> {
    return (await this.ask(who, target)).headers.get('ETag');
  }

  share(
    who: string,
    record: string,
    grantee: string,
    body: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    return this.ask(who, `/v1/records/${record}/shares/${grantee}`, { method: 'PUT', body, headers });
  }

  unshare(who: string, record: string, grantee: string): Promise<Answer> {
    return this.ask(who, `/v1/records/${record}/shares/${grantee}`, { method: 'DELETE' });
  }

  /** Who reaches a record or a space, as `{alice: 'owner'}`. */
  async levels(who: string, query: string): Promise<Record<string, string>> {
    const { body } = await this.ask(who, `/v1/access?limit=200&${query}`);
    return Object.fromEntries(
      body.items.map((row: { member: { email: string } | null; team: { name: string } | null; level: string }) => [
        row.member?.email.split('@')[0] ?? `team ${row.team?.name}`,
        row.level,
      ]),
    );
  }

  /** The ways of one member into one record, as `share read suspended`. */
  async paths(who: string, record: string, member: string): Promise<string[]> {
    const { body } = await this.ask(who, `/v1/access?record=${record}`);
    const row = body.items.find((each: { member: { id: string } }) => each.member.id === member);
    return (row?.paths ?? []).map((path: Record<string, string | null>) =>
      [path['kind'], path['level'], path['via'], path['state']].filter(Boolean).join(' '),
    );
  }

  async outbox(): Promise<string[]> {
    const { body } = await this.ask(null, '/sandbox/outbox');
    return (body as OutboxMessage[])
      .map((message) => `${message.kind} ${message.to?.split('@')[0]} ${message.about.action}`)
      .sort();
  }

  faults(settings: object): Promise<Answer> {
    return this.ask(null, '/sandbox/faults', { method: 'PUT', body: settings });
  }

  dump(): Promise<Answer> {
    return this.ask(null, '/sandbox/world');
  }
}

/** A world whose ids are its names: member `alice`, team `north`, record `R-1`; everybody has a token `token-NAME`. */
export function worldOf(input: Partial<WorldInput>): World {
  const base = {
    organization: { name: 'CSS des Essais', kind: 'school-service-centre' as const },
    schools: [
      { code: '010', name: 'École du Ruisseau' },
      { code: '020', name: 'École des Érables' },
    ],
    ...input,
    members: [{ email: 'admin@example.org', roles: ['administrator' as const] }, ...(input.members ?? [])],
  };
  const tokens = base.members.map(({ email }) => {
    const name = email.split('@')[0] ?? '';
    return { token: `token-${name}`, member: email, scopes: name === 'admin' ? ['act-as' as const] : [] };
  });
  return World.parse({
    ...base,
    members: base.members.map((member) => ({ id: member.email.split('@')[0], ...member })),
    teams: (input.teams ?? []).map((team) => ({ id: team.name.toLowerCase(), ...team })),
    records: (input.records ?? []).map((record) => ({ id: record.number, ...record })),
    profiles: (input.profiles ?? []).map((profile) => ({ id: profile.key, ...profile })),
    tokens: input.tokens ?? tokens,
  });
}

/** Someone with these roles, named by the part before the @. */
export const member = (name: string, more: Partial<NonNullable<WorldInput['members']>[number]> = {}) => ({
  email: `${name}@example.org`,
  name: `${name} of the tests`,
  roles: ['practitioner' as const],
  ...more,
});

/** A share or a place in a space. */
export const to = (name: string) => `${name}@example.org`;

/** Starts a sandbox that is closed when the test ends. */
export async function start(input: Partial<WorldInput>, database = ':memory:'): Promise<TestSandbox> {
  const world = worldOf(input);
  const sandbox = await startSandbox({ world, database });
  running.push(sandbox);
  return new TestSandbox(sandbox, world);
}
