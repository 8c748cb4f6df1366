import type { Given, ReadCommand } from '../../src/commands/command.ts';
import { listMembers } from '../../src/contract/members.ts';
import { listRecords, setShare } from '../../src/contract/records.ts';
import type { WorldInput } from '../../src/contract/world.ts';
import { Failure } from '../../src/failures/failure.ts';
import { askerOf } from '../../src/reading/asker.ts';
import { all } from '../../src/reading/take.ts';
import type { Answer } from '../../src/rendering/answer.ts';
import { print } from '../../src/rendering/output/print.ts';
import { textsOf } from '../../src/texts/index.ts';
import { ADMIN_TOKEN, sandboxOf, type TestSandbox } from '../support/sandbox.ts';

/** So are files, and how far one has come. */
const WRITES_NOTHING = {
  write: () => Promise.reject(new Error('no files here')),
  progress: () => ({ done: () => {}, stop: () => {} }),
};
/** Runs are a matter of journeys. */
const NO_RUNS = { runs: () => Promise.reject(new Error('no runs here')), host: 'localhost', ...WRITES_NOTHING };
const texts = await textsOf('en');

/** A small school service centre in which every way in, and every reason why one doesn't work, is there once. */
export const WORLD: WorldInput = {
  organization: { name: 'CSS du Test', kind: 'school-service-centre', plan: 'paid', seats: 20 },
  schools: [
    { code: '010', name: 'École du Ruisseau' },
    { code: '020', name: 'École Armand-Paré' },
  ],
  members: [
    { email: 'ada@example.org', name: 'Ada Morin', roles: ['administrator'] },
    { email: 'alice@example.org', name: 'Alice Roy', title: 'Psychologist', roles: ['practitioner'], schools: ['010'] },
    { email: 'bob@example.org', name: 'Bob Gagnon', roles: ['practitioner'] },
    { email: 'dan@example.org', name: 'Dan Huot', roles: ['practitioner'] },
    { email: 'eve@example.org', name: 'Ève Dubé', roles: ['practitioner'] },
    { email: 'carl@example.org', name: 'Carl Côté', roles: ['coordinator'] },
    { email: 'mia@example.org', name: 'Mia Caron', roles: ['manager'], schools: ['010'] },
    { email: 'ivy@example.org', name: 'Ivy Noël', roles: ['practitioner'], status: 'inactive' },
    { email: 'ina@example.org', roles: ['practitioner'], status: 'invited' },
  ],
  teams: [{ name: 'Psychology North', members: ['dan@example.org', 'bob@example.org', 'ina@example.org'] }],
  profiles: [{ key: 'P-001', name: 'Sam Tremblay', school: '010' }],
  records: [
    {
      number: 'R-1',
      title: 'Follow-up S. T.',
      owner: 'alice@example.org',
      profiles: ['P-001'],
      contents: { progressNotes: 3, confidentialNotes: 1 },
      shares: [
        { with: 'bob@example.org', access: 'write', requireApproval: true },
        { with: 'ivy@example.org', access: 'write' },
        { with: 'team:Psychology North', access: 'read' },
      ],
    },
    {
      number: 'R-2',
      title: 'Assessment A. B.',
      owner: 'alice@example.org',
      shares: [
        { with: 'bob@example.org', access: 'full' },
        { with: 'team:Psychology North', access: 'read' },
      ],
    },
    { number: 'R-3', title: 'Crisis C. D.', owner: 'alice@example.org', confidential: true },
    {
      number: 'R-4',
      title: 'Support E. F.',
      owner: 'alice@example.org',
      status: 'archived',
      shares: [{ with: 'bob@example.org', access: 'read' }],
    },
    {
      number: 'R-5',
      title: 'Left behind',
      owner: 'ivy@example.org',
      shares: [{ with: 'bob@example.org', access: 'read' }],
    },
    { number: 'R-6', title: 'Taken over', owner: 'bob@example.org' },
  ],
  spaces: [
    {
      id: 'S-1',
      name: 'Class',
      kind: 'collaborative',
      creator: 'alice@example.org',
      members: [{ with: 'team:Psychology North' }],
    },
  ],
  transfers: [{ record: 'R-2', to: 'eve@example.org', by: 'alice@example.org' }],
  copies: [{ record: 'R-6', holder: 'alice@example.org', at: '2026-06-20T16:00:00Z' }],
  tokens: ['ada', 'alice', 'bob', 'eve', 'carl', 'mia'].map((name) => ({
    token: `token-${name}`,
    member: `${name}@example.org`,
  })),
};

/** How a command is asked: whose token, by first name (an administrator's that may act for others otherwise), and `--as`. */
export interface Asked {
  readonly token?: string;
  readonly as?: string;
  readonly titles?: boolean;
  readonly flags?: Given['flags'];
}

/** Asks reading commands of a sandbox in memory. */
export interface Questions extends TestSandbox {
  ask(command: ReadCommand, args: readonly string[], asked?: Asked): Promise<Answer>;
  /** The failure a command ends with; throws where it doesn't. */
  failure(command: ReadCommand, args: readonly string[], asked?: Asked): Promise<Failure>;
  /** Has the administrator share a record with a member, to read, acting for its owner. */
  share(record: string, email: string, reason: string): Promise<void>;
}

/** Starts a sandbox and asks it what a process would. */
export async function questionsIn(world: WorldInput = WORLD): Promise<Questions> {
  const test = await sandboxOf(world);
  const ask = async (
    command: ReadCommand,
    args: readonly string[],
    { token, as, titles = false, flags = {} }: Asked = {},
  ) => {
    const { reader } = test.connectAs(token === undefined ? ADMIN_TOKEN : `token-${token}`);
    const given = Object.fromEntries(
      command.arguments.map(({ name }, n) => [name, args[n] === undefined ? [] : [args[n]]]),
    );
    const reading = { reader, texts, jsonTexts: texts, asker: () => askerOf(reader, as), titles, ...NO_RUNS };
    return command.run(reading, { arguments: given, flags });
  };
  const failure = async (...of: Parameters<typeof ask>) => {
    const outcome = await ask(...of).catch((error: unknown) => error);
    if (outcome instanceof Failure) return outcome;
    throw new Error('it did not fail', { cause: outcome });
  };
  const share = async (record: string, email: string, reason: string) => {
    const { changer, reader } = test.admin;
    const [[wire], [member]] = await Promise.all([
      all(reader.list(listRecords, { query: { number: [record] } })),
      all(reader.list(listMembers, { query: { email: [email] } })),
    ]);
    const params = { id: wire?.id ?? '', granteeId: member?.id ?? '' };
    await changer.change(setShare, { params, body: { access: 'read' }, actAs: wire?.owner?.id, reason });
  };
  return { ...test, ask, failure, share };
}

/** An answer as a terminal of so many columns reads it. */
export const asText = (answer: Answer, width = 100): string => [...print(answer, 'text', { width, texts })].join('');
