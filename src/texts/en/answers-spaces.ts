import type { Level } from '../levels.ts';
import { preview } from './preview.ts';

/** What reading commands answer about spaces and profiles. */
export const spaceAnswers = {
  headers: {
    id: 'space',
    kind: 'kind',
    name: 'name',
    profile: 'profile',
    creator: 'creator',
    sharedWith: 'shared with',
  },
  kind: { multi: 'multi-space', collaborative: 'collaborative space' },
  levels: {
    multi: 'everybody in it has a level of their own',
    collaborative: 'no levels: whoever is in it may invite others',
  },
  labels: {
    kind: 'Kind',
    profile: 'Profile',
    creator: 'Created by',
    record: 'From record',
    members: 'In it',
    opens: 'Opens',
    notes: 'Notes',
  },
  creator: (email: string, of: Level) => `${email}: ${preview.level(of)}, as its creator`,
  member: (who: string, of: Level) => `${who}: ${preview.level(of)}`,
  opensNothing: 'no record: who is in it sees none by that, and who has a record is in no space by that',
  ownNotes: 'confidential ones are visible only to their author',
  none: 'none',
  asCreator: 'Your token may act for others: add --as owner to ask as its creator.',
  nothingOwn: 'Spaces are listed to whoever is in them: --as MEMBER lists those of somebody else.',
};

/** What reading commands answer about profiles. */
export const profileAnswers = {
  headers: { key: 'profile', school: 'school', name: 'name', multiSpace: 'multi-space' },
};
