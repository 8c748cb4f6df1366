import { PassThrough } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { type Choosing, choose } from '../../src/terminal/choose.ts';
import type { Choice } from '../../src/terminal/pages.ts';

const WORDS = { keys: 'the keys', loading: 'loading', none: 'nothing', taken: (count: number) => `${count} taken` };
const KEYS = { up: '\u001b[A', down: '\u001b[B', pageDown: '\u001b[6~', enter: '\r', space: ' ', tab: '\t' } as const;
const PAGE = 5;

/** A list of two hundred, five to a page, and how many pages of it were read. */
function longList() {
  const names = Array.from({ length: 200 }, (_, n) => `R-${n + 1}`);
  const asked: string[] = [];
  const find: Choosing['find'] = async function* (typed) {
    const found = names.filter((name) => name.includes(typed));
    for (let at = 0; at < found.length; at += PAGE) {
      asked.push(`${typed}@${at}`);
      yield found.slice(at, at + PAGE).map((value): Choice => ({ value, label: `${value} of somebody` }));
    }
  };
  return { find, asked };
}

const leaving: (() => void)[] = [];
afterEach(() => {
  for (const leave of leaving.splice(0)) leave();
});

/** A question that stands, and somebody at it. */
function asked({ find, ...more }: Partial<Choosing> & Pick<Choosing, 'find'>) {
  const input = new PassThrough();
  const output = new PassThrough();
  let shown = '';
  output.on('data', (data) => {
    shown += String(data);
  });
  leaving.push(() => input.end());
  const answer = choose({ message: 'Which?', many: false, rows: 5, words: WORDS, find, ...more }, { input, output });
  const outcome = answer.then(
    (chosen) => chosen.map(({ value }) => value),
    (error: unknown) => error as Error & { by?: string },
  );
  const shows = async (text: string) => {
    for (let n = 0; n < 200; n++) {
      if (stripVTControlCharacters(shown).includes(text)) return;
      await wait(10);
    }
    throw new Error(`“${text}” never came: ${stripVTControlCharacters(shown).slice(-600)}`);
  };
  /** Presses keys, and waits until the list shows what they lead to. */
  const press = async (keys: string, then: string) => {
    shown = '';
    input.write(keys);
    await shows(then);
  };
  return { outcome, shows, press, input };
}

describe('one of a long list', () => {
  it('is the first that is found, unless the arrows lead elsewhere', async () => {
    const { outcome, shows, press, input } = asked(longList());
    await shows('> R-1 ');
    await press(KEYS.down, '> R-2 ');
    await press(KEYS.down, '> R-3 ');
    await press(KEYS.up, '> R-2 ');
    input.write(KEYS.enter);
    expect(await outcome).toEqual(['R-2']);
  });

  it('is read page by page, as far as somebody goes', async () => {
    const { find, asked: pages } = longList();
    const { outcome, shows, press, input } = asked({ find });
    await shows('> R-1 ');
    expect(pages).toEqual(['@0']);
    await press(KEYS.pageDown, '> R-5 ');
    await press(KEYS.pageDown, '> R-10 ');
    expect(pages.length).toBeLessThan(6);
    input.write(KEYS.enter);
    expect(await outcome).toEqual(['R-10']);
  });

  it('is searched for what is typed, spaces too', async () => {
    const { find, asked: pages } = longList();
    const { outcome, shows, press, input } = asked({ find });
    await shows('> R-1 ');
    await press('150', '> R-150 ');
    input.write(KEYS.enter);
    expect(await outcome).toEqual(['R-150']);
    expect(pages).toEqual(['@0', '150@0']);
    const other = asked(longList());
    await other.shows('> R-1 ');
    await other.press('of x', 'nothing');
    await other.press('\u007f'.repeat(4), '> R-1 ');
    other.input.write(KEYS.enter);
    expect(await other.outcome).toEqual(['R-1']);
  });

  it('is not taken from what was found before', async () => {
    const { outcome, shows, press, input } = asked(longList());
    await shows('> R-1 ');
    input.write('150');
    input.write(KEYS.enter);
    await shows('> R-150 ');
    await press(KEYS.enter, 'Which? R-150');
    expect(await outcome).toEqual(['R-150']);
  });
});

describe('several of a list', () => {
  it('are taken and left with the space bar, and stay taken while something else is searched for', async () => {
    const { outcome, shows, press, input } = asked({ ...longList(), many: true });
    await shows('> [ ] R-1 ');
    await press(KEYS.space, '> [x] R-1 ');
    await press(KEYS.down, '> [ ] R-2 ');
    await press(KEYS.tab, '2 taken');
    await press(KEYS.space, '1 taken');
    await press('77', '> [ ] R-77 ');
    await press(KEYS.space, '2 taken');
    input.write(KEYS.enter);
    expect(await outcome).toEqual(['R-1', 'R-77']);
  });

  it('are the one that is pointed at where none is taken', async () => {
    const { outcome, shows, press, input } = asked({ ...longList(), many: true });
    await shows('> [ ] R-1 ');
    await press(KEYS.down, '> [ ] R-2 ');
    input.write(KEYS.enter);
    expect(await outcome).toEqual(['R-2']);
  });
});

describe('what ends it otherwise', () => {
  it.each([
    ['\u001b', 'escape'],
    ['\u0003', 'interrupt'],
    ['\u0004', 'end'],
  ])('%j leaves it by %s', async (key, by) => {
    const { outcome, shows, input } = asked(longList());
    await shows('> R-1 ');
    input.write(key);
    expect(await outcome).toMatchObject({ name: 'PromptAborted', by });
  });

  it('nothing is found: Enter chooses nothing', async () => {
    const none = async function* () {};
    const { outcome, shows, input } = asked({ find: none });
    await shows('nothing');
    input.write(KEYS.enter);
    input.write('\u0003');
    expect(await outcome).toMatchObject({ by: 'interrupt' });
  });

  it('the list can’t be read: that is why', async () => {
    const { outcome } = asked({
      // biome-ignore lint/correctness/useYield: it never comes to that.
      find: async function* () {
        throw new Error('no API');
      },
    });
    expect(await outcome).toMatchObject({ message: 'no API' });
  });
});
