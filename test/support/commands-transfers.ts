import type { World } from '../../src/contract/world.ts';
import type { Intent } from '../../src/model/intents/index.ts';
import type { Inclusion, Role } from '../../src/model/organization.ts';
import type { Draw, TriedCommand } from './commands.ts';

/** What ends a transfer. */
const ENDINGS = ['accept', 'decline', 'decline', 'cancel'] as const;

/** Makes a transferring command of a draw: one to three rows of one verb, by anybody, about anything of a world. */
export function transferCommand(draw: Draw, world: World): TriedCommand {
  let at = 0;
  const pick = <T>(of: readonly T[]): T => of[(draw[at++ % draw.length] ?? 0) % of.length] as T;
  const people = world.members.map((member) => member.email);
  const active = world.members.filter(({ status }) => status === 'active');
  const withRole = (role: Role) => active.filter(({ roles }) => roles.includes(role)).map(({ email }) => email);
  const coordinators = withRole('coordinator');
  // Mostly people and records that a rule lets through: chance alone would see nearly all of it refused.
  const recipients = [...often(withRole('practitioner')), ...people];
  const pending = [...often(world.transfers.map(({ record }) => record)), ...world.records.map(({ number }) => number)];
  const verb = pick(
    world.transfers.length === 0
      ? (['send', 'send', 'send', 'send', 'send', 'all', 'all', pick(ENDINGS)] as const)
      : (['send', 'send', 'all', 'accept', 'accept', 'reassign', 'reassign', pick(ENDINGS)] as const),
  );
  const rows = verb === 'all' ? 1 : pick(verb === 'send' ? [1, 1, 2, 3] : [1, 1, 1, 2]);
  const first = pick(pending);
  const to = world.transfers.filter(({ record }) => record === first).map((transfer) => transfer.to);
  const sender = pick([['owner'], coordinators]);
  const whoMay = { send: sender, accept: to, decline: to, cancel: sender }[verb as string] ?? coordinators;
  const as = pick([...often(whoMay), ...(whoMay.length > 0 ? [pick(people)] : people), undefined, 'owner']);
  const member = (email: string) => ({ ref: 'member' as const, text: email, place: {} });
  const intents = Array.from({ length: rows }, (_, n): Intent => {
    const row = n + 1;
    const text = n === 0 ? first : pick(pending);
    const sending = {
      row,
      to: member(pick(recipients)),
      include: pick<readonly Inclusion[]>([[], [], ['confidential'], ['raw-data'], ['confidential', 'raw-data']]),
      keepCopy: pick([false, false, true]),
    };
    if (verb === 'send') {
      const record = { ref: 'record' as const, text: pick(world.records).number, place: {} };
      return { action: 'transfer.send', ...sending, record };
    }
    if (verb === 'all') {
      const from = member(pick([...often(world.records.map(({ owner }) => owner)), ...people]));
      return { action: 'transfer.send-all', ...sending, from, confidentialRecords: pick([false, true]) };
    }
    const transfer = { ref: 'transfer' as const, text, place: {} };
    if (verb === 'reassign') return { action: 'transfer.reassign', row, transfer, to: sending.to };
    return { action: `transfer.${verb}`, row, transfer };
  });
  return { as, intents };
}

/** The same things so often that of a handful beside them most draws take one of these. */
const often = <T>(of: readonly T[]): T[] => [...of, ...of, ...of, ...of];
