import { kept } from '../command.ts';

/** `run list`: the runs that are kept, newest first. */
export default kept({
  arguments: [],
  flags: [],
  async run({ runs, texts }) {
    const list = await runs.list();
    const { headers, states } = texts.runs;
    return {
      json: list,
      table: {
        columns: (['id', 'command', 'state', 'startedAt'] as const).map((key) => ({ key, header: headers[key] })),
        rows: list.map(({ id, command, state, startedAt }) => ({ id, command, state: states[state], startedAt })),
      },
    };
  },
});
