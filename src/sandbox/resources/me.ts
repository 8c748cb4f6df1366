import { getMe, getOrganization, listSchools, type Organization, type School } from '../../contract/organization.ts';
import { cut, pageReply, pageWanted } from '../http/paging.ts';
import { route } from '../http/routing.ts';
import { Filters } from './filters.ts';
import { schoolsOf } from './member-rows.ts';

const me = route(getMe, ({ store, asker }) => {
  const { id, email, name, roles } = asker.me;
  return {
    answer: {
      id,
      email,
      name,
      roles: [...roles],
      schools: schoolsOf(store, id),
      scopes: asker.mayActAs ? ['act-as' as const] : [],
      actingAs: asker.acting ? { id, email } : null,
    },
  };
});

/** O6: the seats taken are those of invited and active members. */
const organization = route(getOrganization, ({ store }) => {
  const row = store.get<Omit<Organization, 'seats'> & { seats: number | null; used: number }>(
    `SELECT id, name, kind, plan, seats, (SELECT count(*) FROM members WHERE status <> 'inactive') AS used
     FROM organization`,
  ) as Omit<Organization, 'seats'> & { seats: number | null; used: number };
  const { id, name, kind, plan, seats, used } = row;
  // O6: a free trial has no limit of members.
  return { answer: { id, name, kind, plan, seats: { limit: plan === 'free-trial' ? null : seats, used } } };
});

const schools = route(listSchools, (call) => {
  const { limit, after } = pageWanted(call);
  const filters = new Filters().after('code', after);
  const found = call.store.all<School>(
    `SELECT id, code, name FROM schools WHERE ${filters.sql} ORDER BY code LIMIT :limit`,
    { ...filters.parameters, limit: limit + 1 },
  );
  const { rows, last } = cut(found, limit, (row) => row.code);
  return pageReply(call, rows, last);
});

/** Who asks, and their organization. */
export const organizationRoutes = [me, organization, schools];
