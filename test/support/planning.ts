import type { ResolvedIntent, ResolvedOf } from '../../src/model/intents/index.ts';
import type { ShareLevel } from '../../src/model/levels.ts';
import type { Id, Space } from '../../src/model/organization.ts';
import type { AccessChange, Plan, Step } from '../../src/planning/plan.ts';
import { plan } from '../../src/planning/planner.ts';
import { granteeOf, type Organization } from './organization.ts';

/** Something somebody wants; which row it is in is known once all are told. */
export type Wish = (row: number) => ResolvedIntent;

/** `share('alice', 'R-1', 'bob', 'read')`: Alice shares R-1 with Bob. */
export const share =
  (actor: Id, record: Id, grantee: string, level: ShareLevel, requireApproval: boolean | null = null): Wish =>
  (row) => ({ action: 'share.set', row, actor, record, grantee: granteeOf(grantee), level, requireApproval });

/** `unshare('alice', 'R-1', 'bob')`: Alice ends Bob's share of R-1. */
export const unshare =
  (actor: Id, record: Id, grantee: string): Wish =>
  (row) => ({ action: 'share.remove', row, actor, record, grantee: granteeOf(grantee) });

/** `leave('bob', 'R-1')`: Bob leaves R-1. */
export const leave =
  (actor: Id, record: Id): Wish =>
  (row) => ({ action: 'share.leave', row, actor, record });

/** `create('alice', 'multi', { profile: 'P-1' })`: Alice makes a space, of an id that says whether it is there. */
export const create =
  (
    actor: Id,
    kind: Space['kind'],
    told: Partial<Omit<ResolvedOf<'space.create'>, 'action' | 'kind' | 'actor'>> = {},
  ): Wish =>
  (row) => ({
    action: 'space.create',
    row,
    actor,
    kind,
    space: `new:${told.profile ?? told.name ?? ''}`,
    profile: null,
    record: null,
    name: null,
    another: false,
    ...told,
  });

/** `invite('alice', 'S-1', 'bob', 'read')`: Alice has Bob in a space; without a level in a collaborative one. */
export const invite =
  (actor: Id, space: Id, grantee: string, level: ShareLevel | null = null): Wish =>
  (row) => ({ action: 'space.share', row, actor, space, grantee: granteeOf(grantee), level });

/** `takeOut('alice', 'S-1', 'bob')`: Alice takes Bob out of a space. */
export const takeOut =
  (actor: Id, space: Id, grantee: string): Wish =>
  (row) => ({ action: 'space.unshare', row, actor, space, grantee: granteeOf(grantee) });

/** `leaveSpace('bob', 'S-1')`: Bob leaves a space. */
export const leaveSpace =
  (actor: Id, space: Id): Wish =>
  (row) => ({ action: 'space.leave', row, actor, space });

/** Plans some wishes, each a row; `couldActAs`: the token could act for others, and doesn't. */
export const planIn = (organization: Organization, ...wishes: Wish[]): Plan =>
  plan(numbered(wishes), organization.snapshot());

/** The same, for a token that could act for others and doesn't. */
export const planByAdministrator = (organization: Organization, ...wishes: Wish[]): Plan =>
  plan(numbered(wishes), organization.snapshot(true));

/** Wishes in their rows. */
export const numbered = (wishes: readonly Wish[]): ResolvedIntent[] => wishes.map((wish, n) => wish(n + 1));

/** What became of each row: `change`, `unchanged`, or `S2 not-allowed`. */
export const verdicts = ({ steps }: Plan): string[] => steps.map(verdictOf);

const verdictOf = ({ status, refusal }: Step): string => (refusal ? `${refusal.rule} ${refusal.reason}` : status);

/** Whose access changes and how: `bob: none → read, gained`. */
export const changes = ({ accessChanges }: Plan): string[] => [...accessChanges.map(changeOf)];

const changeOf = ({ member, before, after, change }: AccessChange): string =>
  `${member}: ${before.level} → ${after.level}, ${change}`;

/** Who is written to, a message each: `bob email`. */
export const messages = ({ effects }: Plan): string[] =>
  [...effects].flatMap(({ to, kind, count }) => Array.from({ length: count ?? 0 }, () => `${to} ${kind}`)).sort();
