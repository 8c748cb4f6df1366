import * as z from 'zod';

// What an editor proposes; what is read besides (capitals, missing accents) is the business of values.ts.
const ROLES = [
  ...['practitioner', 'coordinator', 'administrator', 'manager'],
  ...[
    'intervenant',
    'intervenante',
    'coordonnateur',
    'coordonnatrice',
    'administrateur',
    'administratrice',
    'gestionnaire',
  ],
];
const LEVELS = ['read', 'write', 'full', 'lecture', 'écriture', 'complet'];
const KINDS = ['multi', 'collaborative', 'collaboratif'];

const text = (description: string, more: object = {}) =>
  z
    .string()
    .min(1)
    .meta({ description, ...more });
/** Whatever may be a list may be written without brackets where it holds one thing. */
const oneOrMany = <Item extends z.ZodType>(item: Item, description: string) =>
  z.union([item, z.array(item)]).meta({ description });

const role = text('What a member may be.', { enum: ROLES });
const code = text('The code of a school, in quotes: "010".', { examples: ['010'] });
const email = text('An e-mail address.', { format: 'email' });
const level = text('What is given: read < write < full.', { enum: LEVELS });
const grantee = text('A member’s e-mail, or team:NAME.', { examples: ['team:Psychologie'] });
const teamName = text('The name of a team.');

const roles = oneOrMany(role, 'The roles a member is to have.');
const schools = oneOrMany(
  code,
  'Codes of the schools a member is to hold, in quotes. Left out: they stay as they are.',
);
const teamNames = oneOrMany(teamName, 'Names of the teams a member is to be in, besides those that list them.');

/** What holds for every member who doesn't say otherwise. */
export const DefaultsEntry = z
  .strictObject({ roles: roles.optional(), schools: schools.optional(), teams: teamNames.optional() })
  .meta({ description: 'What holds for every member who says nothing else.' });

/** A member of whom the defaults say the rest. */
export const MemberText = email;

/** A member, and what is wanted of them. */
export const MemberEntry = z
  .strictObject({ email, roles: roles.optional(), schools: schools.optional(), teams: teamNames.optional() })
  .meta({ description: 'Somebody who is to be a member; invited where they aren’t yet.' });

/** A team. */
export const TeamEntry = z
  .strictObject({
    name: teamName,
    members: oneOrMany(
      email,
      'Who is to be in it. Whoever isn’t listed under members has to be a member already.',
    ).optional(),
  })
  .meta({ description: 'A team, and who is to be in it.' });

/** With whom a space is shared, where it isn't written `GRANTEE=LEVEL`. */
export const GranteeEntry = z.strictObject({
  with: oneOrMany(grantee, 'With whom.'),
  access: level.optional().describe('The level: required for a multi-space; a collaborative one has none.'),
});

const share = text('GRANTEE=LEVEL, or only GRANTEE for a collaborative space.', {
  examples: ['team:Psychologie=write'],
});
const everyProfile = z
  .strictObject({ school: code })
  .meta({ description: 'Every profile of a school: a space for each.' });

/** Spaces: one, one for each of some profiles, or one for each profile of a school. */
export const SpaceEntry = z
  .strictObject({
    for: z
      .union([text('The key of a profile.'), z.array(text('The key of a profile.')), everyProfile])
      .optional()
      .meta({ description: 'The profile; several, for a space each; or {school: CODE} for all of a school’s.' }),
    kind: text('multi (left out) or collaborative.', { enum: KINDS }).optional(),
    name: text('The name of a collaborative space. A multi-space takes that of its profile.').optional(),
    record: text('The number of the record a collaborative space is created from.').optional(),
    share: oneOrMany(z.union([share, GranteeEntry]), 'With whom it is to be shared.').optional(),
  })
  .meta({ description: 'A space that is to be there. A multi-space the profile has already is kept.' });

/** Shares of records. */
export const ShareEntry = z
  .strictObject({
    record: oneOrMany(text('The number of a record.'), 'The record, or several.'),
    with: oneOrMany(grantee, 'With whom.'),
    access: level,
    requireApproval: z
      .boolean()
      .optional()
      .meta({ description: 'Whether notes need the owner’s approval. Left out: it stays as it is.' }),
  })
  .meta({ description: 'A record that is to be shared.' });

/** A manifest as it is written in YAML: what `psyctl onboard` takes, and what its JSON Schema is made of. */
export const ManifestFile = z
  .strictObject({
    defaults: DefaultsEntry.optional(),
    members: z.array(z.union([MemberText, MemberEntry])).optional(),
    teams: z.array(TeamEntry).optional(),
    spaces: oneOrMany(SpaceEntry, 'Spaces that are to be there.').optional(),
    shares: oneOrMany(ShareEntry, 'Records that are to be shared.').optional(),
  })
  .meta({
    title: 'A school, as psyctl onboard is to make it',
    description: 'The desired state of a school. Running it again changes nothing.',
  });

/** The JSON Schema of a manifest, by which editors complete and check it. */
export const manifestSchema = () => z.toJSONSchema(ManifestFile, { target: 'draft-7', io: 'input' });
