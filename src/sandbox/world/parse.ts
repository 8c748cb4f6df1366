import { LineCounter, parseDocument } from 'yaml';
import { World } from '../../contract/world.ts';
import { pathText, WorldError, type WorldProblem } from './problems.ts';

/**
 * Reads a world written in YAML or JSON (which YAML contains).
 * @param file named in what is said of errors of syntax, with line and column
 * @returns the world with every default filled in; its references are not checked yet (`checkWorld`)
 * @throws WorldError naming everything that is wrong
 */
export function parseWorld(text: string, file = 'world'): World {
  const lines = new LineCounter();
  const document = parseDocument(text.replace(/^\uFEFF/, ''), { lineCounter: lines });
  if (document.errors.length > 0) {
    throw new WorldError(
      document.errors.map((error) => {
        const { line, col } = lines.linePos(error.pos[0]);
        return { path: `${file}:${line}:${col}`, message: error.message.split('\n')[0] ?? error.code };
      }),
    );
  }
  const parsed = World.safeParse(document.toJS() ?? {});
  if (parsed.success) return parsed.data;
  throw new WorldError(parsed.error.issues.map(problemOf));
}

function problemOf(issue: { path: PropertyKey[]; message: string }): WorldProblem {
  return { path: pathText(issue.path), message: issue.message };
}
