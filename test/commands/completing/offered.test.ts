import { describe, expect, it } from 'vitest';
import { offeredFor } from '../../../src/commands/completing/offered.ts';
import { questionOf } from '../../../src/commands/completing/shells.ts';
import { flagsOf } from '../../../src/commands/flags.ts';
import { loadCommand } from '../../../src/commands/load.ts';
import { textsOf } from '../../../src/texts/index.ts';

const texts = await textsOf('en');
const keys = Object.keys(texts.help);

/** What is offered for the last of some words that begins as it does; a lookup says what for. */
async function offered(...words: string[]): Promise<unknown> {
  const word = words.at(-1) ?? '';
  const answer = await offeredFor(words.slice(0, -1), word, texts);
  if (answer.kind === 'files') return 'files';
  if (answer.kind === 'lookup') return `${answer.before}${answer.names}:${answer.typed}`;
  return answer.candidates.map(({ value }) => value).filter((value) => value.startsWith(word));
}

describe('what is offered', () => {
  it.each<[string[], unknown, string]>([
    [['re'], ['record'], 'nouns'],
    [['help', 're'], ['record'], 'after help too'],
    [['record', 'sh'], ['share', 'show'], 'verbs'],
    [['help', 'record', 'sh'], ['share', 'show'], 'after help too'],
    [['--lang', 'fr', 'record', 'sh'], ['share', 'show'], 'flags may stand before'],
    [['--lang', ''], ['en', 'fr'], 'the values of such a flag'],
    [['--la'], ['--lang'], 'such flags'],
    [['record', 'shrae', ''], [], 'nothing of a command that isn’t there'],
    [['record', 'share', '--w'], ['--with'], 'the flags of a command'],
    [['record', 'share', '--no'], ['--no-require-approval', '--no-pager'], 'what takes them back'],
    [['record', 'share', '--access', 're'], ['read'], 'levels'],
    [['record', 'share', '--access=re'], ['--access=read'], 'a value after ='],
    [['record', 'share', '--access', 'read', '--ac'], [], 'no flag twice'],
    [['record', 'share', '--with', 'x', '--wi'], ['--with'], 'but those that take several'],
    [['record', 'list', '-o', 'nd'], ['ndjson'], 'the values of one letter'],
    [['record', 'share', 'R'], 'record:R', 'records'],
    [['record', 'share', 'R-1', ''], 'record:', 'more of what takes several'],
    [['record', 'share', '--with', 'te'], 'grantee:te', 'members and teams'],
    [['record', 'share', '--with', 'a', 'b'], 'grantee:b', 'more of what a flag takes'],
    [['record', 'share', '--with', 'a', '--', 'b'], 'record:b', 'after --, arguments'],
    [['record', 'share', '--', '--w'], 'record:--w', 'after --, no flags'],
    [['record', 'share', '--with=te'], '--with=grantee:te', 'members and teams after ='],
    [['record', 'share', '--as', ''], 'member:', 'whom to act for'],
    [['record', 'share', '--csv', ''], 'files', 'files'],
    [['record', 'share', '--csv=x'], 'files', 'files after ='],
    [['record', 'share', '--allow-deletion', ''], 'record:', 'no value where it may be left out'],
    [['record', 'share', '--reason', ''], [], 'nothing where anything may be typed'],
    [['onboard', ''], 'files', 'a manifest'],
    [['access', 'explain', 'x', ''], 'resource:', 'the second argument'],
    [['access', 'explain', '--as', 'o', 'x', ''], 'resource:', 'the second argument, whatever a flag takes'],
    [['space', 'create', '--share', 'bob=r'], ['bob=read'], 'a level after a grantee'],
    [
      ['record', 'transfer', '--include', 'raw-data,c'],
      ['raw-data,confidential', 'raw-data,confidential-records'],
      'words after a comma',
    ],
    [['connection', 'use', ''], 'connection:', 'connections'],
    [['run', 'show', ''], 'run:', 'runs'],
    [['completion', 'f'], ['fish'], 'shells'],
  ])('%j: %j (%s)', async (words, those) => {
    expect(await offered(...words)).toEqual(those);
  });

  it.each(keys)('all flags of %s, each with what help says', async (key) => {
    const [noun = '', verb = null] = key.split(' ');
    const answer = await offeredFor(key.split(' '), '-', texts);
    if (answer.kind !== 'candidates') throw new Error(answer.kind);
    const wanted = flagsOf(await loadCommand({ noun, verb })).map(({ name }) => `--${name}`);
    expect(answer.candidates.map(({ value }) => value)).toEqual(expect.arrayContaining([...wanted, '--help']));
    expect(answer.candidates.filter(({ about }) => about === '')).toEqual([]);
  });
});

describe('what a shell asks', () => {
  it('is understood of each', () => {
    const asked = { before: ['record', 'share'], word: '' };
    expect(questionOf(['bash', 'psyctl record share ', '', '9', '80'])).toMatchObject(asked);
    expect(questionOf(['bash', 'A=b PSYCTL_HOME=/x psyctl record share ', '', '9', '80'])).toMatchObject(asked);
    expect(questionOf(['zsh', 'record', 'share', ''])).toMatchObject(asked);
    expect(questionOf(['fish', 'record', 'share', ''])).toMatchObject(asked);
    expect(questionOf(['fish', 'record', 'share', '"team:Ps'])).toMatchObject({ word: 'team:Ps' });
    // Windows PowerShell leaves out what is empty.
    expect(questionOf(['powershell', '3', 'record', 'share'])).toMatchObject(asked);
    expect(questionOf(['powershell', '3', 'record', 'share', ''])).toMatchObject(asked);
    expect(questionOf(['powershell', '3', 'record', 'share', 'R'])).toMatchObject({ ...asked, word: 'R' });
    expect(questionOf(['tcsh', 'record'])).toBeNull();
    expect(questionOf([])).toBeNull();
  });
});
