import { groupBy } from '../../model/collections.ts';
import type { OnboardingIntent } from '../../model/intents/onboarding.ts';
import type { PeopleIntent } from '../../model/intents/people.ts';
import type { RecordIntent } from '../../model/intents/records.ts';
import type { SpaceIntent } from '../../model/intents/spaces.ts';
import type { ShareLevel } from '../../model/levels.ts';
import type {
  Manifest,
  WantedGrantee,
  WantedMember,
  WantedShare,
  WantedSpace,
  WantedTeam,
} from '../../model/manifest.ts';
import type { NewSpaceReference, Place } from '../../model/references.ts';

/** What a manifest asks for. */
export type Desired = PeopleIntent | SpaceIntent | RecordIntent | OnboardingIntent;

/**
 * What has to be so for a school to be as its manifest says: what is so already will be found unchanged. With `prune`
 * what the manifest names has nothing but what it says: roles and schools of its members, members of its teams, who is
 * in its spaces and shares its records; what it doesn't name is left alone.
 */
export function desiredIn({ members, teams, spaces, shares }: Manifest, prune: boolean): Desired[] {
  return [
    ...members.flatMap((member) => ofMember(member, prune)),
    ...teams.flatMap((team) => ofTeam(team, prune)),
    ...spaces.flatMap((space) => ofSpace(space, prune)),
    ...shares.map(ofShare),
    ...(prune ? prunedRecords(shares) : []),
  ];
}

const wanted = ({ row = 0 }: Place) => ({ row, desired: true as const });
const newMember = (text: string, place: Place) => ({ ref: 'member' as const, text, place, orNew: true as const });
/** O10: invited where they are nobody yet; else given the roles and schools they lack. */
function ofMember({ email, roles, schools, place }: WantedMember, prune: boolean): PeopleIntent[] {
  const member = newMember(email, place);
  const codes = schools?.map(({ code }) => code) ?? [];
  const change = <T>(values: readonly T[]) =>
    prune ? { set: values, add: [], remove: [] } : { set: null, add: values, remove: [] };
  const references = (schools ?? []).map(({ code, place: where }) => ({
    ref: 'school' as const,
    text: code,
    place: where,
  }));
  return [
    {
      ...wanted(place),
      action: 'member.invite',
      member,
      email,
      roles,
      schools: references,
      teams: [],
      resend: false,
      fillSeats: false,
    },
    { ...wanted(place), action: 'member.set-roles', member, ...change(roles) },
    // Left unsaid, the schools they hold are left alone.
    ...(schools === null || (codes.length === 0 && !prune)
      ? []
      : [{ ...wanted(place), action: 'member.assign-schools' as const, member, ...change(references) }]),
  ];
}

function ofTeam({ team, members, place }: WantedTeam, prune: boolean): (PeopleIntent | OnboardingIntent)[] {
  return [
    ...(team.orNew ? [{ ...wanted(place), action: 'team.create' as const, team, name: team.text }] : []),
    ...members.map((member) => ({ ...wanted(member.place), action: 'team.add' as const, team, member })),
    // A team that only its members name is left alone but for them.
    ...(prune && team.orNew ? [{ ...wanted(place), action: 'onboard.prune-team' as const, team, keep: members }] : []),
  ];
}

function ofSpace(space: WantedSpace, prune: boolean): (SpaceIntent | OnboardingIntent)[] {
  const { place, for: whom, share } = space;
  if (whom.type === 'school') {
    const shared = share.map((one) => ({
      row: one.place.row ?? 0,
      grantee: one.grantee,
      level: one.level as ShareLevel,
    }));
    const { code, place: where } = whom.school;
    return [{ ...wanted(place), action: 'onboard.spaces', school: code, share: shared, prune, place: where }];
  }
  const profile = whom.type === 'profile' ? whom.profile : null;
  const reference = spaceOf(space, profile?.text ?? null);
  return [
    {
      ...wanted(place),
      action: 'space.create',
      space: reference,
      kind: space.kind,
      profile,
      record: space.record,
      name: space.name,
      another: false,
    },
    ...share.map((one) => sharedWith(reference, one)),
    ...(prune
      ? [
          {
            ...wanted(place),
            action: 'onboard.prune-space' as const,
            space: reference,
            keep: share.map(({ grantee }) => grantee),
          },
        ]
      : []),
  ];
}

const spaceOf = ({ kind, name, record, place }: WantedSpace, profile: string | null): NewSpaceReference => ({
  ref: 'new-space',
  text: profile ?? name ?? '',
  place,
  kind,
  profile,
  record: record?.text ?? null,
  name,
  another: false,
});

const sharedWith = (space: NewSpaceReference, one: WantedGrantee): SpaceIntent => ({
  ...wanted(one.place),
  action: 'space.share',
  space,
  grantee: one.grantee,
  level: one.level,
});

const ofShare = (one: WantedShare): RecordIntent => ({
  ...wanted(one.place),
  action: 'share.set',
  record: one.record,
  grantee: one.grantee,
  level: one.level,
  requireApproval: one.requireApproval,
});

function prunedRecords(shares: readonly WantedShare[]): OnboardingIntent[] {
  return [...groupBy(shares, ({ record }) => record.text).values()].flatMap(([first, ...others]) =>
    first
      ? [
          {
            ...wanted(first.place),
            action: 'onboard.prune-record' as const,
            record: first.record,
            keep: [first, ...others].map(({ grantee }) => grantee),
          },
        ]
      : [],
  );
}
