import { groupBy } from '../../model/collections.ts';
import type { Plan } from '../../planning/plan.ts';
import type { Texts } from '../../texts/index.ts';
import type { Scene } from '../scene.ts';
import { foldedSections } from './folded.ts';
import { heading } from './heading.ts';
import { messagesLine } from './messages.ts';
import { isAboutPeople, peopleSections } from './people.ts';
import { type Affected, resourceSection, resourcesTable } from './resource.ts';
import { refusedRows, unchangedRows } from './rows.ts';
import { type Page, type Setting, settingFor } from './setting.ts';

/** So many resources have a section each; up to so many have lines in one table; more are folded into counts. */
const MOST_SECTIONS = 6;
const MOST_IN_TABLE = 40;

/** The whole truth about a plan, as a person reads it before anything is sent. */
export function renderPreview(scene: Scene, texts: Texts, page: Page): string {
  const setting = settingFor(scene, texts, page);
  const { plan } = scene;
  const changes = plan.summary.steps.change > 0;
  const folded = new Set(plan.steps.map((step) => step.target.id)).size > MOST_IN_TABLE;
  const sections = [
    heading(scene, setting),
    ...(changes ? sectionsOf(plan, setting, folded) : []),
    refusedRows(plan.steps, setting).join('\n'),
    [...unchangedRows(plan.steps, setting, folded), ...(changes ? [messagesLine(plan, setting)] : [])].join('\n'),
  ];
  return sections.filter((section) => section !== '').join('\n\n');
}

function sectionsOf(plan: Plan, setting: Setting, folded: boolean): string[] {
  if (isAboutPeople(plan)) return peopleSections(plan, setting);
  return folded ? foldedSections(plan, setting) : resourceSections(plan, setting);
}

function resourceSections(plan: Plan, setting: Setting): string[] {
  const changing = plan.steps.filter((step) => step.status === 'change');
  const changes = groupBy(plan.accessChanges, (change) => change.resource.id);
  const affected = [...groupBy(changing, (step) => step.target.id)].map(
    ([id, steps]): Affected => ({ resource: { type: 'record', id }, changes: changes.get(id) ?? [], steps }),
  );
  if (affected.length > MOST_SECTIONS) return [resourcesTable(affected, setting)];
  return affected.map((one) => resourceSection(one, setting));
}
