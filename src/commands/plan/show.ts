import { readPlan } from '../../executing/saved/file.ts';
import { isAsSaved, planOfSaved } from '../../executing/saved/plan.ts';
import { Failure } from '../../failures/failure.ts';
import { changeJson, changeLines, changeTable } from '../../rendering/change-json.ts';
import { renderPreview } from '../../rendering/preview/preview.ts';
import { sceneOf } from '../carrying/place.ts';
import { argument, kept } from '../command.ts';

/** `plan show`: what a saved plan would do, as it was when it was made; people by their e-mail, records by number. */
export default kept({
  arguments: [{ name: 'FILE', names: 'file' }],
  flags: [],
  async run({ texts, jsonTexts, color }, given) {
    const file = argument(given, 'FILE');
    const saved = await readPlan(file);
    const plan = planOfSaved(saved);
    if (!isAsSaved(plan, saved)) throw new Failure('plan-version', {}, { file });
    const { origin } = saved;
    const scene = sceneOf({ ...saved, plan }, origin.account.email, true);
    const { id, madeAt, host } = origin;
    return {
      json: changeJson(scene, null, jsonTexts),
      lines: changeLines(scene, null, jsonTexts),
      table: changeTable(scene, texts),
      text: (width) => renderPreview(scene, texts, { titles: false, width: Math.max(width, 60), color }),
      notes: [texts.runs.planMade(id, madeAt, host)],
    };
  },
});
