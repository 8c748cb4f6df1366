import { groupBy } from '../../model/collections.ts';
import type { Id } from '../../model/organization.ts';
import type { AccessChange, Plan } from '../../planning/plan.ts';
import { padded, setIn, widest } from '../layout.ts';
import { changesBySubject, outcome, section } from './folded.ts';
import { isLatent } from './lines.ts';
import { hasAcceptance } from './phases.ts';
import type { Setting } from './setting.ts';

/** So many records at once are somebody's to look at twice. */
const MANY = 100;

interface Counted {
  readonly label: string;
  readonly text: string;
}

/** Many transfers in counts: by who takes over, who hands over, whom they cut off meanwhile, and what is unusual. */
export function foldedTransfers(plan: Plan, setting: Setting): string[] {
  const { names, texts } = setting;
  const say = texts.preview.transfer;
  const last = hasAcceptance(plan) ? 'accepted' : 'applied';
  const ending = plan.accessChanges.filter(({ phase }) => phase === last);
  const taken = by(ending.filter(({ before, after }) => after.level === 'owner' && before.level !== 'owner'));
  const given = by(ending.filter(({ before, after }) => before.level === 'owner' && after.level !== 'owner'));
  return [
    list(
      say.byRecipient,
      [...taken].map(([id, theirs]) => takeover(names.member(id), theirs, setting)),
      setting,
    ),
    list(
      say.byOwner,
      [...given].map(([id, theirs]) => handover(names.member(id), theirs, setting)),
      setting,
    ),
    last === 'accepted' ? whilePending(plan, setting) : list(say.otherChanges, others(plan, setting), setting),
    section(setting.paint.warning(say.worthALook), [...tooMany(taken, setting), ...leavingToo(plan, setting)], setting),
  ].filter((text) => text !== '');
}

const by = (changes: readonly AccessChange[]) => groupBy(changes, ({ member }) => member);

function takeover(label: string, theirs: readonly AccessChange[], { texts }: Setting): Counted {
  const reached = theirs.filter(({ before }) => before.level !== 'none' && before.level !== 'metadata').length;
  return { label, text: texts.preview.transfer.takesOver(theirs.length, reached) };
}

/** T6, T10: what is left to whoever hands records over. */
function handover(label: string, theirs: readonly AccessChange[], { texts: { preview } }: Setting): Counted {
  const say = preview.transfer;
  const copies = theirs.filter(({ after }) => after.paths.some(({ kind }) => kind === 'archived-copy'));
  const live = theirs.filter((change) => change.after.level !== 'none' && !copies.includes(change));
  const kept = [...groupBy(live, ({ after }) => after.level)].map(([level, those]) =>
    say.keptThrough(preview.level(level), those.length),
  );
  return {
    label,
    text: say.handsOver(theirs.length, [...kept, ...(copies.length > 0 ? [say.keptCopies(copies.length)] : [])]),
  };
}

/** T4, T5: how many people are cut off of how much, and which. */
function whilePending(plan: Plan, setting: Setting): string {
  const say = setting.texts.preview.transfer;
  const cut = plan.accessChanges.filter(({ phase, change }) => phase === 'applied' && change === 'suspended');
  const capacities = new Set(plan.steps.map(({ detail }) => detail['capacity']));
  if (cut.length === 0) return capacities.has('owner') ? '' : say.nobodyCutOff;
  const records = (changes: readonly AccessChange[]) => new Set(changes.map(({ resource }) => resource.id)).size;
  const lines = [...changesBySubject(cut)]
    .filter(([subject]) => isTeam(subject, setting) || cut.some(({ member }) => member === subject))
    .map(([subject, theirs]) => ({ label: labelOf(subject, setting), text: say.cutOffOn(records(theirs)) }));
  const people = new Set(cut.map(({ member }) => member)).size;
  const head = setIn(say.cutOffPeople(people, records(cut)), setting.width, 2, 2);
  return section(say.pendingTitle, [head, ...laidOut(lines, setting)], setting);
}

function others({ accessChanges }: Plan, setting: Setting): Counted[] {
  const felt = accessChanges.filter(
    (change) => !isLatent(change) && change.before.level !== 'owner' && change.after.level !== 'owner',
  );
  return [...changesBySubject(felt)].map(([subject, theirs]) => ({
    label: labelOf(subject, setting),
    text: outcome(theirs, setting),
  }));
}

const isTeam = (subject: Id, { names }: Setting): boolean => names.teamSize(subject) > 0;

const labelOf = (subject: Id, setting: Setting): string => {
  const { names, texts } = setting;
  const size = names.teamSize(subject);
  return isTeam(subject, setting) ? texts.preview.team(names.team(subject), size, size) : names.member(subject);
};

/** Somebody who takes very much over: what nobody should overlook. */
const tooMany = (taken: ReadonlyMap<Id, readonly AccessChange[]>, { names, texts, width }: Setting): string[] =>
  [...taken]
    .filter(([, theirs]) => theirs.length >= MANY)
    .map(([id, theirs]) => setIn(texts.preview.transfer.takesOverMany(names.member(id), theirs.length), width, 2, 2));

/** Somebody who is to take records over while their own go to others. */
export const leavingToo = ({ leaving }: Plan, { names, texts, width }: Setting): string[] =>
  leaving.map(({ member, records }) =>
    setIn(texts.preview.transfer.leaving(names.member(member), records), width, 2, 2),
  );

const list = (title: string, lines: readonly Counted[], setting: Setting): string =>
  section(title, laidOut(lines, setting), setting);

function laidOut(lines: readonly Counted[], { width }: Setting): string[] {
  const label = Math.min(widest(lines.map((line) => line.label)) + 2, Math.floor(width / 2));
  return lines.map((line) => {
    const [first = '', ...rest] = setIn(line.text, width, 2 + label).split('\n');
    return [`  ${padded(line.label, label)}${first.trimStart()}`, ...rest].join('\n');
  });
}
