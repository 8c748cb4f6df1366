/** The levels of access a text may have to name, as in cli JSON: of a record, and of a space. */
export type Level = 'none' | 'metadata' | 'read' | 'write' | 'full' | 'owner' | 'member';
