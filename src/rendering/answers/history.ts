import type { Level } from '../../model/levels.ts';
import type { Texts } from '../../texts/index.ts';
import type { AnswerTable } from '../answer.ts';
import { type ResourceView, resourceCell } from './access-view.ts';

/** One thing that was done, as an answer speaks of it; people by their e-mails. */
export interface EntryView {
  readonly at: string;
  readonly actor: string;
  readonly actingFor: string | null;
  readonly action: string;
  /** The level it gave, if any. */
  readonly level: string | null;
  readonly resource: Pick<ResourceView, 'type' | 'name'> | null;
  readonly member: string | null;
  readonly team: string | null;
  readonly reason: string | null;
}

/** What was done, as a table. */
export function historyTable(entries: readonly EntryView[], texts: Texts): AnswerTable {
  const say = texts.answers.access;
  return {
    columns: (['when', 'who', 'what', 'about', 'with', 'reason'] as const).map((key) => ({
      key,
      header: say.headers[key],
    })),
    rows: entries.map((entry) => ({
      when: say.at(entry.at),
      who: say.who(entry.actor, entry.actingFor),
      what: actionOf(entry, texts),
      about: entry.resource && resourceCell(entry.resource),
      with: [entry.member ?? [], entry.team === null ? [] : say.teamNamed(entry.team)].flat().join(', ') || null,
      reason: entry.reason,
    })),
  };
}

/** What isn't in the catalogue is named as the API names it: a newer one may know more. */
function actionOf({ action, level }: EntryView, { answers: { access: say } }: Texts): string {
  const known = Object.hasOwn(say.action, action) ? say.action[action] : undefined;
  return known ? known(level === null ? '' : say.actionLevel(level as Level)) : action;
}
