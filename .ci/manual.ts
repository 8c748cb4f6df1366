import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { helpOfAll, helpOfCommand } from '../src/commands/help.ts';
import { loadCommand } from '../src/commands/load.ts';
import { type ManualPage, type ManualTexts, pageName, roffOf } from '../src/commands/manual.ts';
import { VERSION } from '../src/main/version.ts';
import { manual as english } from '../src/texts/en/manual.ts';
import { manual as french } from '../src/texts/fr/manual.ts';
import { type Texts, textsOf } from '../src/texts/index.ts';

/** Writes the manual into a folder: psyctl's own page and one for each command, in French under `fr`. */
export async function writeManual(folder: string): Promise<void> {
  await writePages(join(folder, 'man1'), await textsOf('en'), english);
  await writePages(join(folder, 'fr/man1'), await textsOf('fr'), french);
}

async function writePages(folder: string, texts: Texts, words: ManualTexts): Promise<void> {
  await mkdir(folder, { recursive: true });
  const keys = Object.keys(texts.help);
  const pages = [ofPsyctl(keys, texts, words), ...(await Promise.all(keys.map((key) => ofCommand(key, keys, texts))))];
  for (const page of pages) await writeFile(join(folder, `${pageName(page.command)}.1`), roffOf(page, words));
}

const ofPsyctl = (keys: readonly string[], texts: Texts, words: ManualTexts): ManualPage => ({
  command: 'psyctl',
  summary: words.tagline,
  help: helpOfAll(texts),
  more: [
    { title: words.environmentTitle, entries: Object.entries(words.environment) },
    { title: words.exitTitle, entries: Object.entries(words.exits) },
  ],
  seeAlso: keys.map((key) => `psyctl ${key}`),
  version: VERSION,
});

/** Read next: psyctl's own page, and what else there is about the same noun. */
async function ofCommand(key: string, keys: readonly string[], texts: Texts): Promise<ManualPage> {
  const [noun = key, verb = null] = key.split(' ');
  const others = keys.filter((other) => other !== key && other.startsWith(`${noun} `));
  return {
    command: `psyctl ${key}`,
    summary: texts.help[key]?.summary ?? '',
    help: helpOfCommand(key, await loadCommand({ noun, verb }), texts),
    more: [],
    seeAlso: ['psyctl', ...others.map((other) => `psyctl ${other}`)],
    version: VERSION,
  };
}
