import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { textsOf } from '../../src/texts/index.ts';
import { runPsyctl } from '../support/cli.ts';

const home = mkdtempSync(join(tmpdir(), 'psyctl-help-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const psyctl = (...args: string[]) => runPsyctl(args, { PSYCTL_HOME: home });

const { help } = await textsOf('en');
const keys = Object.keys(help);
const nouns = [...new Set(keys.map((key) => key.split(' ')[0] ?? key))];

describe('help', () => {
  it.each(['en', 'fr'])('of psyctl alone is the ten commands one starts with (%s)', async (lang) => {
    const { exit, out, err } = await psyctl('--lang', lang);
    const { help: said } = await textsOf(lang === 'fr' ? 'fr' : 'en');
    const listed = keys.filter((key) =>
      new RegExp(`^  psyctl ${key} {2,}${said[key]?.summary.split(' ')[0]}`, 'm').test(out),
    );
    expect({ exit, err, listed: listed.length }).toEqual({ exit: 0, err: '', listed: 10 });
    expect(out).toMatch(/^ {2}psyctl --help /m);
  });

  it('of everything lists every noun and its verbs, and has examples', async () => {
    const { exit, out } = await psyctl('--help');
    expect(exit).toBe(0);
    const flat = out.replace(/\s+/g, ' ');
    for (const noun of nouns) {
      const verbs = keys.filter((key) => key.startsWith(`${noun} `)).map((key) => key.slice(noun.length + 1));
      expect(flat).toMatch(new RegExp(` ${noun} .*${verbs.join(', ')}`));
    }
    expect(out).toContain('Examples\n  psyctl ');
  });

  it.each([...nouns, 'record share'])('of %s has examples, asked for either way', async (of) => {
    const [asked, helped] = await Promise.all([psyctl(...of.split(' '), '--help'), psyctl('help', ...of.split(' '))]);
    expect(asked).toMatchObject({ exit: 0, err: '' });
    expect(asked.out).toContain('Examples\n  psyctl ');
    expect(helped.out).toBe(asked.out);
  });

  it('of a noun whose verb was left out goes where mistakes go', async () => {
    const { exit, out, err } = await psyctl('record');
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toContain('psyctl record share');
  });
});

describe('what was mistyped', () => {
  it.each([
    ['record shrae R-1001', 'there is no command “record shrae”', 'did you mean “record share”?'],
    ['recrod', 'there is no command “recrod”', 'did you mean “record”?'],
    ['share R-1001', 'there is no command “share R-1001”', 'did you mean “record share” or “space share”?'],
    ['help record shrae', 'there is no command “record shrae”', 'did you mean “record share”?'],
    ['record shrae --help', 'there is no command “record shrae”', 'did you mean “record share”?'],
    ['xyzzy', 'there is no command “xyzzy”', 'psyctl --help lists the commands'],
    ['record share R-1 --acces read', 'there is no flag --acces', 'did you mean “--access”?'],
    ['record share R-1 --acces=read', 'there is no flag --acces', 'did you mean “--access”?'],
    ['record share R-1 -x', 'there is no flag -x', 'the command’s --help lists its flags'],
  ])('%s: exit 2, “%s”, “%s”', async (typed, message, hint) => {
    const { exit, out, err } = await psyctl(...typed.split(' '));
    expect({ exit, out, err }).toEqual({ exit: 2, out: '', err: `psyctl: ${message}\n  ${hint}\n` });
    const json = await psyctl(...typed.split(' '), '-o', 'json');
    expect(JSON.parse(json.err)).toMatchObject({ error: { message, hint, exitCode: 2 } });
  });

  it('is said in French', async () => {
    expect(await psyctl('record', 'shrae', '--lang', 'fr')).toMatchObject({
      exit: 2,
      err: 'psyctl\u00a0: la commande «\u00a0record shrae\u00a0» n’existe pas\n  vouliez-vous dire «\u00a0record share\u00a0»?\n',
    });
    expect(await psyctl('record', 'share', '--acces', '--lang', 'fr')).toMatchObject({
      exit: 2,
      err: 'psyctl\u00a0: l’option --acces n’existe pas\n  vouliez-vous dire «\u00a0--access\u00a0»?\n',
    });
  });
});
