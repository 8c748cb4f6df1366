import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Journey, journeyIn } from '../support/cli.ts';
import { ADMIN_TOKEN } from '../support/sandbox.ts';
import { errorOf } from '../support/seen.ts';
import { noTerminal, type Seat, seatAt } from '../support/tmux.ts';
import { address, record, town } from '../support/town.ts';

/** Enough records for a list that isn't read whole. */
const MANY = Array.from({ length: 240 }, (_, n) => record(`M-${String(n + 1).padStart(3, '0')}`));

let journey: Journey;
beforeAll(async () => {
  journey = await journeyIn(
    town(
      [
        record('R-1'),
        record('R-2', { bob: 'read', 'team:North': 'write' }),
        record('R-3', {}, { contents: { confidentialNotes: 2, rawData: 1 } }),
        record('R-4', {}, { status: 'archived' }),
        ...MANY,
      ],
      {
        spaces: [
          { id: 'S-1', name: 'Class', kind: 'collaborative', creator: address('alice') },
          { id: 'S-2', name: 'Sam Tremblay', kind: 'multi', profile: 'P-1', creator: address('alice') },
        ],
        profiles: [
          { key: 'P-1', name: 'Sam Tremblay', school: '010' },
          { key: 'P-2', name: 'Zoé Roy', school: '010' },
        ],
        transfers: [{ record: 'R-2', to: address('bob'), by: address('alice') }],
      },
    ),
  );
});
afterAll(() => journey.close());

const state = async () => ({ world: await journey.world(), outbox: await journey.outbox() });

/** Sits down at a terminal as somebody, and leaves it whatever happens; gives how psyctl ended. */
async function sitting(
  args: readonly string[],
  work: (seat: Seat) => Promise<void>,
  { token = 'token-alice' }: { token?: string } = {},
): Promise<{ exit: number; screen: string }> {
  const env = { PSYCTL_HOME: journey.home, PSYCTL_API_URL: journey.sandbox.url, PSYCTL_TOKEN: token };
  const seat = await seatAt(args, env);
  try {
    await work(seat);
    return await seat.ended();
  } finally {
    await seat.close();
  }
}
/** The same, of what changes nothing: neither what the organization is like, nor who is written to. */
async function sittingInVain(...of: Parameters<typeof sitting>): Promise<{ exit: number; screen: string }> {
  const before = await state();
  const ended = await sitting(...of);
  expect(await state()).toEqual(before);
  return ended;
}

/** Types something to search for, and waits until it is found. */
const search = async (seat: Seat, text: string, found: string | RegExp) => {
  await seat.type(text);
  const what = typeof found === 'string' ? escaped(found) : found.source;
  await seat.shows(new RegExp(`${escaped(text)}\\s*\\n[\\s\\S]*${what}`));
};
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const asAdmin = { token: ADMIN_TOKEN };
const DECLINE = async (seat: Seat) => {
  await seat.shows('(y/N)');
  await seat.press('Enter');
};

describe.skipIf(noTerminal)('a change that lacks everything, in a real terminal', () => {
  it('asks with lists that are searched, gone through and marked, then says how to type the same', async () => {
    const { exit, screen } = await sittingInVain(['record', 'share'], async (seat) => {
      await seat.shows('Which records?');
      await search(seat, 'R-', '> [ ] R-1  Title of R-1');
      await seat.press('Space');
      await seat.shows('> [x] R-1');
      await seat.press('Down', 'Down', 'Up', 'Down', 'Space');
      await seat.shows('2 chosen');
      await seat.press('Enter');
      await seat.shows('Share with whom?');
      await search(seat, 'gus', '> [ ] gus@example.org  Gus Test');
      await seat.press('Enter');
      await seat.shows('What may they do?');
      await seat.press('Down');
      await seat.shows('> write  read and write');
      await seat.press('Enter');
      await DECLINE(seat);
    });
    expect(exit).toBe(6);
    expect(screen).toContain(
      'The same without being asked:\n  psyctl record share R-1 R-3 --with gus@example.org --access write',
    );
    expect(screen).toContain('nothing was sent');
  });

  it('sends once somebody has agreed, and what was said to be the same is the same', async () => {
    const before = await state();
    const { exit, screen } = await sitting(['record', 'share', 'R-1'], async (seat) => {
      await seat.shows('Share with whom?');
      await search(seat, 'north', '> [ ] team:North  3 people');
      await seat.press('Enter');
      await seat.shows('What may they do?');
      await seat.press('Enter');
      await seat.shows('(y/N)');
      expect(await state()).toEqual(before);
      await seat.type('y');
      await seat.press('Enter');
    });
    expect(exit).toBe(0);
    const [, words = ''] = /\n {2}psyctl (record share .*)\n/.exec(screen) ?? [];
    expect(words).toBe('record share R-1 --with team:North --access read');
    const again = await journey.psyctlWith({ token: 'token-alice' }, ...words.split(' '), '--dry-run', '-o', 'json');
    expect(JSON.parse(again.out).summary.steps).toMatchObject({ change: 0, unchanged: 1 });
  });

  it('goes back a question with Esc, and leaves with Esc at the first', async () => {
    const { exit, screen } = await sittingInVain(['record', 'share'], async (seat) => {
      await search(seat, 'R-1', '> [ ] R-1 ');
      await seat.press('Enter');
      await seat.shows('Share with whom?');
      await seat.press('Escape');
      await seat.shows(/Which records\?[^?]*Which records\?|Which records\? *\n/);
      await search(seat, 'R-3', '> [ ] R-3 ');
      await seat.press('Enter');
      await seat.shows(/Which records\? R-3/);
      await seat.press('Escape');
      await seat.shows(/> \[ \] M-001[\s\S]*$/);
      await seat.press('Escape');
    });
    expect(exit).toBe(2);
    expect(screen).toContain('RECORD is missing');
  });

  it.each([
    [['record', 'share'], 'Which records?'],
    [['record', 'share', 'R-1'], 'Share with whom?'],
    [['record', 'share', 'R-1', '--with', 'bob@example.org'], 'What may they do?'],
    [['team', 'create'], 'What is it called?'],
    [['member', 'set-roles', 'bob@example.org'], 'What becomes of what they have?'],
  ])('%j ends with 130 after Ctrl-C, 2 after Esc or Ctrl-D, and nothing was sent', async (args, question) => {
    for (const [key, code] of [
      ['C-c', 130],
      ['Escape', 2],
      ['C-d', 2],
    ] as const) {
      const { exit } = await sittingInVain(args, async (seat) => {
        await seat.shows(question);
        await seat.press(key);
      });
      expect([key, exit]).toEqual([key, code]);
    }
  });
});

describe.skipIf(noTerminal)('each kind of question', () => {
  it('a long list: further pages come as somebody goes on, the first stands before', async () => {
    await sittingInVain(['record', 'archive', '--verbose'], async (seat) => {
      const first = await seat.shows('> [ ] M-001');
      expect(first.match(/\/v1\/records/g)).toHaveLength(1);
      for (let pressed = 0; pressed < 9; pressed += 1) {
        await seat.press('PageDown');
        await seat.shows(/> \[ \] M-/);
      }
      await seat.shows(/> \[ \] M-0[6-9]\d/);
      await seat.press('C-c');
    });
  });

  it('archived records alone are offered to be made active again', async () => {
    await sittingInVain(['record', 'reactivate'], async (seat) => {
      expect(await seat.shows('> [ ] R-4')).not.toContain('R-1');
      await seat.press('C-c');
    });
  });

  it('what isn’t in a list that is seen in part is taken as typed', async () => {
    const { exit, screen } = await sittingInVain(['record', 'archive'], async (seat) => {
      await search(seat, 'R-99', '> [ ] R-99  as typed');
      await seat.press('Enter');
    });
    expect([exit, screen.includes('R-99')]).toEqual([2, true]);
  });

  it('acting for each owner, whose records come first', async () => {
    const { exit, screen } = await sittingInVain(
      ['record', 'archive', '--as', 'owner'],
      async (seat) => {
        await seat.shows('Whose records?');
        await search(seat, 'alice', '> alice@example.org');
        await seat.press('Enter');
        await search(seat, 'R-1', '> [ ] R-1 ');
        await seat.press('Enter');
        await DECLINE(seat);
      },
      asAdmin,
    );
    expect([exit, screen.includes('psyctl record archive R-1 --as owner')]).toEqual([6, true]);
  });

  it('an administrator who acts for nobody is told why there is nothing', async () => {
    await sittingInVain(
      ['record', 'archive'],
      async (seat) => {
        await seat.shows('begin again with --as owner');
        await seat.press('C-c');
      },
      asAdmin,
    );
  });

  it('whom a record is shared with, of whom it is taken from', async () => {
    const { screen } = await sittingInVain(['record', 'unshare', 'R-2'], async (seat) => {
      const shown = await seat.shows('[ ] team:North');
      expect(shown).toContain('[ ] bob@example.org');
      expect(shown).not.toContain('gus@example.org');
      await seat.press('Space', 'Down', 'Space', 'Enter');
      await DECLINE(seat);
    });
    expect(screen).toMatch(
      /psyctl record unshare R-2 --from (bob@example.org team:North|team:North bob@example.org)\n/,
    );
  });

  it('one member to transfer to; deleting is agreed to by typing the number of items', async () => {
    const { exit } = await sittingInVain(['record', 'transfer', 'R-3'], async (seat) => {
      const shown = await seat.shows('> alice@example.org');
      expect(shown).not.toContain('ada@example.org');
      await search(seat, 'gus', '> gus@example.org');
      await seat.press('Enter');
      await seat.shows('3 items');
      await seat.type('y');
      await seat.press('Enter');
    });
    expect(exit).toBe(6);
  });

  it('transfers that wait, by their records', async () => {
    const { screen } = await sittingInVain(['transfer', 'cancel'], async (seat) => {
      await seat.shows('> [ ] R-2  Title of R-2  alice@example.org → bob@example.org');
      await seat.press('Enter');
      await DECLINE(seat);
    });
    expect(screen).toContain('psyctl transfer cancel R-2\n');
  });

  it('a space: what kind, for which profile, then the rest as usual', async () => {
    const { screen } = await sittingInVain(['space', 'create', '--dry-run'], async (seat) => {
      await seat.shows('> multi');
      await seat.press('Enter');
      const shown = await seat.shows('> [ ] P-2');
      expect(shown).not.toContain('P-1');
      await seat.press('Enter');
      await seat.shows('Dry run');
    });
    expect(screen).toContain('psyctl space create --for P-2 --kind multi --dry-run\n');
  });

  it('a level for spaces that have levels, and none for those that have none', async () => {
    await sittingInVain(['space', 'share', '--with', 'gus@example.org'], async (seat) => {
      await search(seat, 'Sam', '> [ ] S-2');
      await seat.press('Enter');
      await seat.shows('What may they do?');
      await seat.press('C-c');
    });
    const { screen } = await sittingInVain(['space', 'share', '--with', 'gus@example.org'], async (seat) => {
      await search(seat, 'Class', '> [ ] S-1');
      await seat.press('Enter');
      await DECLINE(seat);
    });
    expect(screen).toContain('psyctl space share S-1 --with gus@example.org\n');
  });

  it('a team, then who is in it and who isn’t', async () => {
    const { screen } = await sittingInVain(
      ['team', 'add'],
      async (seat) => {
        await seat.shows('> North  3 people');
        await seat.press('Enter');
        const shown = await seat.shows('[ ] alice@example.org');
        expect(shown).not.toContain('dan@example.org');
        await seat.press('Enter');
        await DECLINE(seat);
      },
      asAdmin,
    );
    expect(screen).toMatch(/psyctl team add North \S+@example.org\n/);
    await sittingInVain(
      ['team', 'remove', 'North'],
      async (seat) => {
        expect(await seat.shows('> [ ] dan@example.org')).not.toContain('alice@example.org');
        await seat.press('C-c');
      },
      asAdmin,
    );
  });

  it('what becomes of roles: one of three with the arrow keys, then several of four', async () => {
    const { screen } = await sittingInVain(
      ['member', 'set-roles', 'bob@example.org'],
      async (seat) => {
        await seat.shows('❯ It stays, and something is added');
        await seat.press('Down', 'Up', 'Enter');
        await seat.shows('What is added?');
        await seat.press('Down', 'Space', 'Down', 'Down', 'Space', 'Enter');
        await DECLINE(seat);
      },
      asAdmin,
    );
    expect(screen).toContain('psyctl member set-roles bob@example.org --add coordinator manager\n');
  });

  it('schools by code or name', async () => {
    const { screen } = await sittingInVain(
      ['member', 'assign-schools', 'bob@example.org'],
      async (seat) => {
        await seat.shows('❯ It stays');
        await seat.press('Down', 'Down', 'Enter');
        await search(seat, 'ruisseau', '> [ ] 010  École du Ruisseau');
        await seat.press('Enter');
        await DECLINE(seat);
      },
      asAdmin,
    );
    expect(screen).toContain('psyctl member assign-schools bob@example.org --school 010\n');
  });

  it('what is typed: addresses, which are checked as they come', async () => {
    const { screen } = await sittingInVain(
      ['member', 'invite', '--role', 'practitioner'],
      async (seat) => {
        await seat.shows('Which e-mail addresses?');
        await seat.type('new@example.org, nonsense');
        await seat.press('Enter');
        await seat.shows('nonsense” is no e-mail address');
        await seat.press(...Array.from('nonsense', () => 'BSpace'));
        await seat.type('other@example.org');
        await seat.press('Enter');
        await DECLINE(seat);
      },
      asAdmin,
    );
    expect(screen).toContain('psyctl member invite new@example.org other@example.org --role practitioner\n');
  });

  it('a name, quoted for the shell', async () => {
    const { screen } = await sittingInVain(
      ['team', 'rename', 'North'],
      async (seat) => {
        await seat.shows('What is it called?');
        await seat.type('Far North');
        await seat.press('Enter');
        await DECLINE(seat);
      },
      asAdmin,
    );
    expect(screen).toContain('psyctl team rename North "Far North"\n');
  });
});

describe.skipIf(noTerminal)('in French', () => {
  it('asks and says the same', async () => {
    const { exit, screen } = await sittingInVain(['record', 'share', 'R-1', '--lang', 'fr'], async (seat) => {
      await seat.shows('Partager avec qui?');
      await search(seat, 'gus', '> [ ] gus@example.org');
      await seat.press('Enter');
      await seat.shows('> read  lecture seule');
      await seat.press('Enter');
      await seat.shows('(o/N)');
      await seat.press('Enter');
    });
    expect(exit).toBe(6);
    expect(screen).toContain('psyctl record share R-1 --with gus@example.org --access read --lang fr\n');
  });
});

describe('nothing is asked', () => {
  it('without a terminal', async () => {
    const ended = await journey.psyctlWith({ token: 'token-alice' }, 'record', 'share', 'R-1', '-o', 'json');
    expect([ended.exit, errorOf(ended).code, ended.out]).toEqual([2, 'missing-value', '']);
  });

  it.skipIf(noTerminal)('with --yes', async () => {
    const { exit, screen } = await sittingInVain(['record', 'share', 'R-1', '--yes'], async () => {});
    expect([exit, screen.includes('--access is missing')]).toEqual([2, true]);
  });

  it.skipIf(noTerminal)('with --csv', async () => {
    const { exit } = await sittingInVain(['record', 'share', '--csv', '/nowhere.csv'], async () => {});
    expect(exit).toBe(2);
  });
});
