import type { Id } from '../model/organization.ts';

/** How much of an address the ids in it may take, in characters: servers take some 8,000 in all. */
export const ADDRESS_CHARACTERS = 7000;

/** How much of an address an id takes, in characters, with the longest name of a filter before it. */
export const charactersOf = (id: Id): number => encodeURIComponent(id).length + '&member='.length;
