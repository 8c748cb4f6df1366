import type { Resolved } from '../references.ts';
import type { PeopleIntent } from './people.ts';
import type { RecordIntent } from './records.ts';
import type { SendAll, TransferIntent } from './transfers.ts';

/** Anything psyctl can be asked to change. */
export type Intent = RecordIntent | TransferIntent | PeopleIntent;
/** What can be planned: of what stands for many changes, reading has made each of them (`SendAll`). */
export type PlannedIntent = Exclude<Intent, SendAll>;
/** The name of a change: the noun of a resource, a dot, a verb. */
export type ActionName = PlannedIntent['action'];
/** An intent with its names resolved. */
export type ResolvedIntent = Resolved<PlannedIntent>;
/** The resolved intent of one action. */
export type ResolvedOf<A extends ActionName> = ResolvedIntent & { readonly action: A };
