import type { CommandHelp } from '../help.ts';
import type { Language } from '../languages.ts';
import { answers } from './answers.ts';
import { asking } from './asking.ts';
import { auth } from './auth.ts';
import { demo } from './demo.ts';
import { doctor } from './doctor.ts';
import { failures, sayFailure } from './failures.ts';
import { general } from './general.ts';
import { helpOfAround } from './help-around.ts';
import { helpOfSigningIn } from './help-auth.ts';
import { helpOfChanges } from './help-changes.ts';
import { helpOfOnboarding } from './help-onboard.ts';
import { helpOfPeople } from './help-people.ts';
import { helpOfReading } from './help-reading.ts';
import { helpOfRuns } from './help-runs.ts';
import { preview } from './preview.ts';
import { refusals } from './refusals.ts';
import { runs } from './runs.ts';
import { sandbox } from './sandbox.ts';
import { snapshot } from './snapshot.ts';
import { undo } from './undo.ts';

const help: Readonly<Record<string, CommandHelp>> = {
  ...helpOfChanges,
  ...helpOfPeople,
  ...helpOfOnboarding,
  ...helpOfReading,
  ...helpOfRuns,
  ...helpOfSigningIn,
  ...helpOfAround,
};

/** Everything a person reads, in English. `help` has an entry for each command: it is also the list of them. */
export const en = {
  language: 'en' as Language,
  general,
  help,
  preview,
  refusals,
  failures,
  sayFailure,
  answers,
  asking,
  auth,
  doctor,
  demo,
  sandbox,
  snapshot,
  runs,
  undo,
};
