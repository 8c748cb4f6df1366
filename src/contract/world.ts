import * as z from 'zod';
import { Capacity, Email, Id, MemberStatus, Moment, RecordStatus, Role, ShareLevel } from './common.ts';
import { OrganizationKind, PlanKind, Scope } from './organization.ts';
import { Contents } from './records.ts';
import { SpaceKind } from './spaces.ts';
import { Inclusion } from './transfers.ts';

/** What marks a grantee as a team: `team:Psychology North`. */
export const TEAM_PREFIX = 'team:';

const nothing = {
  progressNotes: 0,
  draftNotes: 0,
  documents: 0,
  confidentialNotes: 0,
  confidentialDocuments: 0,
  rawData: 0,
  invoices: 0,
  upcomingAppointments: 0,
  tasks: 0,
  memos: 0,
};
const list = <T extends z.ZodType>(item: T) => z.array(item).default([] as never);
/** What is said of a code that isn't text. */
export const NEEDS_QUOTES = 'must be text: put it in quotes';
/** Text that YAML would gladly read as a number: a school's code must be quoted. */
const code = z.string({ error: NEEDS_QUOTES }).min(1);

const WorldShare = z.strictObject({
  with: z.string().min(1),
  access: ShareLevel,
  requireApproval: z.boolean().default(false),
});

/**
 * What a file that was pulled from an API says of itself: with whose rights, when, and what they couldn't see. What they
 * couldn't see is in the file as what is left out of a world is, or as `unseen`; their own questions don't rest on it.
 */
const Snapshot = z.strictObject({
  version: z.number().int(),
  puller: Email.describe('whose rights it was pulled with'),
  by: Email.optional().describe('who acted for them (A1)'),
  as: z.enum(['owner']).nullable().default(null).describe('owner: each thing as its owner sees it (A1)'),
  at: Moment,
  whole: z.boolean().describe('whether every record and space is in it, those not seen into included (O11)'),
  unseen: z.record(z.string(), z.number().int()).describe('of how many records or spaces something was not seen'),
});
/** What a file that was pulled from an API says of itself. */
export type Snapshot = z.infer<typeof Snapshot>;

/**
 * The state of an organization as a file: what the sandbox starts from, what it dumps, what tests and rehearsals
 * are written in. People are named by e-mail, teams by `team:NAME`, records by number, profiles by key. `id` may be
 * given anywhere to fix the id the API will use.
 */
export const World = z.strictObject({
  organization: z.strictObject({
    id: Id.optional(),
    name: z.string().min(1),
    kind: OrganizationKind.default('school-service-centre'),
    plan: PlanKind.default('paid'),
    seats: z.number().int().min(0).nullable().default(null).describe('null: no limit'),
  }),
  schools: list(z.strictObject({ id: Id.optional(), code, name: z.string() })),
  members: z
    .array(
      z.strictObject({
        id: Id.optional(),
        email: Email,
        name: z.string().default(''),
        title: z.string().nullable().default(null),
        roles: z.array(Role).min(1),
        schools: list(code),
        status: MemberStatus.default('active'),
      }),
    )
    .min(1),
  teams: list(z.strictObject({ id: Id.optional(), name: z.string().min(1), members: list(Email) })),
  profiles: list(
    z.strictObject({
      id: Id.optional(),
      key: code,
      name: z.string().default(''),
      school: code.nullable().default(null),
    }),
  ),
  records: list(
    z.strictObject({
      id: Id.optional(),
      number: code,
      title: z.string().default(''),
      owner: Email,
      profiles: list(code),
      status: RecordStatus.default('active'),
      confidential: z.boolean().default(false),
      contents: z.strictObject(Contents.shape).default(nothing),
      shares: list(WorldShare),
    }),
  ),
  spaces: list(
    z.strictObject({
      id: Id.optional(),
      name: z.string().default(''),
      kind: SpaceKind,
      profile: code.nullable().default(null),
      record: code.nullable().default(null),
      creator: Email,
      members: list(z.strictObject({ with: z.string().min(1), access: ShareLevel.nullable().default(null) })),
    }),
  ),
  transfers: list(
    z.strictObject({
      id: Id.optional(),
      record: code,
      to: Email,
      by: Email,
      capacity: Capacity.optional(),
      include: list(Inclusion),
      keepCopy: z.boolean().default(false),
    }),
  ),
  copies: list(z.strictObject({ record: code, holder: Email, at: Moment })),
  tokens: list(z.strictObject({ token: z.string().min(8), member: Email, scopes: list(Scope) })),
  snapshot: Snapshot.optional(),
});
/** A world with every default filled in. */
export type World = z.infer<typeof World>;
/** A world as one writes it, defaults left out. */
export type WorldInput = z.input<typeof World>;
