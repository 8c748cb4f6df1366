import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openJournal, readJournal } from '../../../src/executing/run/journal.ts';
import { recorderOf } from '../../../src/executing/run/recorder.ts';
import { organization } from '../../support/organization.ts';
import { planIn, share } from '../../support/planning.ts';

const so = organization().member('bob').record('R-1', { owner: 'alice' }).record('R-2', { owner: 'alice' });
const { steps } = planIn(so, share('alice', 'R-1', 'bob', 'read'), share('alice', 'R-2', 'bob', 'read'));
const [first, second] = steps as [(typeof steps)[0], (typeof steps)[0]];

/** What a journal has of what a recorder was told. */
async function told(tell: (recorder: ReturnType<typeof recorderOf>) => Promise<void>) {
  const file = join(mkdtempSync(join(tmpdir(), 'psyctl-recorder-')), 'journal.log');
  const journal = await openJournal(file);
  await tell(recorderOf(journal, steps, () => 'now'));
  await journal.close();
  return (await readJournal(file)).map(([kind, step]) => `${kind} ${step}`);
}

const outcome = { step: first, status: 'done' as const, error: null, requestId: null };

describe('a recorder', () => {
  it('has on the disk what is about to be sent, by its position', async () => {
    const lines = await told((recorder) =>
      recorder.intend([
        [first, 'a'],
        [second, 'b'],
      ]),
    );
    expect(lines).toEqual(['intend 0', 'intend 1']);
  });

  it('says of what was written down and isn’t sent that it isn’t; of what was, what became of it', async () => {
    const lines = await told(async (recorder) => {
      await recorder.intend([
        [first, 'a'],
        [second, 'b'],
      ]);
      recorder.outcome(outcome, null);
      recorder.leave(first);
      recorder.leave(second);
    });
    expect(lines).toEqual(['intend 0', 'intend 1', 'outcome 0', 'unsent 1']);
  });

  it('doesn’t write down what was passed over before', async () => {
    const lines = await told(async (recorder) => {
      recorder.leave(second);
      await recorder.intend([
        [first, 'a'],
        [second, 'b'],
      ]);
    });
    expect(lines).toEqual(['intend 0']);
  });
});
