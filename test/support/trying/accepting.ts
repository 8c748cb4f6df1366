import { expect } from 'vitest';
import { acceptTransfer, listTransfers } from '../../../src/contract/transfers.ts';
import { all } from '../../../src/reading/take.ts';
import type { Planned } from '../psyctl.ts';
import { ADMIN_TOKEN, sandboxOf, type TestSandbox } from '../sandbox.ts';
import { expectDeletions, messagesOf } from './effects.ts';
import { type Created, comparable, foretold } from './foretold.ts';
import { type Stand, standOf } from './stand.ts';

/**
 * Law 2, of the second phase: in a copy of the organization, every recipient accepts what the plan sent them; then
 * access is what was predicted for it, clients and senders are written to as predicted, and what was to be destroyed is.
 */
export async function expectAcceptance(
  test: TestSandbox,
  planned: Planned,
  today: Stand,
  created: Created,
): Promise<void> {
  const unseen = new Set(planned.plan.hidden.map(({ record }) => record));
  const sent = planned.plan.steps.filter(
    ({ status, action, target }) =>
      status === 'change' && ['transfer.send', 'transfer.reassign'].includes(action) && !unseen.has(target.id),
  );
  if (sent.length === 0) return;
  const world = await test.world();
  const copy = await sandboxOf({ ...world, tokens: world.tokens.filter(({ token }) => token !== ADMIN_TOKEN) });
  try {
    const before = await standOf(copy);
    const ids = new Set(sent.map(({ target }) => target.id));
    const since = new Date(Date.now() - 60_000).toISOString();
    for (const transfer of world.transfers) {
      const record = world.records.find(({ number }) => number === transfer.record);
      if (!record?.id || !ids.has(record.id)) continue;
      const recipient = world.members.find(({ email }) => email === transfer.to)?.id ?? '';
      const [wire] = await all(
        copy.admin.reader.list(listTransfers, {
          query: { status: ['pending'], record: [record.id] },
          actAs: recipient,
        }),
      );
      await copy.admin.changer.change(acceptTransfer, { params: { id: wire?.id ?? '' }, actAs: recipient });
    }
    const after = await standOf(copy);
    const compared = comparable(planned, 'accepted', created);
    expect(compared(after.access)).toEqual(compared(foretold(today.access, planned, 'accepted', created)));
    const written = after.messages.slice(before.messages.length);
    // Of what its actor couldn't see, nothing was accepted.
    const foreseen = messagesOf(planned, 'accepted', created).filter((message) => !message.endsWith(':unseen'));
    expect([...written].sort()).toEqual(foreseen);
    await expectDeletions(copy, planned, 'accepted', since);
  } finally {
    await copy.close();
  }
}
