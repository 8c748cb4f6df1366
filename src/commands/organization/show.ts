import { getOrganization } from '../../contract/organization.ts';
import { actAsOf } from '../../reading/asker.ts';
import { factsTable, factsText } from '../../rendering/answers/facts.ts';
import { read } from '../command.ts';

/** `organization show`: its plan and its seats (O6). */
export default read({
  arguments: [],
  flags: [],
  async run({ reader, texts, asker }) {
    const { body: organization } = await reader.read(getOrganization, actAsOf(await asker()));
    const { name, kind, plan, seats } = organization;
    const say = texts.answers.organization;
    return {
      json: organization,
      table: factsTable({ name, kind, plan, seatsUsed: seats.used, seatsLimit: seats.limit }, texts, {
        kind: () => say.kind[kind],
        plan: () => say.plan[plan],
      }),
      text: (width) =>
        factsText(
          name,
          [
            { label: say.labels.kind, values: [say.kind[kind]] },
            { label: say.labels.plan, values: [say.plan[plan]] },
            { label: say.labels.seats, values: [say.seats(seats.used, seats.limit)] },
          ],
          width,
        ),
    };
  },
});
