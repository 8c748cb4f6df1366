import { listSchools } from '../../contract/organization.ts';
import { actAsOf } from '../../reading/asker.ts';
import { all } from '../../reading/take.ts';
import { read } from '../command.ts';
import { LISTED } from '../limits.ts';

/** `school list`: the schools of the organization. A code may begin with zeros: it is text. */
export default read({
  arguments: [],
  flags: LISTED,
  async run({ reader, texts, asker }) {
    const schools = await all(reader.list(listSchools, actAsOf(await asker())));
    const { headers } = texts.answers.school;
    return {
      json: schools,
      table: {
        columns: (['code', 'name'] as const).map((key) => ({ key, header: headers[key] })),
        rows: schools.map(({ code, name }) => ({ code, name })),
      },
    };
  },
});
