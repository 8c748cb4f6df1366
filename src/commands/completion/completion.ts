import { EXIT } from '../../failures/exit.ts';
import { Failure } from '../../failures/failure.ts';
import { argument, around } from '../command.ts';
import { SHELLS, type Shell } from '../completing/shells.ts';
import { bashScript } from './bash.ts';
import { fishScript } from './fish.ts';
import { powershellScript } from './powershell.ts';
import { zshScript } from './zsh.ts';

const SCRIPTS: { readonly [Name in Shell]: string } = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
  powershell: powershellScript,
};

/** `completion SHELL`: the script that has a shell ask psyctl what a word can become */
export default around({
  arguments: [{ name: 'SHELL', choices: SHELLS }],
  flags: [],
  async run(on, given) {
    const shell = argument(given, 'SHELL');
    if (shell === '') throw new Failure('missing-value', { name: 'SHELL' });
    const script = Object.hasOwn(SCRIPTS, shell) ? SCRIPTS[shell as Shell] : undefined;
    if (script === undefined) throw new Failure('bad-value', { name: 'SHELL', value: shell, allowed: [...SHELLS] });
    on.out(script);
    return EXIT.done;
  },
});
