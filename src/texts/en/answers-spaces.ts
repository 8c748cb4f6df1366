import type { Level } from '../levels.ts';
import { preview } from './preview.ts';
import { count, number } from './words.ts';

/** What answers about spaces and profiles say. */
export const spaceAnswers = {
  headers: {
    id: 'space',
    kind: 'kind',
    name: 'name',
    profile: 'profile',
    creator: 'created by',
    people: 'people',
  },
  kind: { multi: 'multi-space', collaborative: 'collaborative' },
  kindMeans: {
    multi: 'multi-space: each in it has a level; its creator and full access decide who',
    collaborative: 'collaborative space: one is in it or not; everyone in it may invite others',
  },
  nothingOwn: 'Spaces are listed to whoever is in them: --as MEMBER lists those of somebody else.',
  unseen: 'You are not in it: of such a space only its creator is known.',

  labels: {
    kind: 'Kind',
    profile: 'Profile',
    creator: 'Created by',
    record: 'Made from',
    members: 'In it',
    people: 'People',
  },
  noProfile: 'none',
  noRecord: 'no record',
  people: (people: number) => `${count(people, 'person', 'people')} now; access who names them`,
  in: (who: string, level: Level | null) => (level === null ? who : `${who}: ${preview.level(level)}`),
  creator: (who: string) => `${who} (creator)`,
  team: (name: string, people: number | null) => `team ${name}${people === null ? '' : ` (${number(people)})`}`,
  opensNothing: 'Being in it opens no record, and access to a record opens none of its spaces.',
  noServiceRecords: 'A space is for working together, and no place for what belongs in a service record.',
  ownNotes: 'Confidential notes in it are visible only to their author.',
};

/** What answers about profiles say. */
export const profileAnswers = {
  headers: { key: 'profile', name: 'name', school: 'school', multiSpace: 'multi-space' },
  noSchool: 'none',
  namesUnseen: 'Names are shown of those you may create spaces for: an unknown one is not yours to see.',
};
