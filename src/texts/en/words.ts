// Made when first needed: they take longer to make than help takes to show.
let plurals: Intl.PluralRules | undefined;
let numbers: Intl.NumberFormat | undefined;

function pluralOf(value: number): Intl.LDMLPluralRule {
  plurals ??= new Intl.PluralRules('en-CA');
  return plurals.select(value);
}

/** A number as a reader expects it: 12,500. */
export function number(value: number): string {
  numbers ??= new Intl.NumberFormat('en-CA');
  return numbers.format(value);
}

/** A number with its noun: `1 record`, `12 records`. */
export const count = (value: number, one: string, many = `${one}s`): string =>
  `${number(value)} ${pluralOf(value) === 'one' ? one : many}`;

/** A list as it is said aloud: `a, b and c`. */
export const listed = (things: readonly string[], last = 'and'): string => {
  if (things.length <= 1) return things.join('');
  return `${things.slice(0, -1).join(', ')} ${last} ${things.at(-1)}`;
};

/** How long something takes, of its seconds: `40 s`, `12 min`, `2 h 05 min`. */
export function within(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 100) return `${whole} s`;
  const minutes = Math.ceil(whole / 60);
  if (minutes < 100) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
}
