import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Reader } from '../api/index.ts';
import type { Opened, Target } from '../commands/command.ts';
import type { Candidate, Offered } from '../commands/completing/offered.ts';
import { accountsOf } from '../settings/accounts.ts';
import { chooseConnection, SANDBOX } from '../settings/choose.ts';
import { folders } from '../settings/folders.ts';
import { unlocked } from '../settings/keyring.ts';
import { tokenFor } from '../settings/tokens.ts';
import { sandboxFile } from './connecting.ts';
import { typedValue } from './typed.ts';

type Env = NodeJS.ProcessEnv;
/** What is talked to, and what ends it. */
type Opening = Target & Pick<Opened, 'close'>;
type LookUp = Extract<Offered, { kind: 'lookup' }>;

/**
 * Looks up what a word can name: connections and runs on this machine; anything else with the connection that the words
 * before it, the environment or the settings name, for whom `--as` names. Nobody is asked for anything, no sandbox is made
 * and no keyring opened. Throws where something is amiss.
 */
export async function lookUp({ names, typed }: LookUp, before: readonly string[], env: Env): Promise<Candidate[]> {
  if (names === 'connection') return await connections(env);
  if (names === 'run') return await runs(env);
  const [to, { candidatesFor }, { connect }] = await Promise.all([
    targetOf(before, env),
    import('../reading/candidates.ts'),
    import('../api/connect.ts'),
  ]);
  if (!to) return [];
  const proxy = typedValue(before, ['--proxy']);
  const ca = await certificates(typedValue(before, ['--ca-file']) ?? to.caFile);
  const { reader, close } = connect({ ...to, proxy, env, ca });
  try {
    const as = await actingAs(typedValue(before, ['--as']), reader);
    return await candidatesFor(names, { reader, typed, as });
  } finally {
    // Nobody waits for that: the answer is there.
    void close().then(() => to.close());
  }
}

async function connections(env: Env): Promise<Candidate[]> {
  const { connections: kept } = await accountsOf(env, () => {}).settings();
  return [...Object.entries(kept).map(([value, { url }]) => ({ value, about: url })), { value: SANDBOX, about: '' }];
}

async function runs(env: Env): Promise<Candidate[]> {
  const { RunStore } = await import('../executing/run/store.ts');
  const kept = await new RunStore(join(folders(env).state, 'runs')).list();
  return kept.map(({ id, command, startedAt }) => ({ value: id, about: `${command}, ${startedAt}` }));
}

/** What to talk to; null where that would take a question, or a sandbox that isn’t there yet. */
async function targetOf(before: readonly string[], env: Env): Promise<Opening | null> {
  const accounts = accountsOf(env, () => {});
  const chosen = chooseConnection({
    flags: { connection: typedValue(before, ['--connection']), apiUrl: typedValue(before, ['--api-url']) },
    env,
    settings: await accounts.settings(),
    interactive: true,
  });
  if (chosen.kind === 'sandbox') return await embedded(sandboxFile(env));
  if (!env['PSYCTL_TOKEN'] && chosen.kept === 'keyring' && !(await unlocked())) return null;
  const { token } = await tokenFor(chosen, env, accounts.tokens);
  return { url: chosen.url, token, caFile: chosen.caFile, close: async () => {} };
}

async function embedded(file: string): Promise<Opening | null> {
  if (!existsSync(file)) return null;
  const { startEmbedded } = await import('./embedded.ts');
  return { ...(await startEmbedded(file)), caFile: undefined };
}

async function certificates(file: string | undefined): Promise<string[] | undefined> {
  if (file === undefined) return undefined;
  const { certificatesOf } = await import('../commands/certificates.ts');
  return await certificatesOf(file);
}

/** Whom to read for: a member by their id; for each owner, or for oneself, the token’s own. */
async function actingAs(as: string | undefined, reader: Reader): Promise<{ actAs?: string }> {
  if (as === undefined || as === 'owner') return {};
  if (!as.includes('@')) return { actAs: as };
  const { listMembers } = await import('../contract/members.ts');
  for await (const { items } of reader.pages(listMembers, { query: { email: [as] } })) {
    const [member] = items;
    if (member) return { actAs: member.id };
  }
  throw new Error('nobody has this address');
}
