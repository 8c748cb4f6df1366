import * as z from 'zod';
import { Id, MemberStatus, many, pageOf, paging } from './common.ts';
import { get, patch, post, put, remove } from './endpoint.ts';

/** A work team and who is in it, whatever their status (O7, S8). */
export const Team = z
  .object({
    id: Id,
    name: z.string(),
    members: z.array(z.object({ id: Id, email: z.string(), status: MemberStatus })),
  })
  .meta({ id: 'Team' });
/** A work team and who is in it. */
export type Team = z.infer<typeof Team>;

const TeamName = z.string().trim().min(1).max(200);

/** What a team is made of; `members` are ids. */
export const NewTeam = z.strictObject({ name: TeamName, members: z.array(Id).default([]) }).meta({ id: 'NewTeam' });

/** `GET /v1/teams` */
export const listTeams = get({
  path: '/v1/teams',
  summary: 'Work teams',
  query: z.strictObject({ id: many(Id), name: many(z.string()), member: many(Id), ...paging }),
  answer: pageOf(Team),
});
/** `POST /v1/teams` */
export const createTeam = post({
  path: '/v1/teams',
  summary: 'Create a team (O7)',
  body: NewTeam,
  answer: Team,
  status: 201,
  etag: true,
});
/** `GET /v1/teams/{id}` */
export const getTeam = get({ path: '/v1/teams/{id}', summary: 'A team', answer: Team, etag: true });
/** `PATCH /v1/teams/{id}` */
export const renameTeam = patch({
  path: '/v1/teams/{id}',
  summary: 'Rename a team (O7)',
  body: z.strictObject({ name: TeamName }),
  answer: Team,
  etag: true,
});
/** `DELETE /v1/teams/{id}` */
export const deleteTeam = remove({
  path: '/v1/teams/{id}',
  summary: 'Delete a team and with it what it was given (O7)',
});
/** `PUT /v1/teams/{id}/members/{memberId}` */
export const addTeamMember = put({
  path: '/v1/teams/{id}/members/{memberId}',
  summary: 'Have a member in a team (O7)',
  answer: Team,
  etag: true,
});
/** `DELETE /v1/teams/{id}/members/{memberId}` */
export const removeTeamMember = remove({
  path: '/v1/teams/{id}/members/{memberId}',
  summary: 'Have a member no longer in a team (O7)',
  etag: true,
});
