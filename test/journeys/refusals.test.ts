import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ended, type Journey, journeyIn, runPsyctl } from '../support/cli.ts';
import { errorOf, jsonOf } from '../support/seen.ts';
import { address, record, town } from '../support/town.ts';

let journey: Journey;
let before: unknown;
const state = async () => ({ world: await journey.world(), outbox: await journey.outbox() });
beforeAll(async () => {
  journey = await journeyIn(town([record('R-1001'), record('R-1002')]));
  before = await state();
});
afterAll(() => journey.close());

const share = (...args: string[]): Promise<Ended> =>
  journey.psyctlWith({ token: 'token-alice' }, 'record', 'share', ...args, '--yes', '-o', 'json');
const bob = address('bob');

describe('what a rule forbids', () => {
  const refusal = async (...args: string[]) => {
    const ended = await share('R-1002', ...args);
    expect([ended.exit, jsonOf(ended).run]).toEqual([3, null]);
    expect(await state()).toEqual(before);
    return jsonOf(ended).steps[0].refusal;
  };

  it.each([
    [
      'S4',
      'approval on read',
      ['--with', bob, '--access', 'read', '--require-approval'],
      'approval can’t be required of somebody who only reads',
    ],
    [
      'S4',
      'approval for a team',
      ['--with', 'team:North', '--access', 'write', '--require-approval'],
      'approval can’t be required of a team',
    ],
    [
      'S8',
      'a share with the owner',
      ['--with', address('alice'), '--access', 'read'],
      'this is the record’s owner, who has it anyway',
    ],
    ['S8', 'with an inactive member', ['--with', address('otto'), '--access', 'read'], 'they are not an active member'],
    [
      'S8',
      'with an invited member',
      ['--with', address('ivy'), '--access', 'read'],
      'they have not accepted their invitation yet',
    ],
  ])('%s: %s', async (rule, _, args, message) => {
    expect(await refusal(...args)).toMatchObject({ rule, message, hint: expect.any(String) });
  });
});

describe('tokens', () => {
  const SHOW = ['record', 'show', 'R-1001', '-o', 'json'] as const;

  it('a wrong one: exit 4', async () => {
    const ended = await journey.psyctlWith({ token: 'wrong-token' }, ...SHOW);
    expect([ended.exit, errorOf(ended).code]).toEqual([4, 'token-refused']);
    expect(ended.err).not.toContain('wrong-token');
  });

  it('a missing one: exit 4, and how to give it', async () => {
    const env = { PSYCTL_HOME: '/nonexistent', PSYCTL_API_URL: journey.sandbox.url };
    const ended = await runPsyctl(SHOW, env);
    expect([ended.exit, errorOf(ended).code]).toEqual([4, 'no-token']);
    expect(errorOf(ended).hint).toContain('PSYCTL_TOKEN');
  });

  it('no connection at all, without a terminal: exit 4, never a make-believe success', async () => {
    const ended = await runPsyctl([...SHOW], { PSYCTL_HOME: '/nonexistent' });
    expect([ended.exit, errorOf(ended).code]).toEqual([4, 'no-connection']);
    expect(ended.out).toBe('');
  });
});
