import type { Plan, Step } from '../../planning/plan.ts';
import { setIn } from '../layout.ts';
import type { Setting } from './setting.ts';

/** A3: the records that go along uncounted but for their number; of the rest nothing is known, which is said. */
export const unseenSections = ({ steps }: Plan, { names, texts, width }: Setting): string[] =>
  steps.filter(isHidden).map(({ target, subject, detail }) => {
    const records = Number(detail['count']);
    const to = subject ? names.member(subject.id) : '';
    return setIn(texts.preview.transfer.unseenRecords(records, names.member(target.id), to), width, 0);
  });

const isHidden = ({ action, status }: Step): boolean => action === 'transfer.send-hidden' && status === 'change';
