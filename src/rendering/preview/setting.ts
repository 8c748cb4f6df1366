import { Chalk } from 'chalk';
import type { Id, MemberStatus } from '../../model/organization.ts';
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
export function settingFor({ directory }: Scene, texts: Texts, { titles, width, color }: Page): Setting {
  const chalk = new Chalk({ level: color ? 1 : 0 });
  return {
    names: namesIn(directory, titles),
    texts,
    width,
    statusOf: (member) => directory.members.get(member)?.status ?? 'active',
    paint: { strong: chalk.bold, warning: chalk.red },
  };
}
