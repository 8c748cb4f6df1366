import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseWorld } from '../../src/sandbox/world/parse.ts';
import { type Journey, type Json, journeyIn, runPsyctl } from '../support/cli.ts';
import { errorOf } from '../support/seen.ts';
import { address, record, town } from '../support/town.ts';

let journey: Journey;
let file: (name: string) => string;
beforeAll(async () => {
  journey = await journeyIn(
    town(
      [
        record('R-1', { bob: 'write', 'team:North': 'read' }, { profiles: ['P-1'] }),
        record('R-T4', { bob: 'full' }),
        record('R-C', { bob: 'read' }, { confidential: true }),
      ],
      {
        transfers: [{ record: 'R-T4', to: address('gus'), by: address('alice') }],
        spaces: [
          { id: 'S-1', name: 'Secret room', kind: 'collaborative', creator: address('alice'), members: [] },
          { id: 'S-2', name: 'Sam Tremblay', kind: 'multi', profile: 'P-1', creator: address('bob'), members: [] },
        ],
      },
    ),
  );
  file = (name) => join(journey.home, name);
  expect((await journey.psyctl('snapshot', 'pull', file('all.json'), '--as', 'owner')).exit).toBe(0);
  const cleo = { token: 'token-cleo' };
  expect((await journey.psyctlWith(cleo, 'snapshot', 'pull', file('cleo.json'))).exit).toBe(0);
});
afterAll(() => journey.close());

/** Nothing is configured, and whatever would go out goes to a proxy that isn't there. */
const offline = (...args: string[]) =>
  runPsyctl(args, {
    PSYCTL_HOME: file('elsewhere'),
    HTTPS_PROXY: 'http://127.0.0.1:9',
    HTTP_PROXY: 'http://127.0.0.1:9',
  });
const withoutOrigins = ({ paths, ...rest }: Json) => ({
  ...rest,
  paths: paths.map(({ since, by, ...path }: Json) => path),
});

describe('a snapshot', () => {
  it('is for its owner alone, and names its puller', async () => {
    expect(statSync(file('all.json')).mode & 0o777).toBe(0o600);
    const { snapshot, tokens } = parseWorld(readFileSync(file('cleo.json'), 'utf8'));
    expect(snapshot).toMatchObject({ puller: address('cleo'), as: null, whole: false });
    expect(snapshot?.unseen).toEqual({ 'multi-space': 1 });
    expect(tokens).toEqual([{ token: 'snapshot-puller', member: address('cleo'), scopes: [] }]);
  });

  it('holds no token, title or name unless it is asked to', async () => {
    const named = await journey.psyctl('snapshot', 'pull', file('named.json'), '--as', 'owner', '--with-names');
    expect(named.exit).toBe(0);
    const { members, records } = await journey.world();
    const private_ = ['Secret room', 'Sam Tremblay', ...records.map(({ title }) => title), members[1]?.name ?? ''];
    const [text, withNames] = [readFileSync(file('all.json'), 'utf8'), readFileSync(file('named.json'), 'utf8')];
    for (const name of private_) {
      expect([name, text.includes(name)]).toEqual([name, false]);
      expect([name, withNames.includes(name)]).toEqual([name, true]);
    }
    expect(text + withNames).not.toMatch(/test-admin-token|token-cleo/);
  });

  it('answers offline as the API answers its puller', async () => {
    for (const question of [
      ['explain', address('bob'), 'R-1'],
      ['explain', address('bob'), 'R-T4'],
      ['who', 'R-C'],
      ['who', 'multi:P-1'],
      ['check', address('dan'), 'read', 'R-1'],
    ]) {
      const online = await journey.psyctl('access', ...question, '-o', 'json', '--as', 'owner', '--titles');
      const told = await offline('access', ...question, '-o', 'json', '--snapshot', file('all.json'));
      const same = (ended: Json) => [question, ended.exit, [ended.json()].flat().map(withoutOrigins)];
      const nameless = JSON.parse(JSON.stringify(same(online)).replace(/"(closes|nearest)":\[.*?\],/g, ''));
      expect(JSON.parse(JSON.stringify(same(told)).replace(/"(closes|nearest)":\[.*?\],/g, ''))).toEqual(nameless);
    }
  });

  it('says that what its puller had no way to is unknown (A2, O4)', async () => {
    const asked = ['R-C', '--snapshot', file('cleo.json')];
    const checked = await offline('access', 'check', address('bob'), 'read', ...asked, '-o', 'json');
    expect([checked.exit, (checked.json() as Json).answer]).toEqual([12, 'unknown']);
    const explained = await offline('access', 'explain', address('bob'), ...asked, '-o', 'json');
    expect([explained.exit, (explained.json() as Json).certainty]).toEqual([0, 'unknown']);
    expect(explained.err).toMatch(/pulled as cleo@.*all is unknown/);
    const who = await offline('access', 'who', ...asked, '-o', 'json');
    expect([who.exit, errorOf(who).code]).toEqual([3, 'forbidden']);
  });

  it('answers as nobody else, and holds no history', async () => {
    const other = await offline('access', 'who', 'R-1', '--snapshot', file('cleo.json'), '--as', 'owner');
    expect([other.exit, other.err]).toEqual([2, expect.stringContaining(`pulled as ${address('cleo')}`)]);
    const history = await offline('access', 'history', 'R-1', '--snapshot', file('all.json'));
    expect([history.exit, history.err]).toEqual([3, expect.stringContaining('unknown')]);
  });

  it('is refused where it is broken, by line and column, or where it is none', async () => {
    writeFileSync(file('broken.yaml'), 'organization: {name: Test}\nmembers: [\n');
    const broken = await offline('access', 'who', 'R-1', '--snapshot', file('broken.yaml'));
    expect([broken.exit, broken.err]).toEqual([2, expect.stringMatching(/broken\.yaml:\d+:\d+/)]);
    const world = new URL('../../fixtures/worlds/preview.yaml', import.meta.url).pathname;
    const none = await offline('access', 'who', 'R-1', '--snapshot', world);
    expect([none.exit, none.err]).toEqual([2, expect.stringContaining('no snapshot')]);
    writeFileSync(file('newer.json'), readFileSync(file('all.json'), 'utf8').replace('"version":1', '"version":2'));
    const newer = await offline('access', 'who', 'R-1', '--snapshot', file('newer.json'));
    expect([newer.exit, newer.err]).toEqual([2, expect.stringContaining('another version')]);
  });

  it('takes the place of an older one, whole or not at all', async () => {
    writeFileSync(file('old.json'), 'old', { mode: 0o644 });
    expect((await journey.psyctl('snapshot', 'pull', file('old.json'))).exit).toBe(0);
    expect(statSync(file('old.json')).mode & 0o777).toBe(0o600);
    const failed = await journey.psyctl('snapshot', 'pull', file('no/such/folder.json'));
    expect([failed.exit, failed.err]).toEqual([2, expect.stringContaining('folder.json')]);
  });
});
