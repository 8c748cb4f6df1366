import { type Document, isAlias, isMap, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { Failure, throwAll } from '../../failures/failure.ts';
import type { Place } from '../../model/references.ts';
import { decodeFile } from '../csv/table.ts';

/** Where something is in a document: the keys and indexes that lead to it. */
export type Path = readonly PropertyKey[];

/** A YAML document that knows where everything in it stands. */
export interface Source {
  readonly data: unknown;
  /** Where what is at a path begins; where nothing is, where what should hold it begins. */
  place(path: Path): Place;
  /** Where a key begins. */
  keyPlace(path: Path, key: string): Place;
  /** A scalar as it was written: `012`, where its value is the number 12. */
  written(path: Path): string;
}

/**
 * Reads a YAML document, or a JSON one, which YAML contains.
 * @throws Failure `yaml-syntax`, or Failures of several, with line and column; `csv-not-text` for what is no text.
 */
export function readYaml(bytes: Uint8Array, file: string): Source {
  const { text } = decodeFile(bytes, { file });
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number | undefined): Place => {
    const { line, col } = lines.linePos(offset ?? 0);
    return { file, row: Math.max(line, 1), column: Math.max(col, 1) };
  };
  throwAll(
    document.errors.map(
      ({ message, code, pos }) => new Failure('yaml-syntax', { problem: message, kind: code }, at(pos[0])),
    ),
  );
  return {
    data: dataOf(document, file),
    place: (path) => at(nodeAt(document, path).found?.range?.[0]),
    keyPlace: (path, key) => at(keyIn(nodeAt(document, path).found, key)?.range?.[0]),
    written: (path) => writtenAt(nodeAt(document, path).found),
  };
}

// An alias of what isn't there, or a document that unfolds without end.
function dataOf(document: Document, file: string): unknown {
  try {
    return document.toJS();
  } catch (error) {
    throw new Failure(
      'yaml-syntax',
      { problem: error instanceof Error ? error.message : '', kind: 'BAD_ALIAS' },
      { file },
    );
  }
}

/** The node at a path, or as far as there is one. */
function nodeAt(document: Document, path: Path): { found: Node | null } {
  let found: Node | null = document.contents;
  for (const part of path) {
    const holder: Node | null = resolved(found, document);
    const next: unknown = isMap(holder) || isSeq(holder) ? holder.get(part, true) : undefined;
    if (!next) break;
    found = next as Node;
  }
  return { found };
}

const resolved = (node: Node | null, document: Document): Node | null =>
  isAlias(node) ? (node.resolve(document) ?? null) : node;

function keyIn(node: Node | null, key: string): Node | null {
  if (!isMap(node)) return node;
  const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === key);
  return (pair?.key as Node | undefined) ?? node;
}

const writtenAt = (node: Node | null): string => (isScalar(node) ? (node.source ?? String(node.value)) : '');
