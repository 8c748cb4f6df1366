import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { NEEDS_QUOTES, World } from '../../contract/world.ts';
import type { WorldProblem } from '../../failures/world.ts';
import { pathText, WorldError } from './problems.ts';

/**
 * Reads a world written in YAML or JSON (which YAML contains).
 * @param file named in what is said of errors of syntax, with line and column
 * @returns the world with every default filled in; its references are not checked yet (`checkWorld`)
 * @throws WorldError naming everything that is wrong
 */
export function parseWorld(text: string, file = 'world'): World {
  const parsed = World.safeParse(written(text.replace(/^\uFEFF/, ''), file) ?? {});
  if (parsed.success) return parsed.data;
  throw new WorldError(parsed.error.issues.map(problemOf));
}

/** JSON is YAML too, but a file of many thousand records is read a hundred times faster as what it is. */
function written(text: string, file: string): unknown {
  if (text.trimStart().startsWith('{')) {
    try {
      return JSON.parse(text);
    } catch {
      // YAML within braces, or broken: its reader says where.
    }
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  if (document.errors.length > 0) {
    throw new WorldError(
      document.errors.map((error) => {
        const { line, col } = lines.linePos(error.pos[0]);
        const problem = error.message.split('\n')[0] ?? error.code;
        return { path: `${file}:${line}:${col}`, fault: 'syntax', problem, kind: error.code };
      }),
    );
  }
  return document.toJS();
}

function problemOf(issue: z.core.$ZodIssue): WorldProblem {
  const expected = 'expected' in issue ? [issue.expected] : 'values' in issue ? issue.values.map(String) : [];
  return {
    path: pathText(issue.path),
    fault: 'schema',
    problem: issue.message,
    code: issue.message === NEEDS_QUOTES ? 'needs-quotes' : issue.code,
    expected,
    keys: 'keys' in issue ? issue.keys : [],
  };
}
