import { count } from './words.ts';

type Kind = 'multi' | 'collaborative';

const KINDS: { readonly [K in Kind]: string } = { multi: 'multi-space', collaborative: 'collaborative space' };

/** What a preview says of spaces. */
export const previewOfSpaces = {
  /** A space as a heading names it: `S-1, multi-space for P-0192`. */
  title: (id: string, kind: Kind, profile: string | null, label: string | null) =>
    `${id}${label ? ` ${label}` : ''}, ${KINDS[kind]}${profile ? ` for ${profile}` : ''}`,
  newTitle: (kind: Kind, profile: string | null, label: string | null) =>
    `New ${KINDS[kind]}${profile ? ` for ${profile}` : ''}${label ? ` ${profile ? '' : '“'}${label}${profile ? '' : '”'}` : ''}`,
  /** The same in a table, in few letters. */
  newShort: (name: string) => `new ${name}`,
  createdFrom: (record: string) => `Created from ${record}, which it opens to nobody.`,
  createdAnother: 'A second one for this profile, if it has one already.',
  created: (kind: Kind, spaces: number, creator: string) =>
    `  ${count(spaces, `new ${KINDS[kind]}`)}, ${creator} their creator`,
  createdTitle: 'To be created',
  closed: 'Being in a space opens no record, and having a record opens no space.',
  thereAlready: 'there already',
  kept: (profiles: string) => `have a space already and keep it: ${profiles}`,
};

/** On whose behalf spaces are changed under `--as owner`. */
export const asCreator = (people: readonly string[]): string =>
  people.length === 1 ? `, as its creator ${people[0]}` : ', as their creators';

/** On whose behalf spaces are created from records under `--as owner`. */
export const asRecordOwner = (people: readonly string[]): string =>
  people.length === 1 ? `, as the record’s owner ${people[0]}` : ', as the records’ owners';
