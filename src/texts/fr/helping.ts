import type { CommandHelp } from '../help.ts';
import type { HelpTexts } from '../index.ts';
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

/** What help says, in French. */
export const helping: HelpTexts = { language: 'fr', general, help };
