import { en } from './en/index.ts';

/** Everything a person reads, in one language. Another language is another value of this type. */
export type Texts = typeof en;

/** The texts of a language. */
export const textsOf = (_language: 'en'): Texts => en;
