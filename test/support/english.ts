/**
 * A word that English can hardly do without and French doesn't know: each sentence has one. Not within a flag, an address
 * or the name of a file; nouns of commands and words that flags take are the same in both languages.
 */
export const ENGLISH =
  /(?<![-\w@./:=])(?:the|and|is|are|was|were|been|be|has|have|(?<!access )of|to|from|with|without|by|whom|whose|which|what|that|this|nothing|not|nobody|yes|it|its|they|them|their|you|your|at|into|would|can|can’t|isn’t|already|done|sent|today|once|then|now|dry)(?![-\w@/:=]|\.\w)/i;
