import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { shellCommand } from '../../../src/rendering/answers/shell.ts';

test.each([
  ['R-1001'],
  ['noemie.tanguay@mille-rives.example'],
  ['team:Psychology North'],
  ['team:Équipe du Cœur-Vaillant'],
  ["team:L'Éclaircie"],
  ['team:$(touch /tmp/x) `id` "a" \\ !'],
  ["team:it's $5; rm -rf *"],
  [''],
])('a shell reads %j as it is', (argument) => {
  expect(execFileSync('sh', ['-c', shellCommand('printf', '%s', argument)], { encoding: 'utf8' })).toBe(argument);
});

test('what needs no quotes gets none, and double ones are preferred: every shell knows them', () => {
  expect(shellCommand('psyctl', 'access', 'who', 'R-1')).toBe('psyctl access who R-1');
  expect(shellCommand('team:Psychology North')).toBe('"team:Psychology North"');
});
