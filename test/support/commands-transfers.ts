import type { World } from '../../src/contract/world.ts';
import type { Intent } from '../../src/model/intents/index.ts';
import type { Inclusion } from '../../src/model/organization.ts';
import type { Draw, TriedCommand } from './commands.ts';

/** Makes a transferring command of a draw: one to three rows of one verb, by anybody, about anything of a world. */
export function transferCommand(draw: Draw, world: World): TriedCommand {
  let at = 0;
  const pick = <T>(of: readonly T[]): T => of[(draw[at++ % draw.length] ?? 0) % of.length] as T;
  const people = world.members.map((member) => member.email);
  const coordinators = world.members.filter(({ roles }) => roles.includes('coordinator')).map(({ email }) => email);
  const pending = world.transfers.map(({ record }) => record);
  const verb = pick(['send', 'send', 'send', 'all', 'accept', 'accept', 'decline', 'cancel', 'reassign'] as const);
  const actors = ['owner', 'owner', undefined, ...coordinators, ...people];
  const recipient = world.transfers.map(({ to }) => to);
  const as = pick(
    verb === 'accept' || verb === 'decline' ? [...recipient, ...recipient, ...recipient, ...actors] : actors,
  );
  const member = (email: string) => ({ ref: 'member' as const, text: email, place: {} });
  const rows = verb === 'all' ? 1 : pick([1, 1, 2, 3]);
  const intents = Array.from({ length: rows }, (_, n): Intent => {
    const row = n + 1;
    const text = pick([...pending, ...pending, ...world.records.map(({ number }) => number)]);
    const sending = {
      row,
      to: member(pick(people)),
      include: pick<readonly Inclusion[]>([[], [], ['confidential'], ['raw-data'], ['confidential', 'raw-data']]),
      keepCopy: pick([false, false, true]),
    };
    if (verb === 'send') {
      const record = { ref: 'record' as const, text: pick(world.records).number, place: {} };
      return { action: 'transfer.send', ...sending, record };
    }
    if (verb === 'all') {
      const from = member(pick(people));
      return { action: 'transfer.send-all', ...sending, from, confidentialRecords: pick([false, true]) };
    }
    const transfer = { ref: 'transfer' as const, text, place: {} };
    if (verb === 'reassign') return { action: 'transfer.reassign', row, transfer, to: sending.to };
    return { action: `transfer.${verb}`, row, transfer };
  });
  return { as, intents };
}
