import type { Resolved } from '../references.ts';
import type { PeopleIntent } from './people.ts';
import type { RecordIntent } from './records.ts';

/** Anything psyctl can be asked to change. */
export type Intent = RecordIntent | PeopleIntent;
/** The name of a change: the noun of a resource, a dot, a verb. */
export type ActionName = Intent['action'];
/** An intent with its names resolved. */
export type ResolvedIntent = Resolved<Intent>;
/** The resolved intent of one action. */
export type ResolvedOf<A extends ActionName> = ResolvedIntent & { readonly action: A };
