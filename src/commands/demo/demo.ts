import { EXIT, type Exit } from '../../failures/exit.ts';
import { type Around, around } from '../command.ts';

const SHARES = 'fixtures/inputs/shares.csv';
const MANIFEST = 'fixtures/inputs/onboarding-ecole.yaml';
const TO = 'noemie.tanguay@mille-rives.example';
const ON_SANDBOX = ['--connection', 'sandbox'];

/** `demo`: the main job without questions, on an embedded sandbox of its own that is thrown away afterwards */
export default around({
  arguments: [],
  flags: [],
  async run(on) {
    const say = on.texts.demo;
    on.out(`${say.intro}\n`);
    const share = ['record', 'share', '--csv', on.packaged(SHARES), '--as', 'owner'];
    const acts: [string, string[]][] = [
      [say.preview, [...share, '--dry-run']],
      [say.apply, [...share, '--yes', '--reason', 'demonstration']],
      [say.again, [...share, '--yes']],
      [say.transfer, ['record', 'transfer', 'R-1001', '--to', TO, '--as', 'owner', '--dry-run']],
      [say.explain, ['access', 'explain', 'etienne.marcoux@mille-rives.example', 'R-1008']],
    ];
    for (const [sentence, args] of acts) {
      const exit = await show(sentence, args, on);
      if (exit !== EXIT.done) {
        on.err(`\n${say.failed(exit)}\n`);
        return EXIT.unexpected;
      }
    }
    on.out(`\n${say.next(shown(on.packaged(MANIFEST)))}\n`);
    return EXIT.done;
  },
});

async function show(sentence: string, args: string[], on: Around): Promise<Exit | number> {
  on.out(`\n${sentence}\n\n$ ${['psyctl', ...args, ...ON_SANDBOX].map(shown).join(' ')}\n`);
  return on.psyctl([...args, ...ON_SANDBOX]);
}

const shown = (arg: string) => (/^[\w@.,:=/%+-]+$/.test(arg) ? arg : `'${arg}'`);
