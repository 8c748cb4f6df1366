import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineOf, listedWith, replies } from '../../../src/commands/completing/bash.ts';

const those = (...values: string[]) => values.map((value) => ({ value, about: '' }));

describe('a line is parted into words as bash does', () => {
  it.each([
    ['psyctl record ', ['psyctl', 'record'], '', ''],
    ['psyctl record sh', ['psyctl', 'record'], 'sh', ''],
    ['psyctl  --with team:Psycho\\ N', ['psyctl', '--with'], 'team:Psycho N', ''],
    ['psyctl "team:Psycho N', ['psyctl'], 'team:Psycho N', '"'],
    ["psyctl 'it\\ is", ['psyctl'], 'it\\ is', "'"],
    ['psyctl "a\\"b\\n" \'c d\'e', ['psyctl', 'a"b\\n'], 'c de', ''],
    ['psyctl $(touch x) "$HOME', ['psyctl', '$(touch', 'x)'], '$HOME', '"'],
    ['psyctl a\\', ['psyctl'], 'a', ''],
    ['psyctl ""', ['psyctl'], '', ''],
  ])('%s', (text, before, word, quote) => {
    expect(lineOf(text)).toMatchObject({ before, word, quote });
  });

  it('and what is quoted for it is one word to it', () => {
    const words = fc.array(fc.string({ unit: fc.constantFrom(...'aé:=@ \t"\'\\$`!&;()<>|*?[]{}#~^,') }), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(
        words.map((all) => all.filter((word) => word !== '')),
        (all) => {
          const quoted = all.map((word) => replies(lineOf(''), '', those(word))[0]).join(' ');
          expect(lineOf(`${quoted} `).before).toEqual(all);
          const said = execFileSync('bash', ['-c', `for word in ${quoted}; do printf '%s\\0' "$word"; done`], {
            encoding: 'utf8',
          });
          expect(said.split('\0').slice(0, -1)).toEqual(all);
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('bash is given what it puts in place of what it takes for a word', () => {
  const teams = those('team:Psychologie Nord', 'team:Sud');
  it.each([
    ['psyctl --with ', '', ['team:Psychologie\\ Nord', 'team:Sud']],
    ['psyctl --with te', 'te', ['team:Psychologie\\ Nord', 'team:Sud']],
    // It parts words at colons.
    ['psyctl --with team:P', 'P', ['Psychologie\\ Nord']],
    ['psyctl --with team:', '', ['Psychologie\\ Nord', 'Sud']],
    ['psyctl --with team\\:P', 'P', ['Psychologie\\ Nord']],
    ['psyctl --with team:Psychologie\\ N', 'Psychologie\\ N', ['Psychologie\\ Nord']],
    // Not within quotes.
    ['psyctl --with "team:P', 'team:P', ['team:Psychologie Nord']],
    ["psyctl --with 'team:P", 'team:P', ['team:Psychologie Nord']],
    ['psyctl --with team:"P', 'P', ['Psychologie Nord']],
    // Where COMP_WORDBREAKS has no colon.
    ['psyctl --with team:P', 'team:P', ['team:Psychologie\\ Nord']],
  ])('%s, replacing “%s”: %j', (text, replaced, expected) => {
    expect(replies(lineOf(text), replaced, teams)).toEqual(expected);
  });

  it('also at = and @', () => {
    expect(replies(lineOf('psyctl --with=bo'), 'bo', those('--with=bob@example.org'))).toEqual(['bob@example.org']);
    expect(replies(lineOf('psyctl bob@ex'), '@ex', those('bob@example.org'))).toEqual(['@example.org']);
  });

  it('with what is said of each where they are listed, no wider than the screen', () => {
    const listed = [
      { value: 'share', about: 'Share records with members' },
      { value: 'show', about: '' },
    ];
    expect(listedWith(listed, ['share', 'show'], 20)).toEqual(['share  (Share recor…', 'show']);
  });
});
