/** JSON that keeps maps and sets: a value as text on one line. */
export const encoded = (value: unknown): string => JSON.stringify(value, tagging);

/** The value of such a text. Throws a SyntaxError where it is none. */
export const decoded = (text: string): unknown => JSON.parse(text, untagging);

function tagging(_key: string, value: unknown): unknown {
  if (value instanceof Map) return { $map: [...value] };
  if (value instanceof Set) return { $set: [...value] };
  return value;
}

function untagging(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('$map' in value) return new Map(value.$map as [unknown, unknown][]);
  if ('$set' in value) return new Set(value.$set as unknown[]);
  return value;
}
