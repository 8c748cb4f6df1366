/** The languages psyctl speaks. */
export const LANGUAGES = ['en', 'fr'] as const;
/** A language psyctl speaks. */
export type Language = (typeof LANGUAGES)[number];

/** The language of sentences within JSON, whoever reads it: a script finds the same in Montréal as in Toronto. */
export const IN_JSON: Language = 'en';
