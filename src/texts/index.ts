import type { en } from './en/index.ts';
import type { Language } from './languages.ts';
import type { Translated } from './translated.ts';

/**
 * Everything a person reads, in one language. What is there is said by the English catalogue; another language is
 * another value of this type.
 */
export type Texts = Translated<Omit<typeof en, 'language'>> & { readonly language: Language };

/** The texts of a language. No other is loaded: all of them together take longer than help does. */
export async function textsOf(language: Language): Promise<Texts> {
  return language === 'fr' ? (await import('./fr/index.ts')).fr : (await import('./en/index.ts')).en;
}
