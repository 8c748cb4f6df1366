import { describe, expect, it } from 'vitest';
import { flagsOf } from '../../src/commands/flags.ts';
import { loadCommand } from '../../src/commands/load.ts';
import { textsOf } from '../../src/texts/index.ts';

/** Values that name nothing there is: new names and addresses, texts, numbers, ages, amounts. */
const FREE: ReadonlySet<string> = new Set([
  ...['api-url', 'reason', 'timeout', 'concurrency', 'rate', 'proxy', 'allow-deletion', 'max-losses'],
  ...['limit', 'sort', 'columns', 'search', 'size', 'port', 'older-than'],
]);
/** The same, where the same word elsewhere names what there is. */
const FREE_HERE: ReadonlySet<string> = new Set([
  ...[
    'team create NAME',
    'team rename NAME',
    'space create --name',
    'member invite EMAIL',
    'template NOUN',
    'template VERB',
  ],
]);

const keys = Object.keys((await textsOf('en')).help);
const commands = await Promise.all(
  keys.map(async (key) => {
    const [noun = '', verb = null] = key.split(' ');
    return [key, await loadCommand({ noun, verb })] as const;
  }),
);

describe('what values name', () => {
  it.each(commands)('%s says it of each argument and flag', (key, command) => {
    const args = command.arguments.filter(
      ({ names, choices, name }) => !names && !choices && !FREE_HERE.has(`${key} ${name}`),
    );
    const flags = flagsOf(command).filter(
      ({ value, names, choices, name }) =>
        value !== undefined && !names && !choices && !FREE.has(name) && !FREE_HERE.has(`${key} --${name}`),
    );
    expect([...args, ...flags].map(({ name }) => name)).toEqual([]);
  });

  it('names a thing by one word everywhere', () => {
    const said = new Map<string, Set<string>>();
    for (const [key, command] of commands) {
      for (const { name, names } of command.arguments) {
        if (!FREE_HERE.has(`${key} ${name}`)) said.set(name, new Set([...(said.get(name) ?? []), names ?? 'nothing']));
      }
    }
    expect([...said].filter(([, names]) => names.size > 1).map(([name]) => name)).toEqual([]);
  });
});
