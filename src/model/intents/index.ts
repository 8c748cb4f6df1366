import type { Resolved } from '../references.ts';
import type { OnboardingIntent, PruneRecord, PruneSpace, PruneTeam } from './onboarding.ts';
import type { PeopleIntent } from './people.ts';
import type { RecordIntent } from './records.ts';
import type { SpaceIntent } from './spaces.ts';
import type { SendAll, TransferIntent } from './transfers.ts';

/** Anything psyctl can be asked to change. */
export type Intent = RecordIntent | SpaceIntent | TransferIntent | PeopleIntent | OnboardingIntent;
/** What can be planned: of what stands for many changes, reading has made each of them. */
export type PlannedIntent = Exclude<Intent, SendAll | OnboardingIntent>;
/** What takes away whoever else is there: who that is, is known once names are resolved. */
export type PruneIntent = PruneTeam | PruneSpace | PruneRecord;
/** The name of a change: the noun of a resource, a dot, a verb. */
export type ActionName = PlannedIntent['action'];
/** An intent with its names resolved. */
export type ResolvedIntent = Resolved<PlannedIntent>;
/** The resolved intent of one action. */
export type ResolvedOf<A extends ActionName> = ResolvedIntent & { readonly action: A };
