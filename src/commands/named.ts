/**
 * What the value of an argument or a flag names, so that it can be looked up for whoever is typing. In the organization:
 * a `grantee` is a member or `team:NAME` (with `=LEVEL` where a flag says so), a `resource` a record or a space, a
 * `subject` a member or a team, `anything` any of these. On this machine: connections, runs, files. Fixed words: the rest.
 */
export type Named = NamedInOrganization | NamedHere | NamedByWord;

/** What is looked up in the organization. */
export type NamedInOrganization =
  | 'record'
  | 'member'
  | 'invitation'
  | 'team'
  | 'grantee'
  | 'space'
  | 'profile'
  | 'transfer'
  | 'school'
  | 'resource'
  | 'subject'
  | 'anything';

/** What is on this machine; a `manifest` is a file or a folder. */
export type NamedHere = 'connection' | 'run' | 'file' | 'manifest';

/** What is one of few words: levels, roles, kinds of spaces, what a transfer takes along. */
export type NamedByWord = 'level' | 'role' | 'kind' | 'inclusion';
