/** T4: an owner's pending transfer cuts every collaborator off; R4: a deleted record is open to its owner alone. */
const COLLABORATOR_STATE = `CASE WHEN r.status = 'deleted' THEN 'inactive'
    WHEN EXISTS (SELECT 1 FROM transfers t WHERE t.record_id = r.id AND t.status = 'pending' AND t.capacity = 'owner')
    THEN 'suspended' ELSE 'active' END`;
/** R4, for the ways in that T4 leaves alone: roles (O4), recipient (T3), archived copy (T10). */
const UNSUSPENDED_STATE = `CASE WHEN r.status = 'deleted' THEN 'inactive' ELSE 'active' END`;

const text = (expression: string): string => `CAST(${expression} AS TEXT)`;
const NO_TEAM = text('NULL');
/** S4: required of persons alone. */
const NO_APPROVAL = '0';
/** C1: in a collaborative space there are no levels. */
const SPACE_LEVEL = text(`ifnull(sm.access, 'member')`);

/** O4: the record is linked to a profile of a school the manager holds; quick where the member is known. */
const AMONG_LINKED = `r.id IN (SELECT rp.record_id FROM member_schools ms JOIN profiles p ON p.school = ms.code
      JOIN record_profiles rp ON rp.profile_id = p.id WHERE ms.member_id = mr.member_id)`;
/** The same; quick where the record is known. */
const HAS_LINKED = `EXISTS (SELECT 1 FROM record_profiles rp JOIN profiles p ON p.id = rp.profile_id
      JOIN member_schools ms ON ms.code = p.school WHERE rp.record_id = r.id AND ms.member_id = mr.member_id)`;

/**
 * Every way into a record but the coordinator's. No arm has DISTINCT, and the columns of all arms have one affinity:
 * else SQLite doesn't look into the view with the conditions around it.
 */
const waysBy = (linked: string): string => `
  SELECT r.id, r.owner_id, 'owner', ${text("'owner'")}, ${NO_TEAM}, 'active', ${NO_APPROVAL} FROM records r
  UNION ALL
  SELECT s.record_id, s.grantee_id, 'share', s.access, ${NO_TEAM}, ${COLLABORATOR_STATE}, s.require_approval
    FROM shares s JOIN records r ON r.id = s.record_id WHERE s.grantee_type = 'member'
  UNION ALL
  SELECT s.record_id, tm.member_id, 'team', s.access, tn.name, ${COLLABORATOR_STATE}, ${NO_APPROVAL}
    FROM team_members tm JOIN shares s ON s.grantee_id = tm.team_id JOIN teams tn ON tn.id = tm.team_id
    JOIN records r ON r.id = s.record_id
  UNION ALL
  SELECT r.id, mr.member_id, 'manager', ${text("'metadata'")}, ${NO_TEAM}, ${UNSUSPENDED_STATE}, ${NO_APPROVAL}
    FROM member_roles mr JOIN records r
    WHERE mr.role = 'manager' AND r.confidential = 0 AND ${linked}
  UNION ALL
  SELECT t.record_id, t.to_id, 'recipient', ${text("'metadata'")}, ${NO_TEAM}, ${UNSUSPENDED_STATE}, ${NO_APPROVAL}
    FROM transfers t JOIN records r ON r.id = t.record_id WHERE t.status = 'pending'
  UNION ALL
  SELECT c.record_id, c.holder_id, 'archived-copy', ${text("'read'")}, ${NO_TEAM}, ${UNSUSPENDED_STATE}, ${NO_APPROVAL}
    FROM copies c JOIN records r ON r.id = c.record_id
    WHERE NOT EXISTS (SELECT 1 FROM copies d
      WHERE d.record_id = c.record_id AND d.holder_id = c.holder_id AND d.at < c.at)`;

/**
 * Who reaches what, as views (S7). `ways` is for asking which records a member has a way into, but for the
 * coordinator's, which opens every record not confidential and is cheaper asked for apart; `record_paths` is for asking
 * about known records, and holds all. Neither looks at the status of the member: whoever reads them adds that (O5),
 * since `ifActive` leaves it out of account.
 */
export const VIEWS = `
CREATE VIEW ways (record_id, member_id, kind, level, via, state, approval) AS ${waysBy(AMONG_LINKED)};

CREATE VIEW record_paths (record_id, member_id, kind, level, via, state, approval) AS ${waysBy(HAS_LINKED)}
  UNION ALL
  SELECT r.id, mr.member_id, 'coordinator', ${text("'metadata'")}, ${NO_TEAM}, ${UNSUSPENDED_STATE}, ${NO_APPROVAL}
    FROM member_roles mr JOIN records r WHERE mr.role = 'coordinator' AND r.confidential = 0;

CREATE VIEW team_record_paths (record_id, team_id, kind, level, via, state) AS
  SELECT s.record_id, s.grantee_id, 'team', s.access, tn.name, ${COLLABORATOR_STATE}
    FROM shares s JOIN teams tn ON tn.id = s.grantee_id JOIN records r ON r.id = s.record_id
    WHERE s.grantee_type = 'team';

CREATE VIEW space_paths (space_id, member_id, kind, level, via) AS
  SELECT s.id, s.creator_id, 'creator', ${text("CASE s.kind WHEN 'multi' THEN 'full' ELSE 'member' END")}, ${NO_TEAM} FROM spaces s
  UNION ALL
  SELECT sm.space_id, sm.grantee_id, 'share', ${SPACE_LEVEL}, ${NO_TEAM}
    FROM space_members sm WHERE sm.grantee_type = 'member'
  UNION ALL
  SELECT sm.space_id, tm.member_id, 'team', ${SPACE_LEVEL}, tn.name
    FROM team_members tm JOIN space_members sm ON sm.grantee_id = tm.team_id JOIN teams tn ON tn.id = tm.team_id;

CREATE VIEW team_space_paths (space_id, team_id, kind, level, via) AS
  SELECT sm.space_id, sm.grantee_id, 'team', ${SPACE_LEVEL}, tn.name
    FROM space_members sm JOIN teams tn ON tn.id = sm.grantee_id WHERE sm.grantee_type = 'team';
`;
