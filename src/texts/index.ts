import type { en } from './en/index.ts';
import type { Language } from './languages.ts';
import type { Translated } from './translated.ts';

/**
 * Everything a person reads, in one language. What is there is said by the English catalogue; another language is
 * another value of this type.
 */
export type Texts = Translated<Omit<typeof en, 'language'>> & { readonly language: Language };

/** As much of it as help needs. */
export type HelpTexts = Pick<Texts, 'language' | 'general' | 'help'>;

/** What help says in a language, and nothing else: the whole catalogue takes longer to load than help to show. */
export async function helpTextsOf(language: Language): Promise<HelpTexts> {
  return language === 'fr' ? (await import('./fr/helping.ts')).helping : (await import('./en/helping.ts')).helping;
}

/** The texts of a language. No other is loaded: all of them together take longer than help does. */
export async function textsOf(language: Language): Promise<Texts> {
  return language === 'fr' ? (await import('./fr/index.ts')).fr : (await import('./en/index.ts')).en;
}
