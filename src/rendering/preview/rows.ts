import { groupBy } from '../../model/collections.ts';
import { NEW } from '../../model/references.ts';
import type { Step } from '../../planning/plan.ts';
import { plain, setIn } from '../layout.ts';
import { sayRefusal } from '../refusal.ts';
import type { Setting } from './setting.ts';
import { shortName } from './spaces.ts';

const MOST = 20;
/** So many rows refused alike are each told; more of them together. */
const MOST_ALIKE = 3;

/** The rows a rule refuses, each with the rule and what would help. */
export function refusedRows(steps: readonly Step[], setting: Setting): string[] {
  const refused = steps.filter((step) => step.status === 'refused');
  if (refused.length === 0) return [];
  const { names, texts, width, paint } = setting;
  const say = texts.preview;
  const told = refused.flatMap((step) =>
    step.refusal ? [{ step, rule: step.refusal.rule, ...sayRefusal(step.refusal, names, texts) }] : [],
  );
  const groups = [...groupBy(told, ({ message, hint, rule }) => `${rule} ${message} ${hint}`).values()];
  const entries = groups.flatMap((group) => (group.length > MOST_ALIKE ? [group] : group.map((one) => [one])));
  const shown = entries.slice(0, MOST).flatMap((group) => {
    const [{ message, hint, rule }] = group as [(typeof group)[number]];
    const about = headOf(
      group.map(({ step }) => step),
      setting,
    );
    const head = texts.general.about(about, `${message} (${rule})`);
    return [setIn(head, width, 2, 2), ...(hint ? [setIn(hint, width, 6)] : [])];
  });
  return [paint.warning(say.refusedTitle(refused.length)), ...shown, ...more(entries.length, setting)];
}

/** The row, and what it is about; of many rows refused alike, which they are. */
function headOf(steps: readonly Step[], setting: Setting): string {
  const { names, texts } = setting;
  const [step, ...others] = steps as [Step, ...Step[]];
  if (others.length > 0) return texts.preview.rows(steps.map(({ row }) => row));
  const who = step.subject ? `, ${names.grantee(step.subject)}` : '';
  return `${texts.preview.row(step.row)}  ${targetName(step, setting)}${who}`;
}

/** The rows that wait for somebody to accept their invitation (S8): by whom, and what to do then. */
export function waitingRows(steps: readonly Step[], { names, texts, width }: Setting): string[] {
  const waiting = steps.filter((step) => step.status === 'waiting');
  if (waiting.length === 0) return [];
  const say = texts.preview;
  const people = [...new Set(waiting.flatMap(({ subject }) => (subject ? [names.grantee(subject)] : [])))];
  const rest = people.length > MOST ? [say.andMore(people.length - MOST)] : [];
  return [say.waitingTitle(waiting.length), setIn([...people.slice(0, MOST), ...rest].join(', '), width, 2, 2)];
}

/** The rows there is nothing to send for, and why. */
export function unchangedRows(steps: readonly Step[], setting: Setting, folded: boolean): string[] {
  // In a file with a row for each team and member, a team is created once.
  const unchanged = steps.filter(
    (step) => step.status === 'unchanged' && !(step.repeats && step.action === 'team.create') && !isJustInvited(step),
  );
  if (unchanged.length === 0) return [];
  const { texts, width } = setting;
  const say = texts.preview;
  if (folded || unchanged.length > MOST) return [say.unchangedRows(unchanged.length), ...kept(unchanged, setting)];
  const line = (step: Step) =>
    texts.general.about(`${say.row(step.row)}  ${targetName(step, setting)}`, whyUnchanged(step, setting));
  return [say.unchangedRows(unchanged.length), ...unchanged.map((step) => setIn(line(step), width, 2, 2))];
}

/** Of somebody the plan invites, a manifest says roles and schools once more: there is nothing to tell. */
const isJustInvited = ({ target, intent, action }: Step): boolean =>
  intent.desired === true && target.id.startsWith(NEW) && /^member\.(set-roles|assign-schools)$/.test(action);

/** C6: the profiles that have a space already and keep it, spelled out however many rows there are. */
function kept(unchanged: readonly Step[], { texts, width }: Setting): string[] {
  const named = unchanged.flatMap(({ action, detail, repeats }) =>
    action === 'space.create' && !repeats && typeof detail['profile'] === 'string' ? [plain(detail['profile'])] : [],
  );
  // A manifest may say more of one than what it says of its whole school.
  const profiles = [...new Set(named)];
  if (profiles.length === 0) return [];
  const rest = profiles.length > MOST ? [texts.preview.andMore(profiles.length - MOST)] : [];
  return [setIn(texts.preview.space.kept([...profiles.slice(0, MOST), ...rest].join(', ')), width, 2, 2)];
}

const targetName = ({ target }: Step, setting: Setting): string =>
  target.type === 'space' ? shortName({ type: 'space', id: target.id }, setting) : setting.names.target(target);

function whyUnchanged({ action, subject, detail, repeats }: Step, { names, texts }: Setting): string {
  const say = texts.preview;
  if (repeats) return say.repeats;
  const people = say.people.already[action];
  if (people) return people(subject ? names.grantee(subject) : '');
  const status = say.statusAlready[action];
  if (status) return status;
  if (action === 'space.create') return say.space.thereAlready;
  if (action === 'share.leave' || action === 'space.leave' || !subject) return say.alreadyLeft;
  if (action === 'space.share') return say.already(names.grantee(subject), (detail['access'] ?? 'member') as 'read');
  return say.already(names.grantee(subject), action === 'share.set' ? (detail['access'] as 'read') : null);
}

const more = (total: number, { texts }: Setting): string[] =>
  total > MOST ? [`  ${texts.preview.andMore(total - MOST)}`] : [];
