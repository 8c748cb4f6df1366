import type { Texts } from '../../texts/index.ts';
import type { AnswerTable } from '../answer.ts';

/** The profile of a student or client; its name only where it may be seen (C6). */
export interface ProfileView {
  readonly id: string;
  readonly key: string;
  readonly school: string | null;
  readonly hasMultiSpace: boolean;
  readonly name?: string | undefined;
}

/** A profile as `-o json` prints it; a name that isn't seen is null and named in `unknown` (A2). */
export const profileJson = ({ id, key, school, hasMultiSpace, name }: ProfileView, titles: boolean) => ({
  id,
  key,
  ...(titles && { name: name ?? null }),
  school,
  hasMultiSpace,
  unknown: titles && name === undefined ? ['name'] : [],
});

/** Profiles, one a line. */
export function profileTable(profiles: readonly ProfileView[], titles: boolean, { answers }: Texts): AnswerTable {
  const { profile: say, unknown, yes, no } = answers;
  const keys = (['key', 'name', 'school', 'multiSpace'] as const).filter((key) => titles || key !== 'name');
  return {
    columns: keys.map((key) => ({ key, header: say.headers[key] })),
    rows: profiles.map(({ key, name, school, hasMultiSpace }) => ({
      key,
      ...(titles && { name: name ?? unknown }),
      school: school ?? say.noSchool,
      multiSpace: hasMultiSpace ? yes : no,
    })),
  };
}
