import type { Keyring } from '../../src/settings/keyring.ts';

/** A keyring that a test looks into. */
export interface FakeKeyring extends Keyring {
  readonly kept: Map<string, string>;
}

/** A keyring as it should be, or with some of its methods broken. */
export function fakeKeyring(broken: Partial<Keyring> = {}): FakeKeyring {
  const kept = new Map<string, string>();
  return {
    kept,
    get: async (name) => kept.get(name) ?? null,
    set: async (name, secret) => void kept.set(name, secret),
    remove: async (name) => void kept.delete(name),
    ...broken,
  };
}

/** What a Linux without a desktop has: it refuses to store, and says of everything that there is none. */
export const headless = (): FakeKeyring =>
  fakeKeyring({
    set: async () => {
      throw new Error('Couldn’t access platform storage');
    },
    get: async () => null,
  });

/** Takes everything, and forgets it. */
export const forgetful = (): FakeKeyring => fakeKeyring({ set: async () => {} });
