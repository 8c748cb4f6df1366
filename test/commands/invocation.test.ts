import { describe, expect, it } from 'vitest';
import { invocationOf } from '../../src/commands/invocation.ts';

const of = (words: string) => invocationOf(words === '' ? [] : words.split(' '), (noun) => noun === 'whoami');

describe('a command line names', () => {
  it.each([
    ['', null, [], false],
    ['--lang fr', null, ['--lang', 'fr'], false],
    ['record share R-1 --with x', { noun: 'record', verb: 'share' }, ['R-1', '--with', 'x'], false],
    ['--lang fr record share R-1', { noun: 'record', verb: 'share' }, ['--lang', 'fr', 'R-1'], false],
    ['whoami more', { noun: 'whoami', verb: null }, ['more'], false],
    ['record', { noun: 'record', verb: null }, [], false],
    ['record share -- --help', { noun: 'record', verb: 'share' }, ['--', '--help'], false],
  ])('in “%s”: %j, and leaves %j', (words, name, rest, help) => {
    expect(of(words)).toEqual({ name, rest, help });
  });

  it.each(['record share', 'record', 'whoami', ''])('“%s”, asked for help in four ways', (words) => {
    const { name } = of(words);
    for (const asked of [`${words} --help`, `${words} -h`, `help ${words}`, `--help ${words}`])
      expect(of(asked.trim())).toMatchObject({ name, help: true });
  });
});
