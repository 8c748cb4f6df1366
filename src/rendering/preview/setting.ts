import { Chalk } from 'chalk';
import { groupBy } from '../../model/collections.ts';
import type { Directory } from '../../model/directory.ts';
import type { Id, MemberStatus } from '../../model/organization.ts';
import { NEW } from '../../model/references.ts';
import type { Plan } from '../../planning/plan.ts';
import type { Texts } from '../../texts/index.ts';
import type { Scene } from '../scene.ts';
import { type Names, namesIn } from './names.ts';

/** What every part of a preview is written with. */
export interface Setting {
  readonly names: Names;
  readonly texts: Texts;
  /** Columns of the screen. */
  readonly width: number;
  statusOf(member: Id): MemberStatus;
  /** Whose access changes by another part of the plan, in a part that is shown by itself. */
  readonly changedElsewhere: ReadonlySet<Id>;
  /** Colour, where it is wanted; what it says, the words say too. */
  readonly paint: { strong(text: string): string; warning(text: string): string };
}

/** The page a preview is written on. */
export interface Page {
  /** Whether titles of records are shown. */
  readonly titles: boolean;
  /** Columns of the screen. */
  readonly width: number;
  readonly color: boolean;
}

/** A setting for a scene, on a page. */
export function settingFor({ directory, plan }: Scene, texts: Texts, { titles, width, color }: Page): Setting {
  const chalk = new Chalk({ level: color ? 1 : 0 });
  return {
    names: namesIn(withNewSizes(directory, plan), titles),
    texts,
    width,
    statusOf: (member) => directory.members.get(member)?.status ?? 'active',
    changedElsewhere: new Set(),
    paint: { strong: chalk.bold, warning: chalk.red },
  };
}

/** Teams as large as they will be: what the plan creates has nobody in it before. */
function withNewSizes(directory: Directory, { steps }: Plan): Directory {
  const joining = steps.filter(
    ({ action, status, target }) => action === 'team.add' && status === 'change' && target.id.startsWith(NEW),
  );
  const sizes = groupBy(joining, ({ target }) => target.id);
  const teams = [...directory.teams].map(
    ([id, team]) => [id, { ...team, size: sizes.get(id)?.length ?? team.size }] as const,
  );
  return { ...directory, teams: new Map(teams) };
}
