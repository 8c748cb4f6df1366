import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { World } from '../../src/contract/world.ts';
import { type Journey, journeyIn, runPsyctl } from '../support/cli.ts';
import { ADMIN_TOKEN } from '../support/sandbox.ts';
import { noTerminal, type Seat, seatWith } from '../support/tmux.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'psyctl-shells-'));
let journey: Journey;
beforeAll(async () => {
  const world = parse(readFileSync(join(ROOT, 'fixtures/worlds/preview.yaml'), 'utf8'));
  journey = await journeyIn(World.parse(world));
  // As npm would have installed it.
  const psyctl = join(folder, 'psyctl');
  writeFileSync(psyctl, `#!/bin/sh\nexec '${process.execPath}' '${join(ROOT, 'bin/psyctl.js')}' "$@"\n`);
  chmodSync(psyctl, 0o755);
});
afterAll(async () => {
  await journey.close();
  rmSync(folder, { recursive: true, force: true });
});

const missing = (shell: string): boolean => {
  try {
    execFileSync(shell, ['--version'], { stdio: 'ignore' });
    return false;
  } catch {
    process.stderr.write(`Completion isn’t tried in ${shell}: it isn’t on this machine.\n`);
    return true;
  }
};

/** How each shell is started without anybody’s settings, and takes its script. */
const SHELLS = {
  bash: { start: ['bash', '--norc'], take: "PS1='> '; source <(psyctl completion bash)", option: '-n' },
  zsh: {
    start: ['zsh', '-f'],
    take: "PS1='> '; autoload -U compinit; compinit -u -D; source <(psyctl completion zsh)",
    option: '-n',
  },
  fish: {
    start: ['fish', '--no-config'],
    take: "function fish_prompt; echo '> '; end; psyctl completion fish | source",
    option: '--no-execute',
  },
} as const;

describe('the script of', () => {
  it.each(Object.entries(SHELLS))('%s is one, and says how it is installed', async (shell, { option }) => {
    const { exit, out, err } = await runPsyctl(['completion', shell], { PSYCTL_HOME: folder });
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(out).toMatch(/For this shell: /);
    const file = join(folder, `script.${shell}`);
    writeFileSync(file, out);
    if (!missing(shell)) execFileSync(shell, [option, file]);
  });

  it('PowerShell is there, though no PowerShell is to try it', async () => {
    const { exit, out } = await runPsyctl(['completion', 'powershell'], { PSYCTL_HOME: folder });
    expect(exit).toBe(0);
    expect(out).toContain("Register-ArgumentCompleter -Native -CommandName 'psyctl'");
  });

  it('another shell isn’t: exit 2, and which there are', async () => {
    expect(await runPsyctl(['completion', 'tcsh'], { PSYCTL_HOME: folder })).toMatchObject({
      exit: 2,
      out: '',
      err: 'psyctl: “tcsh” is no value for SHELL\n  it can be bash, zsh, fish or powershell\n',
    });
    expect((await runPsyctl(['completion'], { PSYCTL_HOME: folder })).exit).toBe(2);
  });
});

describe.each(Object.entries(SHELLS))('at a prompt of %s, Tab', (shell, { start, take }) => {
  const left = noTerminal !== null || missing(shell);
  let seat: Seat;
  // One for each: what is left of what was typed before would be taken for an answer.
  beforeEach(async () => {
    if (left) return;
    seat = await seatWith(start, {
      PATH: `${folder}:${process.env['PATH']}`,
      HOME: folder,
      PSYCTL_API_URL: journey.sandbox.url,
      PSYCTL_TOKEN: ADMIN_TOKEN,
      PSYCTL_HOME: journey.home,
      // Slow machines are no fault of completion.
      PSYCTL_COMPLETION_TIMEOUT: '60000',
    });
    await seat.type(`${take}; cd '${ROOT}'; echo re''ady`);
    await seat.press('Enter');
    await seat.shows(/^ready/m);
  });
  afterEach(() => seat?.close());

  it.skipIf(left).each([
    ['psyctl reco', 'psyctl record '],
    ['psyctl record unsh', 'psyctl record unshare '],
    ['psyctl record share --acce', 'psyctl record share --access '],
    ['psyctl record share --access rea', 'psyctl record share --access read '],
    ['psyctl record show --as alice@example.org R-1', 'psyctl record show --as alice@example.org R-1001 '],
    ['psyctl record share R-1001 --with ali', 'psyctl record share R-1001 --with alice@example.org '],
    ['psyctl record share R-1001 --with alice@exa', 'psyctl record share R-1001 --with alice@example.org '],
    ['psyctl record share R-1001 --with team:Psy', 'psyctl record share R-1001 --with team:Psychology\\ North '],
    ['psyctl record share R-1001 --with=team:Psy', 'psyctl record share R-1001 --with=team:Psychology\\ North '],
    [
      'psyctl record share R-1001 --with "team:Psychology N',
      'psyctl record share R-1001 --with "team:Psychology North" ',
    ],
    ['psyctl space create --share bob@example.org=wr', 'psyctl space create --share bob@example.org=write '],
    [
      'psyctl record share --csv fixtures/inputs/partages-u',
      'psyctl record share --csv fixtures/inputs/partages-utf16.csv ',
    ],
    [
      'psyctl record share --csv=fixtures/inputs/partages-u',
      'psyctl record share --csv=fixtures/inputs/partages-utf16.csv ',
    ],
  ])('%s → %s', async (typed, completed) => {
    await seat.type(typed);
    await seat.press('Tab');
    // What is typed then shows that the word is complete.
    await seat.shows(completed.trimEnd());
    await seat.type('X');
    await seat.shows(`${completed}X`);
  });

  it.skipIf(left)('pressed twice, shows what there is and what it does', async () => {
    await seat.type('psyctl record s');
    await seat.press('Tab');
    await seat.shows('psyctl record sh');
    // bash lists at the second press after it could go no further.
    await seat.press(...(shell === 'bash' ? ['Tab', 'Tab'] : ['Tab']));
    await seat.shows('Share records with members or teams');
  });
});
