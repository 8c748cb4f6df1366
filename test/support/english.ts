const WORDS =
  'the and is are was were been be has have of to from with without by whom whose which what that this nothing not nobody yes ' +
  'it its they them their you your at into would can can’t isn’t already done sent today once then now dry';

/** With a capital or without; in capitals they name a value: WHAT. */
const alternatives = WORDS.split(' ').map((word) => `[${word[0]?.toUpperCase()}${word[0]}]${word.slice(1)}`);

/**
 * A word that English can hardly do without and French doesn't know: each sentence has one. Not within a flag, an address
 * or the name of a file; nouns and verbs of commands, as `access of`, and words that flags take are the same in both
 * languages.
 */
export const ENGLISH = new RegExp(`(?<![-\\w@./:=]|access |who, )(?:${alternatives.join('|')})(?![-\\w@/:=]|\\.\\w)`);
