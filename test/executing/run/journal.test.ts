import { appendFileSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Event, openJournal, readJournal } from '../../../src/executing/run/journal.ts';
import { Failure } from '../../../src/failures/failure.ts';
import { law } from '../../support/law.ts';

const folder = mkdtempSync(join(tmpdir(), 'psyctl-journal-'));
let files = 0;
const fresh = () => join(folder, `journal-${++files}.log`);

/** A journal of these events, closed. */
async function journalOf(events: readonly Event[], file = fresh()): Promise<string> {
  const journal = await openJournal(file);
  for (const event of events) journal.add(event);
  await journal.close();
  return file;
}

const EVENTS: Event[] = [
  ['run', 1, { id: 'R', note: 'é 👩‍⚕️ "quoted"\n' }],
  ['intend', 0, 'key'],
  ['outcome', 0, { status: 'done' }],
  ['end', null],
];

/** What reading ends with: the events, or the code of the failure and its line. */
const read = async (file: string) => {
  try {
    return await readJournal(file);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return `${error.code} ${error.where.row}`;
  }
};

describe('a journal', () => {
  it('gives back what was written, in its order, to this user alone', async () => {
    const file = await journalOf(EVENTS);
    expect(await readJournal(file)).toEqual(EVENTS);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('that isn’t there says nothing', async () => {
    expect(await readJournal(join(folder, 'none.log'))).toEqual([]);
  });

  it('has a synced line on the disk before anybody goes on, and those added before it', async () => {
    const file = fresh();
    const journal = await openJournal(file);
    journal.add(['outcome', 1]);
    await Promise.all([journal.synced(['intend', 2]), journal.synced(['intend', 3])]);
    expect(await readJournal(file)).toEqual([
      ['outcome', 1],
      ['intend', 2],
      ['intend', 3],
    ]);
    await journal.close();
  });

  it('has several synced lines on the disk together', async () => {
    const file = fresh();
    const journal = await openJournal(file);
    await journal.synced(['intend', 1], ['intend', 2]);
    expect(await readJournal(file)).toEqual([
      ['intend', 1],
      ['intend', 2],
    ]);
    await journal.close();
  });

  it('writes what nobody waits for all the same, soon', async () => {
    const file = fresh();
    const journal = await openJournal(file);
    journal.add(['outcome', 1]);
    await expect.poll(() => readJournal(file)).toEqual([['outcome', 1]]);
    journal.add(['outcome', 2]);
    await expect.poll(() => readJournal(file)).toHaveLength(2);
    await journal.close();
  });

  it('keeps the order of any number of lines written at once', async () => {
    const file = fresh();
    const journal = await openJournal(file);
    const many = Array.from({ length: 500 }, (_, n): Event => ['intend', n]);
    await Promise.all(many.map((event, n) => (n % 3 === 0 ? journal.synced(event) : journal.add(event))));
    await journal.close();
    expect(await readJournal(file)).toEqual(many);
  });

  it('torn at its end is read as far as it goes, and gone on with where that is', async () => {
    const file = await journalOf(EVENTS);
    const whole = readFileSync(file);
    writeFileSync(file, whole.subarray(0, whole.length - 5));
    expect(await readJournal(file)).toEqual(EVENTS.slice(0, -1));
    await journalOf([['start', 'again']], file);
    expect(await readJournal(file)).toEqual([...EVENTS.slice(0, -1), ['start', 'again']]);
  });

  it('whose last line is whole and wrong is read up to it', async () => {
    const file = await journalOf(EVENTS);
    appendFileSync(file, '00000000 ["end"]\n');
    expect(await readJournal(file)).toEqual(EVENTS);
  });

  it('damaged further up is refused, with the line, and not written to', async () => {
    const file = await journalOf(EVENTS);
    const damaged = readFileSync(file, 'utf8').replace('"key"', '"kez"');
    writeFileSync(file, damaged);
    expect(await read(file)).toBe('journal-damaged 2');
    await expect(openJournal(file)).rejects.toMatchObject({ code: 'journal-damaged' });
    expect(readFileSync(file, 'utf8')).toBe(damaged);
  });

  it('that can’t be opened is said so', async () => {
    await expect(openJournal(join(folder, 'nowhere', 'x.log'))).rejects.toMatchObject({
      code: 'file-unwritable',
      details: { cause: 'ENOENT' },
    });
    await expect(readJournal(folder)).rejects.toMatchObject({ code: 'file-unreadable' });
  });

  const anything = fc.jsonValue({ maxDepth: 1 });
  const events = fc.array(fc.tuple(fc.constantFrom('run', 'intend', 'outcome', 'end'), anything, anything), {
    minLength: 1,
    maxLength: 4,
  });
  law(
    'law 7: cut at any byte, it is read as far as it goes',
    fc.asyncProperty(events, async (written) => {
      const file = await journalOf(written);
      const bytes = readFileSync(file);
      // What JSON makes of -0 is 0.
      const wanted: unknown = JSON.parse(JSON.stringify(written));
      const ends = [...bytes.entries()].flatMap(([at, byte]) => (byte === 10 ? [at + 1] : []));
      expect(ends).toHaveLength(written.length);
      for (let cut = 0; cut <= bytes.length; cut++) {
        writeFileSync(file, bytes.subarray(0, cut));
        expect(await read(file)).toEqual((wanted as unknown[]).slice(0, ends.filter((end) => end <= cut).length));
      }
    }),
    { usual: 4, times: 0.02 },
  );

  law(
    'law 7: with any byte changed, it is read as far as it was right, or refused with the line',
    fc.asyncProperty(events, fc.nat(), fc.integer({ min: 1, max: 255 }), async (written, where, by) => {
      const file = await journalOf(written);
      const bytes = readFileSync(file);
      const wanted = JSON.parse(JSON.stringify(written)) as unknown[];
      const at = where % bytes.length;
      const line = bytes.subarray(0, at).filter((byte) => byte === 10).length;
      bytes[at] = ((bytes[at] ?? 0) + by) % 256;
      writeFileSync(file, bytes);
      const found = await read(file);
      if (typeof found === 'string') expect(found).toBe(`journal-damaged ${line + 1}`);
      else expect(found).toEqual(wanted.slice(0, line));
    }),
    { usual: 60 },
  );
});
