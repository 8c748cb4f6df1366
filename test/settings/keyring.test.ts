import { describe, expect, test, vi } from 'vitest';
import { keepIn, patiently, systemKeyring, troubleOf, troubleWith } from '../../src/settings/keyring.ts';
import { fakeKeyring, forgetful, headless } from '../support/keyrings.ts';

describe('a keyring really answers', () => {
  test('when it gives back what it was given, and forgets what it is told to', async () => {
    const keyring = fakeKeyring();
    keyring.kept.set('school', 'token');
    expect(await troubleWith(keyring)).toBeNull();
    expect([...keyring.kept]).toEqual([['school', 'token']]);
  });

  test.each([
    ['that can’t store', headless(), { problem: 'failing', said: 'Couldn’t access platform storage' }],
    ['that forgets', forgetful(), { problem: 'unfaithful', said: '' }],
    ['that gives back another', fakeKeyring({ get: async () => 'other' }), { problem: 'unfaithful', said: '' }],
    ['that never forgets', fakeKeyring({ remove: async () => {} }), { problem: 'unfaithful', said: '' }],
  ])('and not one %s', async (_, keyring, trouble) => {
    expect(await troubleWith(keyring)).toEqual(trouble);
  });

  test('and a token is compared when it is kept, not only at a trial', async () => {
    await expect(keepIn(forgetful(), 'school', 'token')).rejects.toThrow();
    const keyring = fakeKeyring();
    await keepIn(keyring, 'school', 'token');
    expect(keyring.kept.get('school')).toBe('token');
  });
});

describe('what the system says of its keyring', () => {
  test('is told on one line, without the secret it may quote', () => {
    const error = new Error('can’t store “s3cret”:\n  no   room');
    expect(troubleOf(error, 's3cret')).toEqual({ problem: 'failing', said: 'can’t store “***”: no room' });
    expect(troubleOf(new Error('x'.repeat(999))).said).toHaveLength(200);
  });

  test.each([
    Object.assign(new Error('Cannot find module'), { code: 'MODULE_NOT_FOUND' }),
    Object.assign(new Error('Cannot find package'), { code: 'ERR_MODULE_NOT_FOUND' }),
    new Error('Cannot find native binding. npm has a bug'),
  ])('is nothing where none is installed: %s', (error) => {
    expect(troubleOf(error)).toEqual({ problem: 'missing', said: '' });
  });
});

// Whichever machine this is: a desktop has one that answers, a server has none, and neither is taken for the other.
test('the keyring of this machine either really answers, or is said not to', async () => {
  const keyring = systemKeyring(`psyctl test ${process.pid}`);
  const trouble = await troubleWith(keyring);
  if (trouble === null) {
    await keepIn(keyring, 'school', 'token');
    expect(await keyring.get('school')).toBe('token');
    await keyring.remove('school');
    expect(await keyring.get('school')).toBeNull();
  } else {
    expect(['failing', 'missing', 'unfaithful']).toContain(trouble.problem);
    await expect(keepIn(keyring, 'school', 'token')).rejects.toThrow();
  }
});

test('who waits for a keyring is told so, and who doesn’t is not', async () => {
  vi.useFakeTimers();
  const waiting = vi.fn();
  let open = (_: string) => {};
  const locked = fakeKeyring({ get: () => new Promise((resolve) => (open = resolve)) });
  await patiently(fakeKeyring(), waiting).set('school', 'token');
  const token = patiently(locked, waiting).get('school');
  await vi.advanceTimersByTimeAsync(1999);
  expect(waiting).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  open('token');
  expect(await token).toBe('token');
  await vi.advanceTimersByTimeAsync(9999);
  expect(waiting).toHaveBeenCalledTimes(1);
  vi.useRealTimers();
});
