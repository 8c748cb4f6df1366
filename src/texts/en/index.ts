import { answers } from './answers.ts';
import { asking } from './asking.ts';
import { auth } from './auth.ts';
import { demo } from './demo.ts';
import { doctor } from './doctor.ts';
import { failures, sayFailure } from './failures.ts';
import { helping } from './helping.ts';
import { preview } from './preview.ts';
import { refusals } from './refusals.ts';
import { runs } from './runs.ts';
import { sandbox } from './sandbox.ts';
import { snapshot } from './snapshot.ts';
import { undo } from './undo.ts';

/** Everything a person reads, in English. `help` has an entry for each command: it is also the list of them. */
export const en = {
  ...helping,
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
