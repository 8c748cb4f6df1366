import { describe, expect, it } from 'vitest';
import { meantCommands } from '../../src/commands/meant.ts';

const KEYS = ['record share', 'record unshare', 'record list', 'space share', 'space list', 'whoami', 'onboard'];
const meant = (words: string) => {
  const [noun = '', verb = null] = words.split(' ');
  return meantCommands({ noun, verb }, KEYS);
};

describe('a command that isn’t there is taken for', () => {
  it.each([
    ['record shrae', ['record share'], 'a verb of its noun, and of no other'],
    ['recrod share', ['record share', 'record unshare'], 'the same verb of a noun like it'],
    ['recrod lsit', ['record list'], 'one with slips in both'],
    ['recrod', ['record'], 'a noun like it'],
    ['recrod R-1001', ['record'], 'a noun like it, whatever follows'],
    ['onbaord school.yaml', ['onboard'], 'a command of one word, whatever follows'],
    ['whomai', ['whoami'], 'a command of one word'],
    ['list records', ['record list'], 'the one whose words were turned round'],
    ['share R-1001', ['record share', 'space share'], 'those of the nouns that have this verb'],
    ['xyzzy', [], 'nothing, where nothing is like it'],
    ['record xyzzy', [], 'nothing, where no verb is like it'],
  ])('%s: %j (%s)', (typed, those) => {
    expect(meant(typed)).toEqual(those);
  });
});
