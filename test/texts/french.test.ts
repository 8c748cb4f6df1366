import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { ENGLISH } from '../support/english.ts';

const FOLDER = new URL('../../src/texts/fr/', import.meta.url);

interface Said {
  readonly at: string;
  readonly text: string;
}

/** Every text a person reads in a file of the catalogue, with … for what is put into it. */
function saidIn(file: string): Said[] {
  const source = ts.createSourceFile(file, readFileSync(new URL(file, FOLDER), 'utf8'), ts.ScriptTarget.Latest, true);
  const found: Said[] = [];
  const add = (node: ts.Node, text: string) =>
    found.push({ at: `${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`, text });
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node) || isCommand(node)) return;
    if (isText(node)) add(node, node.text);
    if (ts.isTemplateExpression(node))
      add(node, [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…'));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** A key is a code. */
const isText = (node: ts.Node): node is ts.StringLiteral | ts.NoSubstitutionTemplateLiteral =>
  ts.isStringLiteralLike(node) && !(ts.isPropertyAssignment(node.parent) && node.parent.name === node);

/** The command of an example is the same in every language. */
const isCommand = (node: ts.Node): boolean => ts.isPropertyAssignment(node) && node.name.getText() === 'command';

const all = readdirSync(FOLDER).flatMap(saidIn);
const wrong = (is: RegExp) => all.filter(({ text }) => is.test(text)).map(({ at, text }) => `${at}: ${text}`);

describe('French as it is written in Quebec', () => {
  it('is found at all', () => {
    expect(all.length).toBeGreaterThan(700);
  });

  it('has no English left in it', () => {
    expect(wrong(ENGLISH)).toEqual([]);
  });

  it('has a no-break space before : and %, and none before ; ! ?', () => {
    expect(wrong(/ [:%]( |$)/)).toEqual([]);
    expect(wrong(/(?<!«)\s[;!?]/)).toEqual([]);
    // As a flag takes it.
    expect(wrong(/(?<!comme 10 ou )\d%/)).toEqual([]);
  });

  it('has no-break spaces within « »', () => {
    expect(wrong(/«(?!\u00a0)|(?<!\u00a0)»|\u202f/)).toEqual([]);
  });

  it('has typographic apostrophes and ellipses', () => {
    expect(wrong(/\p{L}'\p{L}/u)).toEqual([]);
    expect(wrong(/\.\.\./)).toEqual([]);
  });
});
