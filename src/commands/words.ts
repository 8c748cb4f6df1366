export { type RowWords, wordsOf } from '../input/words.ts';
