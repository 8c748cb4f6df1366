import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Failure, Failures } from '../../src/failures/failure.ts';
import type { SpacesOfSchool } from '../../src/model/intents/onboarding.ts';
import { askerOf } from '../../src/reading/asker.ts';
import { resolve } from '../../src/reading/resolve.ts';
import { spacesOfSchool } from '../../src/reading/school-spaces.ts';
import { sandboxOf, type TestSandbox } from '../support/sandbox.ts';
import { address, town } from '../support/town.ts';

let test: TestSandbox;
beforeAll(async () => {
  test = await sandboxOf(
    town([], {
      schools: [
        { code: '010', name: 'École du Ruisseau' },
        { code: '020', name: 'École du Lac' },
        { code: '030', name: 'École du Cap' },
      ],
      profiles: [
        { key: 'P-1', name: 'Sam Tremblay', school: '010' },
        { key: 'P-2', name: 'Noa Roy', school: '010' },
        { key: 'P-3', name: 'Lou Gagné', school: '020' },
      ],
      spaces: [{ id: 'S-1', name: 'Sam Tremblay', kind: 'multi', profile: 'P-1', creator: address('bob') }],
    }),
  );
});
afterAll(() => test.close());

const place = { file: 'school.yaml', row: 7, column: 11 };
const north = { ref: 'grantee' as const, type: 'team' as const, text: 'North', place };
const ofSchool = (school: string, prune = false): SpacesOfSchool => ({
  action: 'onboard.spaces',
  row: 7,
  desired: true,
  school,
  share: [{ row: 8, grantee: north, level: 'write' }],
  prune,
  place,
});

async function made(school: string, prune = false) {
  const { reader } = test.admin;
  return await spacesOfSchool(reader, await askerOf(reader, 'owner'), ofSchool(school, prune));
}

/** What changes of a school's spaces come to, once its spaces have been looked for. */
async function found(as: string | undefined) {
  const { reader } = test.admin;
  const asker = await askerOf(reader, as);
  const { intents } = await resolve(reader, asker, await spacesOfSchool(reader, asker, ofSchool('010')));
  const members = await test.world();
  const email = (id: string) => members.members.find((member) => member.id === id)?.email;
  return intents.map((intent) => `${intent.action} ${'space' in intent && intent.space} by ${email(intent.actor)}`);
}

describe('a multi-space for every profile of a school', () => {
  it('C2: is made and shared for each of them, and for none of another school', async () => {
    const intents = await made('010');
    expect(intents.map((one) => `${one.action} ${'space' in one && one.space.text}`)).toEqual([
      'space.create P-1',
      'space.share P-1',
      'space.create P-2',
      'space.share P-2',
    ]);
    expect(intents.map(({ row, desired }) => [row, desired])).toEqual([
      [7, true],
      [8, true],
      [7, true],
      [8, true],
    ]);
  });

  it('is pruned to those it is shared with, where nobody else is to be in it', async () => {
    const pruning = (await made('010', true)).filter(({ action }) => action === 'onboard.prune-space');
    expect(pruning).toMatchObject([
      { space: { text: 'P-1' }, keep: [north] },
      { space: { text: 'P-2' }, keep: [north] },
    ]);
  });

  it('is none where a school has no profiles yet', async () => {
    expect(await made('030')).toEqual([]);
  });

  it('O8: of a code no school has is an error where it is written, with the nearest', async () => {
    const error: unknown = await made('011').catch((thrown: unknown) => thrown);
    const [failure] = error instanceof Failures ? error.failures : [error];
    expect(failure).toBeInstanceOf(Failure);
    expect(failure).toMatchObject({ code: 'unknown-school', details: { text: '011' }, where: place });
    expect(failure).toMatchObject({ details: { nearest: expect.arrayContaining(['010']) } });
  });

  it('C6, A1: is the one a practitioner made, reached through its creator under --as owner', async () => {
    const [bob, ada] = [address('bob'), address('ada')];
    expect(await found('owner')).toEqual([
      `space.create S-1 by ${bob}`,
      `space.share S-1 by ${bob}`,
      `space.create new:P-2 by ${ada}`,
      `space.share new:P-2 by ${ada}`,
    ]);
  });

  it('C6: is not reached without, where somebody else made it', async () => {
    expect(await found(undefined)).toEqual(
      ['create new:P-1', 'share new:P-1', 'create new:P-2', 'share new:P-2'].map(
        (one) => `space.${one} by ${address('ada')}`,
      ),
    );
  });
});
