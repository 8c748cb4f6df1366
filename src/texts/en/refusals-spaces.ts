import type { Said } from './said.ts';
import { listed } from './words.ts';

const acting = (couldActAs: boolean, without: string) =>
  couldActAs ? 'your token may act for its creator: add --as owner' : without;

/** What is said of a row about a space that a rule refuses. Never a name. */
export const refusalsOfSpaces = {
  'space-unseen': ({ couldActAs }: { couldActAs: boolean }): Said => ({
    message: 'you are not in this space, and can’t change who is',
    hint: acting(couldActAs, 'ask its creator'),
  }),
  'creator-inactive': (): Said => ({
    message: 'its creator is not active, and nobody can act for somebody who isn’t',
    hint: 'act for somebody else who is in it, with --as MEMBER',
  }),
  'may-not-change-space': ({ couldActAs }: { couldActAs: boolean }): Said => ({
    message: 'only its creator, and those with full access, change who is in a multi-space',
    hint: acting(couldActAs, 'ask one of them'),
  }),
  'may-not-remove-others': ({ couldActAs }: { couldActAs: boolean }): Said => ({
    message: 'in a collaborative space everybody may invite, and only its creator may remove others',
    hint: acting(couldActAs, 'ask its creator'),
  }),
  'collaborative-level': (): Said => ({
    message: 'in a collaborative space there are no levels: one is in it or not',
    hint: 'leave --access out',
  }),
  'multi-level': (): Said => ({
    message: 'a multi-space is shared with a level',
    hint: 'say which: --access read, write or full',
  }),
  'creator-stays': (): Said => ({
    message: 'this is the space’s creator, who can’t be removed',
    hint: 'take the row out',
  }),
  'creator-cannot-leave': (): Said => ({
    message: 'its creator can’t leave a space',
    hint: null,
  }),
  'in-through-team': ({ teams }: { teams: readonly string[] }): Said => ({
    message: `it is shared through ${teams.length > 1 ? 'the teams' : 'the team'} ${listed(teams)}, and left by leaving the team`,
    hint: 'an administrator changes who is in a team',
  }),
  'record-not-read': (): Said => ({
    message: 'a collaborative space is created from a record one has read or more on',
    hint: 'ask its owner for a share, or create the space on its own',
  }),
  'profile-of-other-school': (): Said => ({
    message: 'a member creates spaces for profiles of their own schools',
    hint: 'an administrator or a coordinator creates them for any',
  }),
  'has-multi-space': ({ mayBeAnybodys, couldActAs }: { mayBeAnybodys: boolean; couldActAs: boolean }): Said => ({
    message: 'the profile has a multi-space already, which you can’t see',
    hint: mayBeAnybodys
      ? acting(couldActAs, 'ask whoever is in it to share it with you')
      : 'ask whoever is in it to share it with you; --another creates a second one all the same',
  }),
  'space-not-made': (): Said => ({
    message: 'the space is not created, so it can’t be shared',
    hint: 'see the row’s first refusal',
  }),
};
