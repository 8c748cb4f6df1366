// Made when first needed: it takes longer to make than help takes to show.
let numbers: Intl.NumberFormat | undefined;

/** A number as a reader expects it: 12 500, with a no-break space. */
export function number(value: number): string {
  numbers ??= new Intl.NumberFormat('fr-CA');
  return numbers.format(value);
}

/** Whether a number takes the singular: in French 0 does, as 1. */
export const isOne = (value: number): boolean => Math.abs(value) < 2;

/** The form that goes with a number. */
export const agree = (value: number, one: string, many = `${one}s`): string => (isOne(value) ? one : many);

/** A number with its noun: `0 dossier`, `1 dossier`, `12 dossiers`. */
export const count = (value: number, one: string, many = `${one}s`): string =>
  `${number(value)} ${agree(value, one, many)}`;

/** A list as it is said aloud: `a, b et c`. */
export const listed = (things: readonly string[], last = 'et'): string => {
  if (things.length <= 1) return things.join('');
  return `${things.slice(0, -1).join(', ')} ${last} ${things.at(-1)}`;
};

// The h of given names is all but always silent; a y before a consonant is a vowel, as in Yves.
const VOWEL = /^(?:[aeiouhœæ]|y[^aeiouy])/i;

/** `de` before a name: `de Bob`, `d’Alice`, `d’Ève`. */
export const ofName = (name: string): string =>
  VOWEL.test(name.normalize('NFD').replace(/\p{M}/gu, '')) ? `d’${name}` : `de ${name}`;

/** A text in French quotation marks. */
export const quoted = (text: string): string => `« ${text} »`;

/** Une durée, d’après ses secondes : `40 s`, `12 min`, `2 h 05 min`. */
export function within(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 100) return `${whole} s`;
  const minutes = Math.ceil(whole / 60);
  if (minutes < 100) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
}
