import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Journey, journeyIn } from '../support/cli.ts';
import { changesOf, levelsOn } from '../support/seen.ts';
import { record, town } from '../support/town.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await journeyIn(
    town([
      record('R-own', {}, { confidential: true }),
      record('R-partly', {}, { contents: { confidentialNotes: 1 } }),
      record('R-open', {}, { contents: { progressNotes: 1 } }),
    ]),
  );
});
afterAll(() => journey.close());

const shown = async (number: string) =>
  (await journey.psyctl('record', 'show', number, '--as', 'owner', '-o', 'json')).json();

describe('records and the people in them', () => {
  it('R1: a record is its owner’s alone by default', async () => {
    const who = await journey.psyctl('access', 'who', 'R-own', '--as', 'owner', '-o', 'json');
    expect(who.json()).toMatchObject([{ member: { email: 'alice@example.org' }, level: 'owner' }]);
    expect(await levelsOn(journey, 'R-own')).toEqual({ alice: 'owner' });
  });

  it('R3: what is confidential, and what is partially so because of what it holds', async () => {
    expect(await shown('R-own')).toMatchObject({ confidential: true, partiallyConfidential: false });
    expect(await shown('R-partly')).toMatchObject({ confidential: false, partiallyConfidential: true });
    expect(await shown('R-open')).toMatchObject({ confidential: false, partiallyConfidential: false });
  });

  it('O1: an e-mail names its member whatever its case', async () => {
    const share = ['record', 'share', 'R-open', '--with', 'BOB@Example.ORG', '--access', 'read', '--as', 'owner'];
    const ended = await journey.psyctl(...share, '--dry-run', '-o', 'json');
    expect([ended.exit, ...changesOf(ended)]).toEqual([0, 'bob: none → read, gained (rows 1)']);
  });
});
