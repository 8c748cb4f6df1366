import type { PeopleRefusal } from './people.ts';
import type { RecordRefusal } from './records.ts';
import type { SpaceRefusal } from './spaces.ts';
import type { TransferRefusal } from './transfers.ts';

/** Why a row is refused. The rule is what forbids it; the sentence is the catalogue's. */
export type Refusal = RecordRefusal | SpaceRefusal | TransferRefusal | PeopleRefusal;
