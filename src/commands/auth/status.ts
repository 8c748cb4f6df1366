import { EXIT, exitOf, firstOf } from '../../failures/exit.ts';
import { Failure } from '../../failures/failure.ts';
import type { Answer } from '../../rendering/answer.ts';
import { type Fact, factsText } from '../../rendering/answers/facts.ts';
import { failureJson } from '../../rendering/failure-json.ts';
import { type Chosen, stored } from '../../settings/choose.ts';
import { tokenFor } from '../../settings/tokens.ts';
import { type Around, around, type Opened } from '../command.ts';
import { placeSaid, scopesSaid, whomSaid } from './saying.ts';
import { type Whom, whomJson, whomOf } from './whom.ts';

/** What is known of a connection. */
interface Status {
  /** Null for an API that is named by its URL alone. */
  readonly name: string | null;
  readonly url: string | null;
  readonly current: boolean;
  readonly from: Opened['from'] | null;
  readonly whom: Whom | null;
  readonly failure: Failure | null;
}

/** `auth status`: where the token of each connection is, and whom it acts as; exits 4 where one isn't accepted */
export default around({
  arguments: [],
  flags: [],
  async run(on) {
    const statuses = await Promise.all((await connectionsOf(on)).map((one) => statusOf(on, one)));
    if (statuses.length === 0) throw new Failure('no-connection', { known: [] });
    await on.show(answerOf(on, statuses));
    return firstOf(statuses.map(({ failure }) => (failure ? exitOf(failure) : EXIT.done)));
  },
});

interface Listed {
  readonly chosen: Chosen;
  /** Whether it is what is used now: then PSYCTL_TOKEN comes before its own token. */
  readonly current: boolean;
}

/** The connection that is used now, and all others that are remembered; with `--connection` or `--api-url`, that one alone. */
async function connectionsOf(on: Around): Promise<Listed[]> {
  const settings = await on.accounts.settings();
  const { connection, apiUrl } = on.options;
  const used = await usedBy(on);
  if (connection !== undefined || apiUrl !== undefined) return used ? [{ chosen: used, current: true }] : [];
  const name = used?.kind === 'api' ? used.name : null;
  const others = Object.keys(settings.connections).filter((other) => other !== name);
  const shown = used && !(used.kind === 'sandbox' && used.announced) ? [{ chosen: used, current: true }] : [];
  return [...shown, ...others.map((other) => ({ chosen: stored(other, settings), current: false }))];
}

/** What psyctl would use now; null where it would use nothing. */
async function usedBy(on: Around): Promise<Chosen | null> {
  try {
    return await on.chosen();
  } catch (error) {
    if (error instanceof Failure && error.code === 'no-connection') return null;
    throw error;
  }
}

async function statusOf(on: Around, { chosen, current }: Listed): Promise<Status> {
  if (chosen.kind === 'sandbox') {
    return { name: 'sandbox', url: null, current, from: 'sandbox', whom: null, failure: null };
  }
  const { name, url, kept } = chosen;
  // PSYCTL_TOKEN belongs to what is used now: others must not be shown it.
  const env = current ? on.env : {};
  let from: Opened['from'] | null = current && on.env['PSYCTL_TOKEN']?.trim() ? 'environment' : kept;
  try {
    const held = await tokenFor(chosen, env, on.accounts.tokens);
    from = held.from;
    return { name, url, current, from, whom: await whomOf(on, { ...chosen, token: held.token }), failure: null };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { name, url, current, from, whom: null, failure: error };
  }
}

function answerOf(on: Around, statuses: readonly Status[]): Answer {
  const { columns } = on.texts.auth;
  const keys = ['connection', 'url', 'current', 'token', 'email', 'organization', 'scopes', 'problem'] as const;
  return {
    json: statuses.map((status) => statusJson(on, status)),
    table: {
      columns: keys.map((key) => ({ key, header: columns[key] })),
      rows: statuses.map(({ name, url, current, from, whom, failure }) => ({
        connection: name,
        url,
        current: current ? on.texts.answers.yes : null,
        token: from,
        email: whom?.me.email ?? null,
        organization: whom?.organization.name ?? null,
        scopes: whom?.me.scopes.join(', ') ?? null,
        problem: failure?.code ?? null,
      })),
    },
    text: (width) => statuses.map((status) => statusText(on, status, width)).join('\n\n'),
  };
}

const statusJson = (on: Around, { name, url, current, from, whom, failure }: Status) => ({
  connection: name,
  url,
  current,
  token: { from, file: from === 'file' ? on.accounts.tokens.file : null },
  ...(whom ? whomJson(whom) : { member: null, scopes: null, organization: null, sandbox: null }),
  error: failure ? failureJson(failure, on.jsonTexts) : null,
});

function statusText(on: Around, { name, url, current, from, whom, failure }: Status, width: number): string {
  const { texts } = on;
  const { labels, current: isCurrent, sandboxNeedsNone, noToken } = texts.auth;
  const said = failure ? texts.sayFailure(failure) : null;
  const facts: Fact[] = [
    ...(url === null || name === null ? [] : [{ label: labels.url, values: [url] }]),
    { label: labels.token, values: [from === null ? noToken : placeSaid(from, on)] },
    ...(whom ? [{ label: labels.actsAs, values: [whomSaid(whom, texts), scopesSaid(whom, texts)] }] : []),
    ...(from === 'sandbox' ? [{ label: labels.actsAs, values: [sandboxNeedsNone] }] : []),
    ...(said ? [{ label: labels.problem, values: [said.message, ...(said.hint ? [said.hint] : [])] }] : []),
  ];
  return factsText(`${name ?? url}${current ? ` ${isCurrent}` : ''}`, facts, width);
}
