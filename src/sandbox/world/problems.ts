import type { WorldProblem } from '../../failures/world.ts';

const line = ({ path, rule, fault }: WorldProblem): string =>
  `${path ? `${path}: ` : ''}${fault}${rule ? ` (${rule})` : ''}`;

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
