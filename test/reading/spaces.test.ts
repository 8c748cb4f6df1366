import { describe, expect, it } from 'vitest';
import type { WorldInput } from '../../src/contract/world.ts';
import { Failure } from '../../src/failures/failure.ts';
import { askerOf } from '../../src/reading/asker.ts';
import { resolveProfiles } from '../../src/reading/profiles.ts';
import { resolveSpaces } from '../../src/reading/spaces.ts';
import { countedReading } from '../support/counted.ts';

const SPACES = 120;
const email = (n: number) => `m${n}@example.org`;
const key = (n: number) => `P-${1000 + n}`;

/** 120 profiles, each with a multi-space of one of two creators. */
const world: WorldInput = {
  organization: { name: 'Test' },
  members: [
    { email: 'admin@example.org', roles: ['administrator'] },
    { email: email(0), roles: ['practitioner'] },
    { email: email(1), roles: ['practitioner'] },
  ],
  profiles: Array.from({ length: SPACES }, (_, n) => ({ key: key(n), name: `Invented ${n}` })),
  spaces: Array.from({ length: SPACES }, (_, n) => ({
    id: `S-${n}`,
    kind: 'multi' as const,
    profile: key(n),
    creator: email(n % 2),
  })),
};

const counted = countedReading(world);
const named = (texts: readonly string[]) => texts.map((text) => ({ text, place: {} }));
const every = (name: (n: number) => string) => named(Array.from({ length: SPACES }, (_, n) => name(n)));

describe('spaces', () => {
  it('A1: under --as owner, a hundred at a time to find the creators, then what each of them sees', async () => {
    const asker = await askerOf(counted.reader, 'owner');
    const found = await resolveSpaces(
      counted.reader,
      asker,
      every((n) => `S-${n}`),
    );
    expect([...found.values()].filter(({ wire }) => wire.members)).toHaveLength(SPACES);
    expect(new Set([...found.values()].map(({ actor }) => actor)).size).toBe(2);
    expect(counted.times('/v1/spaces')).toBe(4);
  });

  it('A1: by their profiles too, though with act-as alone a space says no profile', async () => {
    const asker = await askerOf(counted.reader, 'owner');
    const found = await resolveSpaces(
      counted.reader,
      asker,
      every((n) => `multi:${key(n)}`),
    );
    expect(found.get(`multi:${key(7)}`)?.wire).toMatchObject({ id: 'S-7', profile: { key: key(7) } });
    expect(counted.times('/v1/spaces')).toBeLessThan(10);
  });

  it('A2: one nobody who asks is in is unknown, with the nearest of those they are in', async () => {
    const asker = await askerOf(counted.reader, email(0));
    const failure = await resolveSpaces(counted.reader, asker, named(['S-1'])).catch((error) => error);
    expect(failure).toBeInstanceOf(Failure);
    expect(failure).toMatchObject({ code: 'unknown-space' });
    expect(failure.details.nearest).not.toContain('S-1');
  });
});

describe('profiles', () => {
  it('C6: by key or id, a hundred at a time; unknown ones with the nearest keys', async () => {
    const asker = await askerOf(counted.reader, email(0));
    expect((await resolveProfiles(counted.reader, asker, every(key))).size).toBe(SPACES);
    expect(counted.times('/v1/profiles')).toBe(2);
    const failure = await resolveProfiles(counted.reader, asker, named(['P-10000'])).catch((error) => error);
    expect(failure).toMatchObject({
      code: 'unknown-profile',
      details: { nearest: expect.arrayContaining(['P-1000']) },
    });
  });
});
