import { TEAM_PREFIX, type World } from '../../src/contract/world.ts';
import { byId } from '../../src/model/collections.ts';
import type { Contents, Grantee, State } from '../../src/model/organization.ts';
import { NO_REACH } from '../../src/model/reach.ts';

/**
 * The model's state of a world, ids taken from it as the sandbox dumps it. This is how tests tell the model what is;
 * psyctl itself only knows what the API shows.
 */
export function stateOf(world: World): State {
  const memberIds = new Map(world.members.map((member) => [member.email.toLowerCase(), member.id ?? member.email]));
  const teamIds = new Map(world.teams.map((team) => [team.name, team.id ?? team.name]));
  const profileIds = new Map(world.profiles.map((profile) => [profile.key, profile.id ?? profile.key]));
  const schools = new Map(world.profiles.map((profile) => [profile.key, profile.school]));
  const member = (email: string) => memberIds.get(email.toLowerCase()) ?? email;
  const grantee = (name: string): Grantee =>
    name.startsWith(TEAM_PREFIX)
      ? { type: 'team', id: teamIds.get(name.slice(TEAM_PREFIX.length)) ?? name }
      : { type: 'member', id: member(name) };
  return {
    members: byId(
      world.members.map(({ email, name, status, roles, schools: held }) => ({
        id: member(email),
        email,
        name,
        status,
        roles,
        schools: held,
      })),
    ),
    teams: byId(
      world.teams.map((team) => ({
        id: teamIds.get(team.name) ?? team.name,
        name: team.name,
        members: new Set(team.members.map(member)),
      })),
    ),
    records: byId(
      world.records.map((record) => {
        const transfer = world.transfers.find((one) => one.record === record.number);
        return {
          id: record.id ?? record.number,
          number: record.number,
          owner: member(record.owner),
          status: record.status,
          confidential: record.confidential,
          schools: record.profiles.flatMap((key) => schools.get(key) ?? []),
          shares: record.shares.map((share) => ({
            grantee: grantee(share.with),
            level: share.access,
            requireApproval: share.requireApproval,
          })),
          transfer: transfer
            ? {
                capacity: transfer.capacity ?? (member(transfer.by) === member(record.owner) ? 'owner' : 'coordinator'),
                to: member(transfer.to),
                terms: null,
              }
            : null,
          contents: contentsOf(record.contents),
          copies: world.copies
            .filter((copy) => copy.record === record.number)
            .map((copy) => ({ holder: member(copy.holder), at: copy.at })),
        };
      }),
    ),
    spaces: byId(
      world.spaces.map((space, n) => ({
        id: space.id ?? `space-${n}`,
        kind: space.kind,
        creator: member(space.creator),
        profile: space.profile === null ? null : (profileIds.get(space.profile) ?? space.profile),
        shares: space.members.map((one) => ({ grantee: grantee(one.with), level: one.access })),
      })),
    ),
    reach: NO_REACH,
  };
}

const contentsOf = (contents: World['records'][number]['contents']): Contents => ({
  confidentialNotes: contents.confidentialNotes,
  confidentialDocuments: contents.confidentialDocuments,
  rawData: contents.rawData,
  tasks: contents.tasks,
  memos: contents.memos,
  upcomingAppointments: contents.upcomingAppointments,
});
