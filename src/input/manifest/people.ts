import type * as z from 'zod';
import { Failure } from '../../failures/failure.ts';
import type { WantedSchool } from '../../model/manifest.ts';
import type { Place, TeamReference } from '../../model/references.ts';
import { parseTeam } from '../references.ts';
import { parseEmail, parseRole } from '../values.ts';
import { type At, type Collector, type OneOrMany, spread } from './collector.ts';
import type { MemberEntry, TeamEntry } from './entries.ts';
import type * as schema from './schema.ts';
import type { Path } from './yaml.ts';

type Defaults = z.infer<typeof schema.DefaultsEntry>;
type Written = string | z.infer<typeof schema.MemberEntry>;

/** A member of a manifest, with the defaults for what they don't say; none where their e-mail is none. */
export function memberOf({ item, path }: At<Written>, defaults: Defaults, collector: Collector): MemberEntry[] {
  const place = collector.place(path);
  const alone = typeof item === 'string';
  const said: z.infer<typeof schema.MemberEntry> = alone ? { email: item } : item;
  const own = (key: keyof Defaults): { texts: OneOrMany<string>; path: Path } =>
    said[key] === undefined
      ? { texts: defaults[key], path: ['defaults', key] }
      : { texts: said[key], path: [...path, key] };
  const [roles, schools, teams] = [own('roles'), own('schools'), own('teams')];
  if (spread(roles.texts, roles.path).length === 0) {
    collector.failures.push(new Failure('manifest-missing-key', { key: 'roles' }, place));
  }
  const email = collector.attempt(() => parseEmail(said.email, collector.place(alone ? path : [...path, 'email'])));
  const wanted = {
    roles: [...new Set(collector.each(roles.texts, roles.path, (text, at) => parseRole(text, 'roles', at)))],
    schools: schools.texts === undefined ? null : collector.each(schools.texts, schools.path, schoolAt),
    teams: collector.each(teams.texts, teams.path, teamAt),
  };
  return email === null ? [] : [{ place, email, ...wanted }];
}

/** A team of a manifest. */
export function teamOf({ item, path }: At<z.infer<typeof schema.TeamEntry>>, collector: Collector): TeamEntry[] {
  const members = collector.each(item.members, [...path, 'members'], (text, place) => ({
    ref: 'member' as const,
    text,
    place,
  }));
  const name = collector.attempt(() => parseTeam(item.name, collector.place([...path, 'name'])));
  return name === null ? [] : [{ place: collector.place(path), name, members }];
}

/** A school, where its code is written. */
export const schoolAt = (code: string, place: Place): WantedSchool => ({ code, place });

const teamAt = (text: string, place: Place): TeamReference => ({ ref: 'team', text: parseTeam(text, place), place });
