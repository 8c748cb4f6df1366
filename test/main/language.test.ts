import { describe, expect, it } from 'vitest';
import { languageOf } from '../../src/main/language.ts';

const unix = () => undefined;

describe('the language is', () => {
  it.each([
    ['fr', ['record', 'list', '--lang', 'fr'], {}],
    ['fr', ['record', 'list', '--lang=fr'], { LC_ALL: 'en_CA.UTF-8' }],
    ['en', ['--lang', 'en', 'record', 'list'], { LC_ALL: 'fr_CA.UTF-8' }],
    ['en', ['record', 'list', '--lang', 'fr', '--lang', 'en'], { LANG: 'fr_CA.UTF-8' }],
    // What follows -- is no flag.
    ['en', ['record', 'list', '--', '--lang', 'fr'], {}],
    ['fr', ['record', 'list', '--', '--lang', 'en'], { LANG: 'fr_CA.UTF-8' }],
  ] as const)('%s for %j in %j: what --lang says counts most', (language, args, env) => {
    expect(languageOf(args, env, unix)).toBe(language);
  });

  it.each([
    ['fr', { LANG: 'fr_CA.UTF-8' }],
    ['fr', { LANG: 'fr' }],
    ['fr', { LANG: 'FR-ca' }],
    ['fr', { LANG: 'en_CA.UTF-8', LC_MESSAGES: 'fr_FR.UTF-8' }],
    ['en', { LANG: 'fr_CA.UTF-8', LC_MESSAGES: 'en_CA.UTF-8' }],
    ['fr', { LANG: 'en_CA.UTF-8', LC_MESSAGES: 'en_CA.UTF-8', LC_ALL: 'fr_CA.UTF-8' }],
    ['en', { LANG: 'fr_CA.UTF-8', LC_ALL: 'C' }],
    ['fr', { LANG: 'fr_CA.UTF-8', LC_ALL: '' }],
    ['en', { LANG: 'de_DE.UTF-8' }],
    // North Frisian.
    ['en', { LANG: 'frr_DE.UTF-8' }],
    ['en', {}],
  ] as const)('%s in the locale %j', (language, env) => {
    expect(languageOf(['record', 'list'], env, unix)).toBe(language);
  });

  it('the system’s, where no variable says one', () => {
    expect(languageOf([], {}, () => 'fr-CA')).toBe('fr');
    expect(languageOf([], { LANG: 'en_CA' }, () => 'fr-CA')).toBe('en');
  });

  it('that of the locale, where --lang is given what is no language: the mistake is said in it', () => {
    expect(languageOf(['--lang', 'de'], { LANG: 'fr_CA.UTF-8' }, unix)).toBe('fr');
    expect(languageOf(['--lang'], {}, unix)).toBe('en');
  });
});
