import type { MemberStatus, Space } from '../../model/organization.ts';
import type { Texts } from '../../texts/index.ts';
import type { Level } from '../../texts/levels.ts';
import type { Fact } from './facts.ts';

interface Ref {
  readonly id: string;
  readonly email: string;
}

/** Whom a space is shared with. */
type GranteeView =
  | (Ref & { readonly type: 'member'; readonly status: MemberStatus })
  | { readonly type: 'team'; readonly id: string; readonly name: string };

/** A space as far as it is seen; what is left out isn't known (A2). */
export interface SpaceView {
  readonly id: string;
  readonly creator: Ref;
  readonly kind?: Space['kind'] | undefined;
  readonly name?: string | undefined;
  readonly profile?: { readonly id: string; readonly key: string } | null | undefined;
  readonly record?: string | null | undefined;
  readonly members?: readonly { readonly grantee: GranteeView; readonly access: Level | null }[] | undefined;
}

const SEEN_IN_PART = ['kind', 'profile', 'record', 'members'] as const;

/** A space as `-o json` prints it: the same keys always; what isn't seen is null and named in `unknown`. */
export function spaceJson(space: SpaceView, titles: boolean) {
  const unknown = SEEN_IN_PART.filter((key) => space[key] === undefined);
  const seen = Object.fromEntries(SEEN_IN_PART.map((key) => [key, space[key] ?? null]));
  return {
    id: space.id,
    creator: space.creator,
    ...(titles && { name: space.name ?? null }),
    ...seen,
    unknown,
  };
}

/** What is seen of a space, a fact a line; `record` is the number of the record it comes from. */
export function spaceFacts(space: SpaceView, record: string | null, texts: Texts): Fact[] {
  const { space: say, unknown } = texts.answers;
  const { kind, profile, members, creator } = space;
  const { labels } = say;
  const facts = [
    { label: labels.kind, values: kind ? [`${say.kind[kind]}: ${say.levels[kind]}`] : [unknown] },
    { label: labels.profile, values: profile === undefined ? [unknown] : [profile?.key ?? say.none] },
    { label: labels.creator, values: [creator.email] },
    ...(kind === 'multi'
      ? []
      : [{ label: labels.record, values: [space.record === undefined ? unknown : (record ?? say.none)] }]),
    { label: labels.members, values: members && kind ? peopleIn(space, kind, texts) : [unknown] },
    { label: labels.opens, values: [say.opensNothing] },
  ];
  return kind === 'multi' ? [...facts, { label: labels.notes, values: [say.ownNotes] }] : facts;
}

function peopleIn({ members = [], creator }: SpaceView, kind: Space['kind'], texts: Texts): string[] {
  const { space: say, record, member } = texts.answers;
  const who = (grantee: GranteeView) => {
    if (grantee.type === 'team') return record.team(grantee.name);
    const { email, status } = grantee;
    return status === 'active' ? email : record.notActive(email, member.status[status] ?? status);
  };
  return [
    say.creator(creator.email, kind === 'multi' ? 'full' : 'member'),
    ...members.map(({ grantee, access }) => say.member(who(grantee), access ?? 'member')),
  ];
}
