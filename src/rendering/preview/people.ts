import { groupBy } from '../../model/collections.ts';
import type { Id } from '../../model/organization.ts';
import type { Plan, Step } from '../../planning/plan.ts';
import { padded, setIn, widest } from '../layout.ts';
import { behindSection } from './behind.ts';
import { happeningsTo, teamLines } from './happenings.ts';
import { outcomesFor, smallLines } from './outcomes.ts';
import type { Setting } from './setting.ts';

const MOST_PEOPLE = 25;
const MOST_NAMED = 3;
/** Names longer than that have a line of their own. */
const MOST_COLUMNS = 26;
/** Up to so many resources are each named. */
const SMALL = 6;

/** Whether a plan is about members and teams. */
export const isAboutPeople = ({ steps }: Plan): boolean => steps.length > 0 && steps.every(isPeopleStep);

/** Whether a step is about a member or a team. */
export const isPeopleStep = ({ action }: Step): boolean => /^(team|member)\./.test(action);

/** What becomes of teams, of each person, and what stays behind, as an administrator may know it (O11). */
export function peopleSections(plan: Plan, setting: Setting): string[] {
  const changing = plan.steps.filter((step) => step.status === 'change');
  return [
    teamLines(changing, setting).join('\n'),
    peopleLines(plan, changing, setting).join('\n'),
    behindSection(changing, setting),
    seatsLine(plan, setting),
  ].filter((section) => section !== '');
}

/** A person as the preview has them: what happens to them, and what they gain and lose by it. */
interface Person {
  readonly id: Id;
  readonly text: string;
  readonly details: readonly string[];
  readonly losses: number;
}

function peopleLines(plan: Plan, changing: readonly Step[], setting: Setting): string[] {
  const people = peopleIn(plan, changing, setting);
  // People of whom the same is to be said share a line.
  const groups = [...groupBy(people, ({ text, details }) => [text, ...details].join('\n')).values()];
  if (groups.length > MOST_PEOPLE) groups.sort((a, b) => (b[0]?.losses ?? 0) - (a[0]?.losses ?? 0));
  const shown = groups.slice(0, MOST_PEOPLE).map((group) => ({ group, label: labelOf(group, setting) }));
  const narrow = shown.map((one) => widest([one.label])).filter((columns) => columns <= MOST_COLUMNS);
  const label = Math.max(0, ...narrow) + 2;
  const lines = shown.flatMap(({ group, label: name }) => lineOf(name, group[0] as Person, label, setting));
  const left = groups.slice(MOST_PEOPLE).reduce((sum, group) => sum + group.length, 0);
  return left > 0 ? [...lines, `  ${setting.texts.preview.andMore(left)}`, ...totals(plan, setting)] : lines;
}

function peopleIn(plan: Plan, changing: readonly Step[], setting: Setting): Person[] {
  const changes = groupBy(plan.accessChanges, ({ member }) => member);
  const subjects = changing.flatMap(({ target, subject }) =>
    target.type === 'member' ? [target.id] : (subject?.id ?? []),
  );
  const small = new Set(plan.accessChanges.map(({ resource }) => resource.id)).size <= SMALL;
  return [...new Set([...subjects, ...changes.keys()])].map((id): Person => {
    const theirs = changes.get(id) ?? [];
    const said = [...happeningsTo(id, theirs, changing, setting), ...outcomesFor(id, theirs, setting)];
    return {
      id,
      text: said.join('; '),
      details: small ? smallLines(theirs, setting) : [],
      losses: theirs.filter(({ change }) => change === 'revoked').length,
    };
  });
}

function labelOf(group: readonly Person[], { names, texts: { preview: say } }: Setting): string {
  const named = group.slice(0, MOST_NAMED).map(({ id }) => names.member(id));
  const more = group.length - named.length;
  return [...named, ...(more > 0 ? [say.andMore(more)] : [])].join(', ');
}

function lineOf(name: string, { text, details }: Person, label: number, { width }: Setting): string[] {
  const fits = widest([name]) + 2 <= label;
  const [first = '', ...rest] = setIn(text, width, fits ? 2 + label : 4, fits ? 0 : 2).split('\n');
  const lines = fits
    ? [`  ${padded(name, label)}${first.trimStart()}`, ...rest]
    : [setIn(name, width, 2, 2), first, ...rest];
  return [...lines, ...details.map((detail) => setIn(detail, width, 4, 2))];
}

function totals({ summary }: Plan, { width, texts }: Setting): string[] {
  const { preview: say } = texts;
  const { gained, revoked, raised, lowered } = summary.access;
  const counts = [
    ...(gained > 0 ? [say.folded.gained(gained)] : []),
    ...(raised > 0 ? [say.folded.raised(raised)] : []),
    ...(lowered > 0 ? [say.folded.lowered(lowered)] : []),
    ...(revoked > 0 ? [say.folded.revoked(revoked)] : []),
  ];
  return counts.length > 0 ? [setIn(texts.general.about(say.people.total, counts.join(', ')), width, 2, 2)] : [];
}

function seatsLine({ summary: { seats } }: Plan, { texts: { preview: say } }: Setting): string {
  return seats ? `  ${say.people.seats(seats.limit, seats.before, seats.after)}` : '';
}
