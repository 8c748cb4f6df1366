import { getOrganization } from '../../contract/organization.ts';
import { isAsSaved, planOfSaved } from '../../executing/saved/plan.ts';
import { verifyRun } from '../../executing/verify-run.ts';
import { EXIT } from '../../failures/exit.ts';
import { Failure } from '../../failures/failure.ts';
import { askerOf } from '../../reading/asker.ts';
import { verifiedJson, verifiedText } from '../../rendering/runs/verified.ts';
import { checkPlace } from '../carrying/place.ts';
import { argument, read } from '../command.ts';

/** `run verify`: whether what a run foretold is so by now, transfers that were accepted since included. */
export default read({
  arguments: [{ name: 'RUN', names: 'run' }],
  flags: [],
  async run({ reader, texts, runs, host }, given) {
    const { id, plan: saved, history } = await (await runs()).find(argument(given, 'RUN'));
    const plan = planOfSaved(saved);
    if (!isAsSaved(plan, saved)) throw new Failure('plan-version', {});
    const [asker, { body: organization }] = await Promise.all([
      askerOf(reader, saved.origin.as ?? undefined),
      reader.read(getOrganization),
    ]);
    checkPlace(saved.origin, { asker, organization }, { host });
    const verification = await verifyRun({ reader, asker, organization, saved, plan, history });
    const json = verifiedJson(id, verification, saved.directory);
    const { headers } = texts.runs.verify;
    return {
      json,
      table: {
        columns: (['member', 'resource', 'predicted', 'observed'] as const).map((key) => ({
          key,
          header: headers[key],
        })),
        rows: json.mismatches.map(({ member, resource, predicted, observed }) => ({
          member,
          resource,
          predicted: predicted.level,
          observed: observed.level,
        })),
      },
      text: (width) => verifiedText(json, texts, width),
      exit: json.mismatches.length > 0 ? EXIT.differs : json.pending.length > 0 ? EXIT.changesPending : EXIT.done,
    };
  },
});
