import type { manual } from '../texts/en/manual.ts';
import type { Translated } from '../texts/translated.ts';
import type { Help } from './help.ts';

/** What pages of the manual say besides, in one language. */
export type ManualTexts = Translated<typeof manual>;

/** A page of the manual: a command, what help says of it, and what else there is to read. */
export interface ManualPage {
  /** `psyctl`, or `psyctl record share`. */
  readonly command: string;
  /** What it is for, in a line. */
  readonly summary: string;
  readonly help: Help;
  /** What only psyctl's own page has: under a title each. */
  readonly more: Help['groups'];
  /** Other commands to read about. */
  readonly seeAlso: readonly string[];
  readonly version: string;
}

/** The name a page of the manual is looked up by: `psyctl-record-share`. */
export const pageName = (command: string): string => command.replaceAll(' ', '-');

/** A page of the manual as roff, with the macros of man(7). */
export function roffOf({ command, summary, help, more, seeAlso, version }: ManualPage, texts: ManualTexts): string {
  const name = pageName(command);
  return [
    // Without it, what formats pages takes letters for those of the locale.
    '.\\" -*- coding: utf-8 -*-',
    `.TH "${escaped(name.toUpperCase())}" "1" "" "psyctl ${escaped(version)}" "${escaped(texts.book)}"`,
    '.nh',
    '.ad l',
    ...section(texts.name, [`${escaped(name)} \\- ${escaped(summary)}`]),
    ...section(texts.synopsis, [bold(help.usage ?? command)]),
    ...section(texts.description, paragraphsOf(help.paragraphs)),
    ...[...help.groups, ...more].flatMap(({ title, entries }) =>
      section(
        title ?? texts.takes,
        entries.flatMap(([term, said]) => ['.TP', bold(term), text(said)]),
      ),
    ),
    ...section(
      texts.examples,
      help.examples.flatMap((one) => [
        '.PP',
        text(texts.example(one.does)),
        '.PP',
        '.RS 4',
        '.nf',
        bold(one.command),
        '.fi',
        '.RE',
      ]),
    ),
    ...section(texts.seeAlso, [
      seeAlso.map((other, at) => `.BR ${escaped(pageName(other))} (1)${at < seeAlso.length - 1 ? ',' : ''}`).join('\n'),
    ]),
    '',
  ].join('\n');
}

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`.SH "${escaped(title.toUpperCase())}"`, ...withoutFirstBreak(lines)];

/** A section begins with a paragraph by itself. */
const withoutFirstBreak = ([first = '', ...rest]: readonly string[]): string[] =>
  first === '.PP' ? rest : [first, ...rest];

const paragraphsOf = (paragraphs: readonly string[]): string[] =>
  paragraphs.flatMap((paragraph) => ['.PP', text(paragraph)]);

const bold = (said: string): string => `\\fB${escaped(said)}\\fR`;

/** A line of text; one that began with a dot or an apostrophe would be taken for a request. */
const text = (said: string): string => escaped(said).replace(/^(?=[.'])/, '\\&');

/** Dashes are what is typed, not what hyphens are printed as; blanks that must not be broken stay so. */
const escaped = (said: string): string =>
  said.replaceAll('\\', '\\e').replaceAll('-', '\\-').replaceAll('"', '\\(dq').replaceAll('\u00a0', '\\~');
