import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Journey, journeyIn } from '../support/cli.ts';
import { levelsOn, messagesOn, stepsOf } from '../support/seen.ts';
import { address, record, town } from '../support/town.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await journeyIn(
    town(
      [
        record('R-own', { bob: 'read' }),
        record('R-cleo', { bob: 'full' }),
        record('R-school', {}, { profiles: ['P-1'] }),
        record('R-secret', {}, { confidential: true }),
        record('R-pending'),
      ],
      { transfers: [{ record: 'R-pending', to: address('gus'), by: address('alice') }] },
    ),
  );
});
afterAll(() => journey.close());

const change = (token: string, verb: string, number: string) =>
  journey.psyctlWith({ token: `token-${token}` }, 'record', verb, number, '--yes', '-o', 'json');
const statusOf = async (number: string) => (await journey.world()).records.find((one) => one.number === number)?.status;

describe('record archive and record reactivate', () => {
  it('R6: by the owner, and back; R5: shares stay in force; N5: nobody is written to', async () => {
    expect((await change('alice', 'archive', 'R-own')).exit).toBe(0);
    expect(await statusOf('R-own')).toBe('archived');
    expect((await levelsOn(journey, 'R-own'))['bob']).toBe('read');
    const refused = await journey.psyctl(
      ...'record share R-own --access read --yes -o json --as owner --with'.split(' '),
      address('dan'),
    );
    expect([refused.exit, ...stepsOf(refused)]).toEqual([3, '1 R5 refused']);
    expect((await change('alice', 'reactivate', 'R-own')).exit).toBe(0);
    expect(await statusOf('R-own')).toBe('active');
    expect(await messagesOn(journey, 'R-own')).toEqual([]);
  });

  it('R6: by a coordinator, and by a manager of its school, who sees only number and title', async () => {
    expect((await change('cleo', 'archive', 'R-cleo')).exit).toBe(0);
    expect((await change('max', 'archive', 'R-school')).exit).toBe(0);
    expect([await statusOf('R-cleo'), await statusOf('R-school')]).toEqual(['archived', 'archived']);
  });

  it('R6: full access gives no right to it', async () => {
    const ended = await change('bob', 'reactivate', 'R-cleo');
    expect([ended.exit, ...stepsOf(ended)]).toEqual([3, '1 R6 refused']);
  });

  it('A2: a confidential record does not exist for a coordinator', async () => {
    expect((await change('cleo', 'archive', 'R-secret')).exit).toBe(2);
  });

  it('A3: a coordinator is told how many records there are that they can’t see', async () => {
    const listed = await journey.psyctlWith({ token: 'token-cleo' }, 'record', 'list', '--owner', address('alice'));
    expect(listed.exit).toBe(0);
    expect(listed.out).not.toContain('R-secret');
    expect(listed.err).toContain('1 confidential record is left out');
  });

  it('T14: not while a transfer is pending', async () => {
    const ended = await change('alice', 'archive', 'R-pending');
    expect([ended.exit, ...stepsOf(ended)]).toEqual([3, '1 T14 refused']);
  });
});
