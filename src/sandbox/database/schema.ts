/** The version of the tables below, kept in `user_version`; a database of another version is refused. */
export const SCHEMA_VERSION = 3;

const ORGANIZATION = `
CREATE TABLE initial_world (one INTEGER PRIMARY KEY CHECK (one = 1), json TEXT NOT NULL);
CREATE TABLE organization (id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, plan TEXT NOT NULL, seats INTEGER);
CREATE TABLE schools (code TEXT PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL);
CREATE TABLE members (
  id TEXT PRIMARY KEY, email TEXT NOT NULL, email_key TEXT NOT NULL UNIQUE, name TEXT NOT NULL, title TEXT,
  status TEXT NOT NULL CHECK (status IN ('invited', 'active', 'inactive')), invited_at TEXT, search TEXT NOT NULL,
  version INTEGER NOT NULL
);
CREATE TABLE member_roles (member_id TEXT NOT NULL, role TEXT NOT NULL, PRIMARY KEY (member_id, role)) WITHOUT ROWID;
CREATE INDEX member_roles_by_role ON member_roles (role, member_id);
CREATE TABLE member_schools (member_id TEXT NOT NULL, code TEXT NOT NULL, PRIMARY KEY (member_id, code)) WITHOUT ROWID;
CREATE INDEX member_schools_by_code ON member_schools (code, member_id);
CREATE TABLE teams (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL UNIQUE, version INTEGER NOT NULL);
CREATE TABLE team_members (team_id TEXT NOT NULL, member_id TEXT NOT NULL, PRIMARY KEY (team_id, member_id)) WITHOUT ROWID;
CREATE INDEX team_members_by_member ON team_members (member_id, team_id);
CREATE TABLE tokens (token TEXT PRIMARY KEY, member_id TEXT NOT NULL, scopes TEXT NOT NULL);
CREATE TABLE profiles (key TEXT PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, school TEXT, search TEXT NOT NULL);
CREATE INDEX profiles_by_school ON profiles (school, id);
`;

const RECORDS = `
CREATE TABLE records (
  id TEXT PRIMARY KEY, number TEXT NOT NULL UNIQUE, title TEXT NOT NULL, owner_id TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('active', 'archived', 'deleted')), confidential INTEGER NOT NULL,
  progress_notes INTEGER NOT NULL, draft_notes INTEGER NOT NULL, documents INTEGER NOT NULL,
  confidential_notes INTEGER NOT NULL, confidential_documents INTEGER NOT NULL, raw_data INTEGER NOT NULL,
  invoices INTEGER NOT NULL, upcoming_appointments INTEGER NOT NULL, tasks INTEGER NOT NULL, memos INTEGER NOT NULL,
  search TEXT NOT NULL, version INTEGER NOT NULL
);
CREATE INDEX records_by_owner ON records (owner_id, number);
CREATE TABLE record_profiles (
  record_id TEXT NOT NULL, profile_id TEXT NOT NULL, position INTEGER NOT NULL, PRIMARY KEY (record_id, profile_id)
) WITHOUT ROWID;
CREATE INDEX record_profiles_by_profile ON record_profiles (profile_id, record_id);
CREATE TABLE shares (
  record_id TEXT NOT NULL, grantee_id TEXT NOT NULL, grantee_type TEXT NOT NULL CHECK (grantee_type IN ('member', 'team')),
  access TEXT NOT NULL CHECK (access IN ('read', 'write', 'full')), require_approval INTEGER NOT NULL,
  PRIMARY KEY (record_id, grantee_id)
) WITHOUT ROWID;
CREATE INDEX shares_by_grantee ON shares (grantee_id, record_id);
CREATE TABLE copies (
  record_id TEXT NOT NULL, holder_id TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (record_id, holder_id, at)
) WITHOUT ROWID;
CREATE INDEX copies_by_holder ON copies (holder_id, record_id);
CREATE TABLE transfers (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, record_id TEXT NOT NULL, from_id TEXT NOT NULL, to_id TEXT NOT NULL,
  sent_by TEXT NOT NULL, capacity TEXT NOT NULL CHECK (capacity IN ('owner', 'coordinator')),
  include_confidential INTEGER NOT NULL, include_raw_data INTEGER NOT NULL, keep_copy INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('pending', 'accepted', 'declined', 'cancelled')),
  sent_at TEXT NOT NULL, ended_at TEXT, version INTEGER NOT NULL
);
CREATE UNIQUE INDEX transfers_pending ON transfers (record_id) WHERE status = 'pending';
CREATE INDEX transfers_by_record ON transfers (record_id, seq);
CREATE INDEX transfers_by_recipient ON transfers (to_id, status);
CREATE INDEX transfers_by_owner ON transfers (from_id, status);
`;

const SPACES = `
CREATE TABLE spaces (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('multi', 'collaborative')), name TEXT NOT NULL,
  profile_id TEXT, record_id TEXT, creator_id TEXT NOT NULL, search TEXT NOT NULL, version INTEGER NOT NULL
);
CREATE INDEX spaces_by_profile ON spaces (profile_id, kind);
CREATE INDEX spaces_by_creator ON spaces (creator_id);
CREATE TABLE space_members (
  space_id TEXT NOT NULL, grantee_id TEXT NOT NULL, grantee_type TEXT NOT NULL, access TEXT,
  PRIMARY KEY (space_id, grantee_id)
) WITHOUT ROWID;
CREATE INDEX space_members_by_grantee ON space_members (grantee_id, space_id);
`;

/** What was written to whom, who did what, and the answers kept for a retry. */
const LOGS = `
CREATE TABLE outbox (
  seq INTEGER PRIMARY KEY, kind TEXT NOT NULL, recipient TEXT, audience TEXT NOT NULL,
  action TEXT NOT NULL, resource TEXT, at TEXT NOT NULL
);
CREATE TABLE audit (
  seq INTEGER PRIMARY KEY, at TEXT NOT NULL, actor_id TEXT NOT NULL, actor_email TEXT NOT NULL,
  acting_for_id TEXT, acting_for_email TEXT, reason TEXT, action TEXT NOT NULL,
  record_id TEXT, record_number TEXT, space_id TEXT, member_id TEXT, member_email TEXT, team_id TEXT, team_name TEXT,
  detail TEXT NOT NULL
);
CREATE INDEX audit_by_record ON audit (record_id, seq) WHERE record_id IS NOT NULL;
CREATE INDEX audit_by_space ON audit (space_id, seq) WHERE space_id IS NOT NULL;
CREATE INDEX audit_by_member ON audit (member_id, seq) WHERE member_id IS NOT NULL;
CREATE INDEX audit_by_team ON audit (team_id, seq) WHERE team_id IS NOT NULL;
CREATE TABLE idempotency (
  token TEXT NOT NULL, key TEXT NOT NULL, fingerprint TEXT NOT NULL, answer TEXT NOT NULL, at INTEGER NOT NULL,
  PRIMARY KEY (token, key)
) WITHOUT ROWID;
`;

/** The tables, emptied in this order when a world is replaced; the log of keys goes with them. */
export const TABLES = [
  'initial_world',
  'organization',
  'schools',
  'members',
  'member_roles',
  'member_schools',
  'teams',
  'team_members',
  'tokens',
  'profiles',
  'records',
  'record_profiles',
  'shares',
  'copies',
  'transfers',
  'spaces',
  'space_members',
  'outbox',
  'audit',
  'idempotency',
] as const;

/** Every table and index; the views of who reaches what are in `access/views.ts`. */
export const SCHEMA = ORGANIZATION + RECORDS + SPACES + LOGS;
