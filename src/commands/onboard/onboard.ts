import type { ChangeCommand } from '../command.ts';
import { manifestAt } from '../manifest.ts';

/** `onboard MANIFEST.yaml` or `onboard FOLDER`: a school as it is to be; run again, it finds nothing to do */
export default {
  kind: 'change',
  arguments: [{ name: 'MANIFEST', names: 'manifest' }],
  flags: [{ name: 'prune' }],
  required: [],
  intents: () => [],
  async desired(given) {
    const [{ desiredIn }, { manifest, tables }] = await Promise.all([
      import('../../input/manifest/intents.ts'),
      manifestAt(given.arguments['MANIFEST']?.[0] ?? ''),
    ]);
    return { intents: desiredIn(manifest, given.flags['prune'] === true), tables };
  },
} satisfies ChangeCommand;
