import { administratorsOf, isAdministrator } from '../../model/administrators.ts';
import type { Grantee, Id, Member, State, Team } from '../../model/organization.ts';
import { resourcesReachedBy } from '../../model/reach.ts';
import type { Resource } from '../../model/resources.ts';
import type { Becoming, Ground } from '../action.ts';
import type { Effect, Target } from '../plan.ts';
import type { Refusal } from '../refusals/index.ts';

interface Acted {
  readonly actor: Id;
}

/** Of a change of one team. */
export const aboutTeam = {
  target: ({ team }: { readonly team: Id }): Target => ({ type: 'team', id: team }),
  see: ({ actor }: Acted, ground: Ground): Ground | Refusal =>
    isAdministrator(actor, ground.state)
      ? ground
      : { reason: 'teams-by-administrators', rule: 'O7', members: administratorsOf(ground.state) },
};

/** Of a change of one member that is for administrators (O2). */
export const aboutMember = {
  target: ({ member }: { readonly member: Id }): Target => ({ type: 'member', id: member }),
  subject: (): Grantee | null => null,
  see: ({ actor }: Acted, ground: Ground): Ground | Refusal =>
    isAdministrator(actor, ground.state)
      ? ground
      : { reason: 'members-by-administrators', rule: 'O2', members: administratorsOf(ground.state) },
};

/** What there is of an organization where one member is otherwise. */
export function withMember(id: Id, { members }: State, told: Partial<Member>): Becoming {
  const member = members.get(id);
  return member ? { members: [{ ...member, ...told }] } : {};
}

/** The teams somebody is in, without them. */
export const teamsWithout = (member: Id, { teams }: State): Team[] =>
  [...teams.values()].filter((team) => team.members.has(member)).map((team) => without(team, member));

/** A team without somebody. */
export const without = (team: Team, member: Id): Team => ({
  ...team,
  members: new Set([...team.members].filter((id) => id !== member)),
});

/** A team with somebody more. */
export const withOneMore = (team: Team, member: Id): Team => ({ ...team, members: new Set([...team.members, member]) });

/** Everything a member has a way into, as far as an administrator was told (O11). */
export const reachedByMember = (member: Id, { teams, reach }: State): Iterable<Resource> =>
  resourcesReachedBy(member, teams.values(), reach).values();

/** Everything a team was given, as far as an administrator was told (O11). */
export const givenToTeam = (team: Id, { reach }: State): Resource[] =>
  [...(reach.teams.get(team)?.values() ?? [])].map(({ resource }) => resource);

/** O6: a seat taken, or given back where `count` is below nought. */
export const seat = (to: Id, count: 1 | -1): Omit<Effect, 'rows'> => ({
  phase: 'applied',
  kind: 'seat',
  audience: null,
  to,
  item: null,
  resource: null,
  count,
  irreversible: false,
});

/** N4: the e-mail somebody invited is sent. */
export const invitationTo = (to: Id): Omit<Effect, 'rows'> => ({
  phase: 'applied',
  kind: 'email',
  audience: 'colleague',
  to,
  item: null,
  resource: null,
  count: 1,
  irreversible: false,
});
