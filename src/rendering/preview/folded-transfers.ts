import type { Level } from '../../model/levels.ts';
import type { Id } from '../../model/organization.ts';
import type { AccessChange, Plan } from '../../planning/plan.ts';
import { padded, setIn, widest } from '../layout.ts';
import { outcome, section } from './folded.ts';
import { isLatent } from './lines.ts';
import { hasAcceptance } from './phases.ts';
import type { Setting } from './setting.ts';
import { of, subjectsOf, tallyBySubject } from './tally.ts';

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
  const { taken, given } = ownersIn(plan.accessChanges.filter(({ phase }) => phase === last));
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

/** What somebody takes over. */
class Takeover {
  records = 0;
  /** Those of them that they read already. */
  reached = 0;

  add({ before }: AccessChange): void {
    this.records += 1;
    if (before.level !== 'none' && before.level !== 'metadata') this.reached += 1;
  }
}

/** What somebody hands over, and what is left to them of it (T6, T10). */
class Handover {
  records = 0;
  copies = 0;
  readonly live = new Map<Level, number>();

  add({ after: { level, paths } }: AccessChange): void {
    this.records += 1;
    if (paths.some(({ kind }) => kind === 'archived-copy')) this.copies += 1;
    else if (level !== 'none') this.live.set(level, (this.live.get(level) ?? 0) + 1);
  }
}

function ownersIn(changes: Iterable<AccessChange>) {
  const taken = new Map<Id, Takeover>();
  const given = new Map<Id, Handover>();
  for (const change of changes) {
    const [was, is] = [change.before.level === 'owner', change.after.level === 'owner'];
    if (is && !was) of(taken, change.member, Takeover).add(change);
    if (was && !is) of(given, change.member, Handover).add(change);
  }
  return { taken, given };
}

const takeover = (label: string, { records, reached }: Takeover, { texts }: Setting): Counted => ({
  label,
  text: texts.preview.transfer.takesOver(records, reached),
});

function handover(label: string, { records, copies, live }: Handover, { texts: { preview } }: Setting): Counted {
  const say = preview.transfer;
  const kept = [...live].map(([level, count]) => say.keptThrough(preview.level(level), count));
  return { label, text: say.handsOver(records, [...kept, ...(copies > 0 ? [say.keptCopies(copies)] : [])]) };
}

/** How many records some changes are of: those of one record come one after the other. */
class Records {
  count = 0;
  private last: Id | null = null;

  add(record: Id): void {
    if (record !== this.last) this.count += 1;
    this.last = record;
  }
}

/** T4, T5: how many people are cut off of how much, and which. */
function whilePending(plan: Plan, setting: Setting): string {
  const say = setting.texts.preview.transfer;
  const people = new Set<Id>();
  const records = new Records();
  const subjects = new Map<Id, Records>();
  for (const change of plan.accessChanges) {
    if (change.phase !== 'applied' || change.change !== 'suspended') continue;
    people.add(change.member);
    records.add(change.resource.id);
    for (const subject of subjectsOf(change)) of(subjects, subject, Records).add(change.resource.id);
  }
  // T5 is said once, of all of them.
  if (people.size === 0) return '';
  const lines = [...subjects]
    .filter(([subject]) => isTeam(subject, setting) || people.has(subject))
    .map(([subject, { count }]) => ({ label: labelOf(subject, setting), text: say.cutOffOn(count) }));
  const head = setIn(say.cutOffPeople(people.size, records.count), setting.width, 2, 2);
  return section(say.pendingTitle, [head, ...laidOut(lines, setting)], setting);
}

function others({ accessChanges }: Plan, setting: Setting): Counted[] {
  const felt = accessChanges.filter(
    (change) => !isLatent(change) && change.before.level !== 'owner' && change.after.level !== 'owner',
  );
  return [...tallyBySubject(felt)].map(([subject, theirs]) => ({
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
const tooMany = (taken: ReadonlyMap<Id, Takeover>, { names, texts, width }: Setting): string[] =>
  [...taken]
    .filter(([, { records }]) => records >= MANY)
    .map(([id, { records }]) => setIn(texts.preview.transfer.takesOverMany(names.member(id), records), width, 2, 2));

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
