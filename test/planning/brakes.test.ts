import { describe, expect, it } from 'vitest';
import { DEFAULT_LOSS_LIMIT, exceedsLosses, lossesOf } from '../../src/planning/brakes.ts';
import { organization } from '../support/organization.ts';
import { planIn, unshare } from '../support/planning.ts';

/** A record that some people read directly, and more through a team of their own each. */
function shared(people: number, kept = 0) {
  const record = organization().record('R-1', { owner: 'alice' });
  const named = (prefix: string, n: number) => Array.from({ length: n }, (_, at) => `${prefix}${at}`);
  return [...named('m', people), ...named('k', kept)].reduce((so, one) => so.share(one, 'read'), record);
}
const ending = (people: number, kept = 0) =>
  planIn(shared(people, kept), ...Array.from({ length: people }, (_, n) => unshare('alice', 'R-1', `m${n}`)));

describe('losses', () => {
  it('S7: a loss is a member who falls to nothing; who keeps another way loses nothing', () => {
    const through = shared(2).team('North', 'm0').share('team:North', 'read');
    expect(lossesOf(planIn(through, unshare('alice', 'R-1', 'm0'), unshare('alice', 'R-1', 'm1')))).toBe(1);
  });

  it('T4: who is cut off already is no loss', () => {
    const pending = shared(6).transfer('owner', 'rita');
    expect(lossesOf(planIn(pending, unshare('alice', 'R-1', 'm0')))).toBe(0);
  });

  it('four losses or fewer always pass, five of few people do not', () => {
    expect(DEFAULT_LOSS_LIMIT).toEqual({ percent: 25 });
    expect(exceedsLosses(ending(4), DEFAULT_LOSS_LIMIT)).toBe(false);
    expect(exceedsLosses(ending(4), { number: 0 })).toBe(false);
    expect(exceedsLosses(ending(5), DEFAULT_LOSS_LIMIT)).toBe(true);
  });

  it('the percentage is of those above none today on what is touched, the owner among them', () => {
    expect(ending(5, 14).pairsToday).toBe(20);
    expect(exceedsLosses(ending(5, 14), { percent: 25 })).toBe(false);
    expect(exceedsLosses(ending(5, 13), { percent: 25 })).toBe(true);
  });

  it('a number is a number', () => {
    expect(exceedsLosses(ending(6), { number: 6 })).toBe(false);
    expect(exceedsLosses(ending(6), { number: 5 })).toBe(true);
  });
});
