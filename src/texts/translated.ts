/** The shape of a catalogue in one language, as another language has to fill it: the same keys, any words. */
export type Translated<T> = T extends string
  ? string
  : T extends (...args: infer Given) => infer Said
    ? (...args: Given) => Translated<Said>
    : { [Key in keyof T]: Translated<T[Key]> };
