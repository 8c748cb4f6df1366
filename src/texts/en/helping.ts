import type { CommandHelp } from '../help.ts';
import type { Language } from '../languages.ts';
import { general } from './general.ts';
import { helpOfAround } from './help-around.ts';
import { helpOfSigningIn } from './help-auth.ts';
import { helpOfChanges } from './help-changes.ts';
import { helpOfOnboarding } from './help-onboard.ts';
import { helpOfPeople } from './help-people.ts';
import { helpOfReading } from './help-reading.ts';
import { helpOfRuns } from './help-runs.ts';

const help: Readonly<Record<string, CommandHelp>> = {
  ...helpOfChanges,
  ...helpOfPeople,
  ...helpOfOnboarding,
  ...helpOfReading,
  ...helpOfRuns,
  ...helpOfSigningIn,
  ...helpOfAround,
};

/** What help says, in English, and what there is help for: all the commands. */
export const helping = { language: 'en' as Language, general, help };
