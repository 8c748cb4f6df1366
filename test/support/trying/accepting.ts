import { expect } from 'vitest';
import { acceptTransfer, listTransfers } from '../../../src/contract/transfers.ts';
import type { World } from '../../../src/contract/world.ts';
import { all } from '../../../src/reading/take.ts';
import type { Planned } from '../psyctl.ts';
import { ADMIN_TOKEN, sandboxOf, type TestSandbox } from '../sandbox.ts';
import { asForetold, expectDeletions, messagesOf, unknownMessages } from './effects.ts';
import { type Created, comparable, foretold } from './foretold.ts';
import { type Stand, standOf } from './stand.ts';

/**
 * Law 2, of the second phase: in a copy of the organization, every recipient accepts what they were sent; then
 * access is what was predicted for it, clients and senders are written to as predicted, and what was to be destroyed is.
 */
export async function expectAcceptance(
  test: TestSandbox,
  planned: Planned,
  today: Stand,
  created: Created,
): Promise<void> {
  const world = await test.world();
  const keyOf = ({ record, to }: World['transfers'][number]) => `${record} ${to}`;
  const waiting = new Set(today.world.transfers.map(keyOf));
  const sent = world.transfers.filter((transfer) => !waiting.has(keyOf(transfer)));
  if (sent.length === 0) return;
  const copy = await sandboxOf({ ...world, tokens: world.tokens.filter(({ token }) => token !== ADMIN_TOKEN) });
  try {
    const before = await standOf(copy);
    const since = new Date(Date.now() - 60_000).toISOString();
    for (const transfer of sent) {
      const record = world.records.find(({ number }) => number === transfer.record);
      const recipient = world.members.find(({ email }) => email === transfer.to)?.id ?? '';
      const [wire] = await all(
        copy.admin.reader.list(listTransfers, {
          query: { status: ['pending'], record: [record?.id ?? ''] },
          actAs: recipient,
        }),
      );
      await copy.admin.changer.change(acceptTransfer, { params: { id: wire?.id ?? '' }, actAs: recipient });
    }
    const after = await standOf(copy);
    const compared = comparable(planned, 'accepted', created);
    expect(compared(after.access)).toEqual(compared(foretold(today.access, planned, 'accepted', created)));
    const written = after.messages.slice(before.messages.length);
    // A2: how many clients are written to about what its actor can't see into is unknown.
    const unknown = unknownMessages(planned, 'accepted', created);
    const known = asForetold(written, planned).filter((message) => !unknown.has(message));
    expect(known).toEqual(messagesOf(planned, 'accepted', created));
    await expectDeletions(copy, planned, 'accepted', since);
  } finally {
    await copy.close();
  }
}
