import type { AccessChange, Plan, Step } from '../../planning/plan.ts';
import { items } from './ledger.ts';
import type { Setting } from './setting.ts';

/** What one should know of a transfer beside who stands where: how it can end, and whom it cuts off (T3, T4, T5). */
export function transferNotes(
  step: Step,
  changes: readonly AccessChange[],
  { names, texts: { preview } }: Setting,
): string[] {
  const say = preview.transfer;
  const recipient = step.subject ? names.short(step.subject.id) : '';
  if (step.action === 'transfer.reassign') return [say.endsAsBefore(recipient)];
  if (step.action !== 'transfer.send') return [];
  return [say.endsAsToday(recipient), ...cuttingOff(step, changes, say)];
}

function cuttingOff({ detail }: Step, changes: readonly AccessChange[], say: Setting['texts']['preview']['transfer']) {
  if (detail['capacity'] === 'coordinator') return [say.cutsNobodyOff];
  return changes.some(({ phase, change }) => phase === 'applied' && change === 'suspended')
    ? [say.coordinatorCutsNobodyOff]
    : [];
}

/** What a step's record loses for good, where several records share one ledger. */
export function deletedFrom(record: string, { effects }: Plan, setting: Setting): string[] {
  const theirs = effects.filter(({ kind, resource }) => kind === 'deletion' && resource?.id === record);
  return theirs.length > 0 ? [setting.texts.preview.transfer.deletes(items(theirs, setting))] : [];
}
