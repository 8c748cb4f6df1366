import { EXIT } from '../../failures/exit.ts';
import { currentOf, SANDBOX } from '../../settings/choose.ts';
import { overriding } from '../auth/saying.ts';
import { around } from '../command.ts';
import { LISTED } from '../limits.ts';

/** `connection list`: what psyctl can talk to, and where the tokens are; nothing is asked of any of them */
export default around({
  arguments: [],
  flags: LISTED,
  async run(on) {
    const settings = await on.accounts.settings();
    const current = currentOf(settings);
    const kept = Object.entries(settings.connections).map(([name, { url, token = null, caFile = null }]) => ({
      name,
      url,
      current: name === current,
      token,
      caFile,
    }));
    const sandbox = { name: SANDBOX, url: null, current: current === SANDBOX, token: null, caFile: null };
    const { columns, place } = on.texts.auth;
    const keys = ['name', 'url', 'current', 'token', 'caFile'] as const;
    await on.show({
      json: [...kept, sandbox],
      table: {
        columns: keys.map((key) => ({ key, header: columns[key] })),
        rows: [...kept, sandbox].map((one) => ({
          ...one,
          url: one.url ?? on.texts.auth.embedded,
          current: one.current ? on.texts.answers.yes : null,
          token: one.token === null ? null : place.short[one.token],
        })),
      },
      notes: overriding(on),
    });
    return EXIT.done;
  },
});
