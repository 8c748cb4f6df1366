import { groupBy } from '../../model/collections.ts';
import { SHARE_LEVELS } from '../../model/levels.ts';
import type { Grantee } from '../../model/organization.ts';
import type { Resource } from '../../model/resources.ts';
import { CHANGES, type Plan, type Step } from '../../planning/plan.ts';
import { padded, setIn, widest } from '../layout.ts';
import { laterLines } from './later.ts';
import type { Setting } from './setting.ts';
import { createdSection, shortName } from './spaces.ts';
import { of, Tally, tallyBySubject } from './tally.ts';

const MOST = 25;
/** So many records somebody loses are named. */
const MOST_NAMED = 8;

/** A large plan in counts by person and by team, with every loss spelled out, and who has nothing yet. */
export function foldedSections(plan: Plan, setting: Setting): string[] {
  const changing = plan.steps.filter((step) => step.status === 'change');
  const say = setting.texts.preview;
  const to = (type: Grantee['type']) => changing.filter((step) => step.subject?.type === type);
  return [
    createdSection(changing, setting),
    section(say.folded.people, linesOf(to('member'), plan, setting), setting),
    section(say.folded.teams, linesOf(to('team'), plan, setting), setting),
    losses(plan, setting),
    section(say.laterTitle, laterLines(plan.accessChanges, setting), setting),
  ].filter((text) => text !== '');
}

/** A title and its lines, of which no more than a screenful is shown. */
export function section(title: string, lines: readonly string[], { texts }: Setting): string {
  if (lines.length === 0) return '';
  const rest = lines.length > MOST ? [`  ${texts.preview.andMore(lines.length - MOST)}`] : [];
  return [title, ...lines.slice(0, MOST), ...rest].join('\n');
}

/** A line for each person or team: what they are given, and how often that changes where somebody stands. */
function linesOf(steps: readonly Step[], plan: Plan, setting: Setting): string[] {
  const { names, width, texts } = setting;
  const bySubject = [...groupBy(steps, (step) => step.subject?.id ?? '')];
  const changes = tallyBySubject(plan.accessChanges);
  const labelOf = (subject: Grantee) =>
    subject.type === 'team'
      ? texts.preview.team(names.team(subject.id), names.teamSize(subject.id), names.teamSize(subject.id))
      : names.member(subject.id);
  const labelled = bySubject.map(([id, theirs]) => ({
    label: labelOf(theirs[0]?.subject as Grantee),
    text: [given(theirs, setting), outcome(changes.get(id) ?? new Tally(), setting)].filter(Boolean).join('; '),
  }));
  const label = Math.min(widest(labelled.map((one) => one.label)) + 2, Math.floor(width / 2));
  return labelled.map((one) => {
    const [first = '', ...rest] = setIn(one.text, width, 2 + label).split('\n');
    return [`  ${padded(one.label, label)}${first.trimStart()}`, ...rest].join('\n');
  });
}

function given(steps: readonly Step[], { texts }: Setting): string {
  const say = texts.preview.folded;
  const noun = steps[0]?.target.type === 'space' ? 'space' : 'record';
  // C1: what is shared without a level is a collaborative space.
  const levelOf = ({ action, detail }: Step) => detail['access'] ?? (action === 'space.share' ? 'member' : null);
  const levels = ([...SHARE_LEVELS, 'member'] as const)
    .map((level) => [level, steps.filter((step) => levelOf(step) === level).length] as const)
    .filter(([, things]) => things > 0);
  return levels.length > 0 ? say.given(levels, noun) : say.ended(steps.length, noun);
}

/** How often access changes, by how it does: `3 gained, 1 lost`. */
export function outcome(tally: Tally, { texts }: Setting): string {
  const say = texts.preview.folded;
  const counted = CHANGES.flatMap((kind) => (tally.of(kind) > 0 ? [say[kind](tally.of(kind))] : []));
  return [...counted, ...(tally.approvals > 0 ? [say.approval(tally.approvals)] : [])].join(', ');
}

/** Everyone who is left with nothing, and on which records: what is never folded away. */
function losses(plan: Plan, setting: Setting): string {
  const { names, texts, width, paint } = setting;
  const lost = new Map<string, Lost>();
  for (const { change, member, resource } of plan.accessChanges)
    if (change === 'revoked') of(lost, member, Lost).add(resource);
  const lines = [...lost].map(([member, { named, count }]) => {
    const records = named.map((resource) => shortName(resource, setting));
    const rest = count > named.length ? [texts.preview.andMore(count - named.length)] : [];
    return setIn(texts.general.about(names.member(member), [...records, ...rest].join(', ')), width, 2, 2);
  });
  const total = [...lost.values()].reduce((sum, { count }) => sum + count, 0);
  return section(paint.warning(texts.preview.lossesTitle(total)), lines, setting);
}

/** What somebody is left with nothing on; of many, no more is kept than is named. */
class Lost {
  readonly named: Resource[] = [];
  count = 0;

  add(resource: Resource): void {
    this.count += 1;
    if (this.named.length < MOST_NAMED) this.named.push(resource);
  }
}
