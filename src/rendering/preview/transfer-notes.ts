import type { Plan, Step } from '../../planning/plan.ts';
import { deletedBy, items } from './ledger.ts';
import type { Names } from './names.ts';
import type { Setting } from './setting.ts';

/** What one should know of transfers beside who stands where: how they can end, and whom they cut off (T3, T4, T5). */
export function transferNotes(plan: Plan, { names, texts: { preview } }: Setting): string[] {
  const say = preview.transfer;
  const changing = plan.steps.filter(({ status }) => status === 'change');
  const sent = changing.filter(({ action }) => action === 'transfer.send' || action === 'transfer.send-hidden');
  const reassigned = changing.filter(({ action }) => action === 'transfer.reassign');
  if (sent.length > 0) return [say.endsAsToday(recipientOf(sent, names)), ...cuttingOff(sent, plan, say)];
  return reassigned.length > 0 ? [say.endsAsBefore(recipientOf(reassigned, names))] : [];
}

/** The one recipient there is; null where there are several. */
function recipientOf(steps: readonly Step[], names: Names): string | null {
  const [only, second] = new Set(steps.flatMap(({ subject }) => subject?.id ?? []));
  return only === undefined || second !== undefined ? null : names.short(only);
}

function cuttingOff(sent: readonly Step[], { accessChanges }: Plan, say: Setting['texts']['preview']['transfer']) {
  if (sent.every(({ detail }) => detail['capacity'] === 'coordinator')) return [say.cutsNobodyOff];
  const cutsOff = accessChanges.some(({ phase, change }) => phase === 'applied' && change === 'suspended');
  return cutsOff ? [say.coordinatorCutsNobodyOff] : [];
}

/** What a step's record loses for good, where several records share one ledger. */
export function deletedFrom(record: string, { effects }: Plan, setting: Setting): string[] {
  const deleted = deletedBy(effects.filter(({ resource }) => resource?.id === record));
  return deleted ? [setting.texts.preview.transfer.deletes(items(deleted.items, setting))] : [];
}
