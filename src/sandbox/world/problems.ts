/** One thing that is wrong with a world: where, what, and the rule it breaks. */
export interface WorldProblem {
  /** `records[3].shares[0].with`; empty when it is about the whole file */
  path: string;
  message: string;
  rule?: string;
}

const line = (problem: WorldProblem): string =>
  `${problem.path ? `${problem.path}: ` : ''}${problem.message}${problem.rule ? ` (${problem.rule})` : ''}`;

/** A world that can't be loaded: every problem found, not only the first. */
export class WorldError extends Error {
  override name = 'WorldError';
  constructor(readonly problems: readonly WorldProblem[]) {
    super(problems.map(line).join('\n'));
  }
}

/** `['records', 3, 'shares', 0, 'with']` as `records[3].shares[0].with`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : `${text}${text ? '.' : ''}${String(part)}`),
    '',
  );
}
