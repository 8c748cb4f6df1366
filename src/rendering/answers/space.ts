import type { Level } from '../../model/levels.ts';
import type { MemberStatus } from '../../model/organization.ts';
import type { Texts } from '../../texts/index.ts';
import type { AnswerTable } from '../answer.ts';
import { plain } from '../layout.ts';
import type { Fact } from './facts.ts';

interface Ref {
  readonly id: string;
  readonly email: string;
}

/** A member or a team in a space; a team with how many people are in it, where that is known. */
type GranteeView =
  | (Ref & { readonly type: 'member'; readonly status: MemberStatus })
  | { readonly type: 'team'; readonly id: string; readonly name: string };

/** A space as far as it is seen; what is left out isn't known (A2). */
export interface SpaceView {
  readonly id: string;
  readonly creator: Ref;
  readonly kind?: 'multi' | 'collaborative' | undefined;
  readonly name?: string | undefined;
  readonly profile?: { readonly id: string; readonly key: string } | null | undefined;
  readonly record?: { readonly id: string; readonly number: string | null } | null | undefined;
  /** `access` is null in a collaborative space (C1). */
  readonly members?: readonly { readonly grantee: GranteeView; readonly access: Level | null }[] | undefined;
  /** How many people reach it, through teams too, those alone who are active (O5). */
  readonly people?: number | undefined;
}

const SEEN_IN_PART = ['kind', 'profile', 'record', 'members', 'people'] as const;

/** A space as `-o json` prints it: the same keys always; what isn't seen is null and named in `unknown` (A2). */
export const spaceJson = (space: SpaceView, titles: boolean) => ({
  id: space.id,
  ...(titles && { name: space.name ?? null }),
  creator: { id: space.creator.id, email: space.creator.email },
  ...Object.fromEntries(SEEN_IN_PART.map((key) => [key, space[key] ?? null])),
  unknown: [
    ...(titles && space.name === undefined ? ['name'] : []),
    ...SEEN_IN_PART.filter((key) => space[key] === undefined),
  ],
});

/** Spaces, one a line; the profile is empty where a space is around none. */
export function spaceTable(spaces: readonly SpaceView[], titles: boolean, { answers }: Texts): AnswerTable {
  const { space: say, unknown } = answers;
  const keys = (['id', 'kind', 'name', 'profile', 'creator', 'people'] as const).filter(
    (key) => titles || key !== 'name',
  );
  return {
    columns: keys.map((key) => ({ key, header: say.headers[key] })),
    rows: spaces.map(({ id, kind, name, profile, creator, people }) => ({
      id,
      kind: kind ? say.kind[kind] : unknown,
      ...(titles && { name: name ?? unknown }),
      profile: profile === undefined ? unknown : (profile?.key ?? null),
      creator: creator.email,
      people: people ?? unknown,
    })),
  };
}

/** How many people are in teams, by the team's id, as far as that is known. */
export type TeamSizes = ReadonlyMap<string, number>;

/** Who is in a space and at what level (C1, C2, C8), an entry each; null where that isn't seen. */
export function membersWords({ members, creator, kind }: SpaceView, teams: TeamSizes, texts: Texts): string[] | null {
  const { space: say, record, member } = texts.answers;
  if (!members) return null;
  const who = (grantee: GranteeView): string => {
    if (grantee.type === 'team') return say.team(plain(grantee.name), teams.get(grantee.id) ?? null);
    const { email, status } = grantee;
    return status === 'active' ? email : record.notActive(email, member.status[status] ?? status);
  };
  return [
    say.in(say.creator(creator.email), kind === 'multi' ? 'full' : null),
    ...members.map(({ grantee, access }) => say.in(who(grantee), access)),
  ];
}

/** What is seen of a space, a fact a line. */
export function spaceFacts(space: SpaceView, teams: TeamSizes, texts: Texts): Fact[] {
  const { space: say, unknown } = texts.answers;
  const { labels } = say;
  const fact = (label: string, value: string): Fact => ({ label, values: [value] });
  const { kind, profile, creator, record, people } = space;
  const madeFromNone = record === null && kind === 'multi';
  return [
    fact(labels.kind, kind ? say.kindMeans[kind] : unknown),
    fact(labels.profile, profile === undefined ? unknown : (profile?.key ?? say.noProfile)),
    fact(labels.creator, creator.email),
    ...(madeFromNone ? [] : [fact(labels.record, madeFrom(space, texts) ?? say.noRecord)]),
    { label: labels.members, values: membersWords(space, teams, texts) ?? [unknown] },
    fact(labels.people, people === undefined ? unknown : say.people(people)),
  ];
}

/** The same as cells of a table of one row. */
export function spaceCells(space: SpaceView, teams: TeamSizes, titles: boolean, texts: Texts) {
  const { space: say, unknown } = texts.answers;
  const { id, kind, name, profile, creator, people } = space;
  return {
    id,
    kind: kind ? say.kind[kind] : unknown,
    ...(titles && { name: name ?? unknown }),
    profile: profile === undefined ? unknown : (profile?.key ?? null),
    creator: creator.email,
    record: madeFrom(space, texts),
    members: membersWords(space, teams, texts)?.join(', ') ?? unknown,
    people: people ?? unknown,
  };
}

/** What being in a space doesn't mean (C1 to C3, C7). */
export const spaceCautions = ({ kind }: SpaceView, { answers: { space: say } }: Texts): string[] => [
  say.opensNothing,
  say.noServiceRecords,
  ...(kind === 'multi' ? [say.ownNotes] : []),
];

/** C3: the record it was made from is named to whoever has a way to that; null where there is none. */
const madeFrom = ({ record }: SpaceView, { answers }: Texts): string | null =>
  record === null ? null : (record?.number ?? answers.unknown);
