import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Account, account } from '../support/account.ts';
import { type Journey, journeyIn } from '../support/cli.ts';
import { ADMIN_TOKEN } from '../support/sandbox.ts';
import { jsonOf } from '../support/seen.ts';
import { noTerminal, type Seat, seatAt } from '../support/tmux.ts';
import { town } from '../support/town.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await journeyIn(town([]));
});
afterAll(() => journey.close());

/** Sits down at a terminal, and leaves it whatever happens. */
async function sitting(
  keyring: Parameters<typeof account>[0],
  args: readonly string[],
  work: (seat: Seat, desk: Account) => Promise<void>,
): Promise<void> {
  const desk = account(keyring);
  const seat = await seatAt(args, desk.env);
  try {
    await work(seat, desk);
  } finally {
    await seat.close();
    desk.close();
  }
}

const enter = async (seat: Seat, text: string) => {
  await seat.type(text);
  await seat.press('Enter');
};
const LOGIN = ['auth', 'login'];

describe.skipIf(noTerminal)('psyctl auth login, in a real terminal', () => {
  it('asks for URL and token, which is not shown, and keeps it in the keyring', async () => {
    await sitting('answers', LOGIN, async (seat, desk) => {
      await seat.shows('URL of the API');
      await enter(seat, journey.sandbox.url);
      await seat.shows(`Token for ${new URL(journey.sandbox.url).host}`);
      await seat.type(ADMIN_TOKEN);
      // A star for each character; and the key that shows what was typed elsewhere shows nothing here.
      await seat.press('C-t');
      await seat.shows('*'.repeat(ADMIN_TOKEN.length));
      await seat.press('Enter');
      const { exit, screen } = await seat.ended();
      expect(exit).toBe(0);
      expect(screen).toContain('Signed in: Ada Test <ada@example.org>');
      expect(screen).not.toContain(ADMIN_TOKEN);
      expect(Object.values(desk.keyring())).toEqual([ADMIN_TOKEN]);
      expect(desk.filesWith(ADMIN_TOKEN)).toEqual([]);
    });
  });

  it('lets what was typed be put right with the arrow keys', async () => {
    const url = journey.sandbox.url;
    await sitting('answers', LOGIN, async (seat, desk) => {
      await seat.shows('URL of the API');
      await seat.type(`htp${url.slice(4)}`);
      await seat.press(...Array.from(url.slice(4), () => 'Left'), 'Left');
      await enter(seat, 't');
      await seat.shows(`Token for ${new URL(url).host}`);
      await seat.type(ADMIN_TOKEN.slice(1));
      await seat.press(...Array.from(ADMIN_TOKEN.slice(1), () => 'Left'));
      await enter(seat, ADMIN_TOKEN.slice(0, 1));
      expect([(await seat.ended()).exit, Object.values(desk.keyring())]).toEqual([0, [ADMIN_TOKEN]]);
    });
  });

  it('says what is wrong with what was typed, and asks again', async () => {
    await sitting('answers', LOGIN, async (seat, desk) => {
      await seat.shows('URL of the API');
      await enter(seat, 'api.example');
      await seat.shows('“api.example” is no URL of an API');
      await seat.press('C-u');
      await enter(seat, journey.sandbox.url);
      await seat.shows('Token for');
      await seat.press('Enter');
      await seat.shows('no token was given');
      await enter(seat, 'two words');
      await seat.shows('what was given is no token');
      await seat.press('C-c');
      expect((await seat.ended()).exit).toBe(4);
      expect(desk.keyring()).toEqual({});
    });
  });

  it('keeps the token in a file only after yes', async () => {
    await sitting('silent', [...LOGIN, '--api-url', journey.sandbox.url], async (seat, desk) => {
      await seat.shows('Token for');
      await enter(seat, ADMIN_TOKEN);
      await seat.shows(/unencrypted, where only you can\s+read it\? \(y\/N\)/);
      expect(desk.files()).toEqual([]);
      await enter(seat, 'y');
      const { exit, screen } = await seat.ended();
      expect([exit, desk.filesWith(ADMIN_TOKEN)]).toEqual([0, [`${desk.home}/tokens.json`]]);
      expect(screen.replace(/\s+/g, ' ')).toContain('which only you can read');
    });
  });

  it.each([
    ['no', 'n'],
    ['Enter alone', ''],
    ['Esc', null],
    ['Ctrl-C', null],
  ] as const)('keeps nothing after %s', async (key, typed) => {
    await sitting('silent', [...LOGIN, '--api-url', journey.sandbox.url], async (seat, desk) => {
      await seat.shows('Token for');
      await enter(seat, ADMIN_TOKEN);
      await seat.shows('(y/N)');
      if (typed === null) await seat.press(key === 'Esc' ? 'Escape' : 'C-c');
      else await enter(seat, typed);
      const { exit, screen } = await seat.ended();
      expect([exit, desk.files()]).toEqual([4, []]);
      expect(screen).toContain('not signed in');
    });
  });

  it.each([
    ['Escape', 'URL of the API', LOGIN],
    ['C-c', 'URL of the API', LOGIN],
    ['C-d', 'URL of the API', LOGIN],
    ['Escape', 'Token for', [...LOGIN, '--api-url', 'http://127.0.0.1:1']],
    ['C-c', 'Token for', [...LOGIN, '--api-url', 'http://127.0.0.1:1']],
  ] as const)('%s at “%s” ends with 4, and nothing was asked of any API', async (key, question, args) => {
    await sitting('answers', args, async (seat, desk) => {
      await seat.shows(question);
      await seat.press(key);
      const { exit, screen } = await seat.ended();
      expect(exit).toBe(4);
      expect(screen).toContain('not signed in: nothing was kept');
      expect([desk.files(), desk.keyring()]).toEqual([[], {}]);
    });
  });

  it('offers what is used now, so that signing in anew takes one key and the token', async () => {
    const desk = account();
    const input = 'token-alice';
    await desk.psyctl({ input }, ...LOGIN, '--api-url', journey.sandbox.url, '--connection', 'school', '--with-token');
    const seat = await seatAt(LOGIN, desk.env);
    try {
      await seat.shows(`(${journey.sandbox.url})`);
      await seat.press('Enter');
      await seat.shows('Token for');
      await enter(seat, ADMIN_TOKEN);
      expect((await seat.ended()).exit).toBe(0);
      expect(Object.values(desk.keyring())).toEqual([ADMIN_TOKEN]);
      expect(Object.keys(desk.keyring())[0]).toMatch(/ school$/);
    } finally {
      await seat.close();
      desk.close();
    }
  });
});

describe.skipIf(noTerminal)('psyctl connection use, in a real terminal', () => {
  const desk = account();
  const sits = async (work: (seat: Seat) => Promise<void>) => {
    const seat = await seatAt(['connection', 'use'], desk.env);
    try {
      await seat.shows('Which connection');
      await work(seat);
    } finally {
      await seat.close();
    }
  };
  const current = async () =>
    (jsonOf(await desk.psyctl({}, 'connection', 'list', '-o', 'json')) as { name: string; current: boolean }[])
      .filter((one) => one.current)
      .map(({ name }) => name);
  beforeAll(async () => {
    for (const name of ['one', 'two']) {
      const named = ['--api-url', journey.sandbox.url, '--connection', name, '--with-token'];
      await desk.psyctl({ input: ADMIN_TOKEN }, ...LOGIN, ...named);
    }
  });
  afterAll(() => desk.close());

  it('begins at the one that is used, and takes the one the arrow keys lead to', async () => {
    await sits(async (seat) => {
      await seat.shows(/❯ two/);
      await seat.press('Up');
      await seat.shows(/❯ one/);
      await seat.press('Enter');
      const { exit, screen } = await seat.ended();
      expect([exit, await current()]).toEqual([0, ['one']]);
      expect(screen).toContain('Commands use the connection “one” from now on.');
    });
  });

  it.each(['Escape', 'C-c'])('after %s all is as it was', async (key) => {
    const before = await current();
    await sits(async (seat) => {
      await seat.press('Down');
      await seat.press(key);
      expect([(await seat.ended()).exit, await current()]).toEqual([2, before]);
    });
  });
});

describe.skipIf(noTerminal)('without a connection, in a real terminal', () => {
  it('the doctor says that psyctl uses the sandbox', async () => {
    await sitting('answers', ['doctor'], async (seat) => {
      const { exit, screen } = await seat.ended();
      expect(exit).toBe(0);
      expect(screen).toMatch(/^warn +connection +none is configured: in a terminal psyctl uses the embedded/m);
    });
  });
});
