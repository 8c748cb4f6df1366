import * as z from 'zod';
import { Id, MemberRef, pageOf, paging, Role } from './common.ts';
import { get } from './endpoint.ts';

/** What an API may or may not offer beside its resources. */
export const Capability = z.enum(['batch', 'idempotency', 'etags', 'act-as']);
/** What an API may or may not offer beside its resources. */
export type Capability = z.infer<typeof Capability>;

/** What an API says of itself. */
export const Service = z
  .object({
    name: z.string(),
    version: z.string(),
    capabilities: z.array(Capability),
    sandbox: z.boolean().default(false),
  })
  .meta({ id: 'Service', description: 'What this API is and which optional capabilities it offers.' });
/** What an API says of itself. */
export type Service = z.infer<typeof Service>;

/** What a token may do beyond its member's rights (A1). */
export const Scope = z.enum(['act-as']);

/** Who asks: the token's member, and the member it acts for (A1). */
export const Me = z
  .object({
    id: Id,
    email: z.string(),
    name: z.string(),
    roles: z.array(Role),
    schools: z.array(z.string()),
    scopes: z.array(Scope),
    actingAs: MemberRef.nullable(),
  })
  .meta({ id: 'Me' });
/** Who asks. */
export type Me = z.infer<typeof Me>;

/** O6: the kinds of organization. */
export const OrganizationKind = z.enum(['clinic', 'non-profit', 'school-service-centre']);
/** O6: the plans; a free trial has no limit of members. */
export const PlanKind = z.enum(['paid', 'free-trial']);

/** The organization, its plan and its seats (O6). */
export const Organization = z
  .object({
    id: Id,
    name: z.string(),
    kind: OrganizationKind,
    plan: PlanKind,
    seats: z.object({
      limit: z.number().int().nullable().describe('null: no limit'),
      used: z.number().int().describe('invited and active members'),
    }),
  })
  .meta({ id: 'Organization' });
/** The organization, its plan and its seats. */
export type Organization = z.infer<typeof Organization>;

/** A school; its code may begin with zeros. */
export const School = z.object({ id: Id, code: z.string(), name: z.string() }).meta({ id: 'School' });
/** A school. */
export type School = z.infer<typeof School>;

/** `GET /v1` */
export const getService = get({ path: '/v1', summary: 'Name, version and capabilities', answer: Service });
/** `GET /v1/me` */
export const getMe = get({ path: '/v1/me', summary: 'Whom the token belongs to', answer: Me });
/** `GET /v1/organization` */
export const getOrganization = get({
  path: '/v1/organization',
  summary: 'The organization, its plan and its seats',
  answer: Organization,
});
/** `GET /v1/schools` */
export const listSchools = get({
  path: '/v1/schools',
  summary: 'The schools of the organization',
  query: z.strictObject({ ...paging }),
  answer: pageOf(School),
});
