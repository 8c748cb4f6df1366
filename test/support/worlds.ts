import * as fc from 'fast-check';
import type { Role } from '../../src/contract/common.ts';
import type { WorldInput } from '../../src/contract/world.ts';

type Entry<K extends keyof WorldInput> = NonNullable<WorldInput[K]> extends readonly (infer T)[] ? T : never;

const SCHOOLS = ['010', '020'];
const email = (n: number) => `m${n}@example.org`;
const team = (n: number) => `team:Team ${n}`;

const levels = fc.constantFrom('read' as const, 'write' as const, 'full' as const);
const subset = <T>(of: readonly T[], min = 0) => fc.subarray([...of], { minLength: min });

/** The administrator nobody else depends on: always there, always active (O3). */
const ADMIN: Entry<'members'> = { email: 'admin@example.org', name: 'Ada Min', roles: ['administrator'] };

const memberOf = (n: number): fc.Arbitrary<Entry<'members'>> =>
  fc.record({
    email: fc.constant(email(n)),
    name: fc.constant(`Member ${n}`),
    roles: fc.oneof(
      { weight: 5, arbitrary: fc.constant<Role[]>(['practitioner']) },
      { weight: 4, arbitrary: subset<Role>(['practitioner', 'coordinator', 'administrator', 'manager'], 1) },
    ),
    schools: subset(SCHOOLS),
    status: fc.oneof(
      { weight: 6, arbitrary: fc.constant('active' as const) },
      { weight: 1, arbitrary: fc.constantFrom('invited' as const, 'inactive' as const) },
    ),
  });

/** Something shared with some of the people and teams that there are, each once. */
const sharesAmong = (grantees: readonly string[]) =>
  subset(grantees).chain((chosen) =>
    fc.tuple(
      ...chosen.map((grantee) =>
        fc.record({ access: levels, approval: fc.boolean() }).map(({ access, approval }) => ({
          with: grantee,
          access,
          // S4: of a person with write or full alone.
          requireApproval: approval && access !== 'read' && !grantee.startsWith('team:'),
        })),
      ),
    ),
  );

/** Some of all that a transfer takes along, destroys or cancels (T7 to T11). */
const contents = fc.record({
  progressNotes: fc.nat(2),
  confidentialNotes: fc.nat(2),
  confidentialDocuments: fc.nat(2),
  rawData: fc.nat(2),
  invoices: fc.nat(1),
  upcomingAppointments: fc.nat(2),
  tasks: fc.nat(2),
  memos: fc.nat(1),
});

const recordOf = (n: number, people: readonly string[], teams: readonly string[]): fc.Arbitrary<Entry<'records'>> =>
  fc.constantFrom(...people).chain((owner) =>
    fc.record({
      number: fc.constant(`R-${n}`),
      title: fc.constant(`Record ${n}`),
      owner: fc.constant(owner),
      profiles: subset(['P-1', 'P-2']),
      status: fc.oneof(
        { weight: 6, arbitrary: fc.constant('active' as const) },
        { weight: 1, arbitrary: fc.constantFrom('archived' as const, 'deleted' as const) },
      ),
      confidential: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
      contents: fc.oneof(fc.constant({}), contents),
      shares: sharesAmong([...people.filter((one) => one !== owner), ...teams]),
    }),
  );

const spaceOf = (n: number, people: readonly string[], teams: readonly string[]): fc.Arbitrary<Entry<'spaces'>> =>
  fc
    .record({
      kind: fc.constantFrom('multi' as const, 'collaborative' as const),
      creator: fc.constantFrom(...people),
      shares: sharesAmong([...people, ...teams]),
    })
    .map(({ kind, creator, shares }) => ({
      id: `S-${n}`,
      name: `Space ${n}`,
      kind,
      creator,
      ...(kind === 'multi' ? { profile: 'P-1' } : {}),
      members: shares.map((share) => ({ with: share.with, ...(kind === 'multi' ? { access: share.access } : {}) })),
    }));

/** T1, T2, T3: transfers that could be pending, of active records, to an active practitioner who isn't the owner. */
function transfersIn(members: readonly Entry<'members'>[], records: readonly Entry<'records'>[]) {
  const active = (member: Entry<'members'>) => (member.status ?? 'active') === 'active';
  const coordinators = members.filter((member) => member.roles.includes('coordinator') && active(member));
  const possible = records.flatMap((record) => {
    const recipients = members.filter(
      (member) => active(member) && member.roles.includes('practitioner') && member.email !== record.owner,
    );
    const owner = members.find((member) => member.email === record.owner);
    const senders = [
      ...(owner && active(owner) ? [owner] : []),
      ...(record.confidential ? [] : coordinators.filter((one) => one.email !== record.owner)),
    ];
    return record.status === 'active' && recipients.length > 0 && senders.length > 0
      ? [{ record, recipients, senders }]
      : [];
  });
  return subset(possible).chain((chosen) =>
    fc.tuple(
      ...chosen.map(({ record, recipients, senders }) =>
        fc.record({
          record: fc.constant(record.number),
          to: fc.constantFrom(...recipients).map((one) => one.email),
          by: fc.constantFrom(...senders).map((one) => one.email),
          include: subset(['confidential' as const, 'raw-data' as const]),
          keepCopy: fc.boolean(),
        }),
      ),
    ),
  );
}

const copiesOf = (people: readonly string[], records: readonly Entry<'records'>[]) =>
  fc.uniqueArray(
    fc.constantFrom(...records).chain((record) =>
      fc.record({
        record: fc.constant(record.number),
        holder: fc.constantFrom(...people.filter((one) => one !== record.owner)),
        at: fc.constant('2026-06-20T12:00:00Z'),
      }),
    ),
    // Where everybody else is only invited, nobody but the owner can hold one.
    { maxLength: people.length > 1 ? 2 : 0, selector: (copy) => `${copy.record} ${copy.holder}` },
  );

/** Any small organization: every status, role, way in, transfer and copy that the rules allow. */
export const worlds: fc.Arbitrary<WorldInput> = fc
  .record({ people: fc.integer({ min: 3, max: 6 }), teams: fc.integer({ min: 0, max: 3 }) })
  .chain(({ people, teams }) =>
    fc
      .record({
        members: fc.tuple(...Array.from({ length: people }, (_, n) => memberOf(n))),
        teams: fc.tuple(
          ...Array.from({ length: teams }, (_, n) =>
            subset([ADMIN.email, ...Array.from({ length: people }, (_, m) => email(m))]).map((members) => ({
              name: `Team ${n}`,
              members,
            })),
          ),
        ),
      })
      .chain((organization) => {
        // Who was only ever invited can't have been given anything yet (S8): teams alone may hold them.
        const emails = [
          ADMIN.email,
          ...organization.members.filter((member) => member.status !== 'invited').map((member) => member.email),
        ];
        const teamNames = organization.teams.map((_, n) => team(n));
        return fc
          .record({
            records: fc
              .integer({ min: 1, max: 4 })
              .chain((records) =>
                fc.tuple(...Array.from({ length: records }, (_, n) => recordOf(n, emails, teamNames))),
              ),
            spaces: fc
              .integer({ min: 0, max: 2 })
              .chain((spaces) => fc.tuple(...Array.from({ length: spaces }, (_, n) => spaceOf(n, emails, teamNames)))),
          })
          .chain(({ records, spaces }) =>
            fc
              .record({ transfers: transfersIn(organization.members, records), copies: copiesOf(emails, records) })
              .map(({ transfers, copies }) => ({
                organization: { name: 'Test', kind: 'school-service-centre' as const },
                schools: SCHOOLS.map((code) => ({ code, name: `School ${code}` })),
                profiles: [
                  { key: 'P-1', name: 'A', school: '010' },
                  { key: 'P-2', name: 'B', school: '020' },
                ],
                members: [ADMIN, ...organization.members],
                teams: organization.teams,
                records,
                spaces,
                transfers,
                copies,
              })),
          );
      }),
  );

/** How many seats there are to be, at least for those who hold one; null for no limit (O6). */
export const seats: fc.Arbitrary<number | null> = fc.constantFrom(null, null, null, 4, 6, 8);

/** The same organization, with so many seats as said, or as are taken. */
export function limited(input: WorldInput, wanted: number | null): WorldInput {
  if (wanted === null) return input;
  const taken = input.members.filter(({ status }) => status !== 'inactive').length;
  return { ...input, organization: { ...input.organization, plan: 'paid', seats: Math.max(wanted, taken) } };
}
