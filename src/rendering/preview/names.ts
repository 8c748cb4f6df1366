import type { Directory } from '../../model/directory.ts';
import type { Grantee, Id, Space } from '../../model/organization.ts';
import { NEW } from '../../model/references.ts';
import type { Resource } from '../../model/resources.ts';
import type { Target } from '../../planning/plan.ts';
import { plain } from '../layout.ts';

/** What the people, teams and records of a plan are called on a screen. */
export interface Names {
  member(id: Id): string;
  /** A first name, where only one person bears it; the whole name otherwise. */
  short(id: Id): string;
  team(id: Id): string;
  teamSize(id: Id): number;
  grantee(grantee: Grantee): string;
  /** A record's number, and its title where titles are shown. */
  resource(resource: Resource): string;
  number(resource: Resource): string;
  /** A space as it is known: its kind, its profile's key, and its name where it may be shown; null for what is none. */
  space(id: Id): SpaceName | null;
  /** What a step is done to, as somebody would write it: a number, a space's id, a team's name, an e-mail. */
  target(target: Target): string;
}

/** What a space is called. */
export interface SpaceName {
  readonly kind: Space['kind'];
  readonly profile: string | null;
  /** Null where it isn't seen, or titles aren't shown. */
  readonly label: string | null;
  /** Whether the plan itself makes it. */
  readonly isNew: boolean;
}

/** Looks names up in a directory. `titles` says whether titles may be shown. */
export function namesIn(directory: Directory, titles: boolean): Names {
  const firstNames = new Map<string, number>();
  for (const { name } of directory.members.values()) {
    firstNames.set(firstOf(name), (firstNames.get(firstOf(name)) ?? 0) + 1);
  }
  const member = (id: Id) => plain(directory.members.get(id)?.name ?? id);
  const team = (id: Id) => plain(directory.teams.get(id)?.name ?? id);
  const number = ({ id }: Resource) => plain(directory.records.get(id)?.number ?? id);
  return {
    member,
    short: (id) => (firstNames.get(firstOf(member(id))) === 1 ? firstOf(member(id)) : member(id)),
    team,
    teamSize: (id) => directory.teams.get(id)?.size ?? 0,
    grantee: (grantee) => (grantee.type === 'team' ? team(grantee.id) : member(grantee.id)),
    number,
    space(id) {
      const space = directory.spaces.get(id);
      if (!space) return null;
      const { kind, profile, label } = space;
      const isNew = id.startsWith(NEW);
      // A name that was just typed is no secret to whoever typed it.
      const shown = titles || (isNew && profile === null);
      return {
        kind,
        profile: profile && plain(profile),
        label: shown && label ? plain(label) : null,
        isNew,
      };
    },
    target({ type, id }) {
      if (type === 'team') return team(id);
      if (type === 'member') return plain(directory.members.get(id)?.email ?? id.replace(NEW, ''));
      return number({ type, id });
    },
    resource(resource) {
      const title = directory.records.get(resource.id)?.title;
      return titles && title ? `${number(resource)} ${plain(title)}` : number(resource);
    },
  };
}

const firstOf = (name: string) => name.split(' ')[0] ?? name;
