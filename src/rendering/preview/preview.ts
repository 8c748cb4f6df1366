import { groupBy } from '../../model/collections.ts';
import type { Id } from '../../model/organization.ts';
import { type Resource, recordResource, spaceResource } from '../../model/resources.ts';
import type { Plan, Step } from '../../planning/plan.ts';
import type { Texts } from '../../texts/index.ts';
import { setIn } from '../layout.ts';
import type { Scene } from '../scene.ts';
import { undoSections } from '../undo.ts';
import { foldedSections, section } from './folded.ts';
import { foldedTransfers, leavingToo } from './folded-transfers.ts';
import { heading } from './heading.ts';
import { ledger } from './ledger.ts';
import { leftBehind } from './left-behind.ts';
import { messagesLine } from './messages.ts';
import { isAboutPeople, isPeopleStep, peopleSections } from './people.ts';
import { type Affected, resourceSection, resourcesTable } from './resource.ts';
import { refusedRows, unchangedRows, waitingRows } from './rows.ts';
import { type Page, type Setting, settingFor } from './setting.ts';
import { spacesNote } from './spaces.ts';
import { transferNotes } from './transfer-notes.ts';
import { unseenSections } from './unseen.ts';

/** So many resources have a section each; up to so many have lines in one table; more are folded into counts. */
const MOST_SECTIONS = 6;
const MOST_IN_TABLE = 40;
/** Of transfers, each of which moves many people twice. */
const MOST_TRANSFERS_IN_TABLE = 12;

/** The whole truth about a plan, as a person reads it before anything is sent. */
export function renderPreview(scene: Scene, texts: Texts, page: Page): string {
  const setting = settingFor(scene, texts, page);
  const { plan } = scene;
  const changes = plan.summary.steps.change > 0;
  const most = isTransferring(plan) ? MOST_TRANSFERS_IN_TABLE : MOST_IN_TABLE;
  const folded = new Set(plan.steps.map((step) => step.target.id)).size > most;
  const sections = [
    heading(scene, setting),
    ...(changes ? sectionsOf(plan, setting, folded) : []),
    ...undoSections(scene, setting),
    spacesNote(plan, setting),
    refusedRows(plan.steps, setting).join('\n'),
    leftBehind(plan.leftOut, setting),
    waitingRows(plan.steps, setting).join('\n'),
    [
      ...unchangedRows(plan.steps, setting, folded),
      ...(changes ? [...ledger(plan, setting), messagesLine(plan, setting)] : []),
    ].join('\n'),
  ];
  return sections.filter((section) => section !== '').join('\n\n');
}

function sectionsOf(plan: Plan, setting: Setting, folded: boolean): string[] {
  if (isAboutPeople(plan)) return peopleSections(plan, setting);
  if (plan.steps.some(isPeopleStep)) return mixedSections(plan, setting, folded);
  return folded ? foldedOf(plan, setting) : resourceSections(plan, setting);
}

/** A plan about members and teams and more, as a manifest makes: each part as if it were alone. */
function mixedSections(plan: Plan, setting: Setting, folded: boolean): string[] {
  const others = plan.steps.filter((step) => !isPeopleStep(step));
  // What only stays as it is has no section: who comes to it through a team is told with the people.
  const targets = new Set(others.flatMap(({ status, target }) => (status === 'change' ? [target.id] : [])));
  const isOthers = ({ resource }: { readonly resource: Resource }) => targets.has(resource.id);
  const part = (steps: readonly Step[], accessChanges: Plan['accessChanges']): Plan => ({
    ...plan,
    steps,
    accessChanges,
  });
  const rest = part(others, plan.accessChanges.filter(isOthers));
  const people = part(
    plan.steps.filter(isPeopleStep),
    plan.accessChanges.filter((change) => !isOthers(change)),
  );
  const changedElsewhere = new Set(rest.accessChanges.map(({ member }) => member));
  return [
    ...peopleSections(people, { ...setting, changedElsewhere }),
    ...(folded || targets.size > MOST_SECTIONS ? foldedOf(rest, setting) : resourceSections(rest, setting)),
  ];
}

const resourceOf = ([step]: readonly Step[], id: Id): Resource =>
  step?.target.type === 'space' ? spaceResource(id) : recordResource(id);

const isTransferring = ({ steps }: Plan): boolean => steps.some(({ action }) => action.startsWith('transfer.'));

const foldedOf = (plan: Plan, setting: Setting): string[] =>
  isTransferring(plan)
    ? [...foldedTransfers(plan, setting), ...unseenSections(plan, setting), ...sharedNotes(plan, setting)]
    : foldedSections(plan, setting);

/** What holds of all transfers of a plan. */
function sharedNotes(plan: Plan, setting: Setting): string[] {
  const notes = transferNotes(plan, setting).map((note) => setIn(note, setting.width, 0));
  return notes.length > 0 ? [notes.join('\n')] : [];
}

function resourceSections(plan: Plan, setting: Setting): string[] {
  const changing = plan.steps.filter(
    ({ status, target }) => status === 'change' && (target.type === 'record' || target.type === 'space'),
  );
  const changes = groupBy(plan.accessChanges, (change) => change.resource.id);
  const affected = [...groupBy(changing, (step) => step.target.id)].map(
    ([id, steps]): Affected => ({ resource: resourceOf(steps, id), changes: changes.get(id) ?? [], steps }),
  );
  const leaving = section(setting.texts.preview.transfer.worthALook, leavingToo(plan, setting), setting);
  const only = affected.length === 1 && plan.summary.steps.change === 1;
  const notes = only ? [] : sharedNotes(plan, setting);
  const unseen = [...unseenSections(plan, setting), ...notes, leaving].filter(Boolean);
  if (affected.length > MOST_SECTIONS) return [resourcesTable(affected, plan, setting), ...unseen];
  return [...affected.map((one) => resourceSection(one, plan, only, setting)), ...unseen];
}
