import { LANGUAGES, type Language } from '../texts/languages.ts';
import { typedValue } from './typed.ts';

/** What a locale is looked for in, the first that says anything (POSIX). */
const LOCALES = ['LC_ALL', 'LC_MESSAGES', 'LANG'] as const;

/**
 * The language to speak: what `--lang` says, else the environment's locale, else English. Windows has no such
 * variables: there it is the language of the system, which `system` gives.
 */
export function languageOf(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  system: () => string | undefined = ofWindows,
): Language {
  const typed = LANGUAGES.find((language) => language === typedValue(args, ['--lang']));
  const locale = LOCALES.map((name) => env[name]).find(Boolean) ?? system();
  return typed ?? (isFrench(locale) ? 'fr' : 'en');
}

/** `fr`, `fr_CA.UTF-8`, `fr-CA`; not `frr_DE`, which is another language. */
const isFrench = (locale: string | undefined): boolean => /^fr(?![a-z])/i.test(locale ?? '');

const ofWindows = (): string | undefined =>
  process.platform === 'win32' ? Intl.DateTimeFormat().resolvedOptions().locale : undefined;
