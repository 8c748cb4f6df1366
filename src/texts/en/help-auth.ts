import type { CommandHelp } from '../help.ts';
import { LISTED } from './help-reading.ts';

/** Help of signing in, of connections, and of the doctor. */
export const helpOfSigningIn = {
  'auth login': {
    summary: 'Sign in to an API: a token is checked, then kept',
    description:
      'In a terminal it asks for the URL and the token; a script gives --api-url and the token on standard input, never as an argument. The token goes into the system’s keyring, if one really answers; into a file only if you say so. --connection names the connection, which is otherwise named after its host; --ca-file is remembered with it.',
    arguments: {},
    flags: {
      'with-token': 'read the token from standard input',
      'insecure-storage': 'keep it in a file that only you can read, unencrypted, not in the keyring',
    },
    examples: [
      { command: 'psyctl auth login', does: 'asks for all it needs' },
      {
        command: 'psyctl auth login --api-url https://api.psylio.example --connection school --with-token < token.txt',
        does: 'signs in without being asked anything',
      },
    ],
  },
  'auth status': {
    summary: 'Say where each connection’s token is, and whom it acts as',
    description:
      'Asks each API, and never shows a token. --connection asks one alone. Ends with 4 if a token is missing or not accepted.',
    arguments: {},
    flags: {},
    examples: [{ command: 'psyctl auth status', does: 'says where you stand with every connection' }],
  },
  'auth logout': {
    summary: 'Forget the token of a connection',
    description:
      'Of the current one, or of the one --connection names. The connection itself stays; the token is valid until it is revoked where it was made.',
    arguments: {},
    flags: {},
    examples: [{ command: 'psyctl auth logout --connection school', does: 'forgets the token of one connection' }],
  },
  'connection list': {
    summary: 'List the connections, and where their tokens are',
    description: 'Asks nothing of any of them.',
    arguments: {},
    flags: LISTED,
    examples: [{ command: 'psyctl connection list', does: 'shows what psyctl can talk to' }],
  },
  'connection use': {
    summary: 'Choose the connection commands use when none is named',
    description: 'In a terminal, without a name, it shows them to choose from.',
    arguments: { NAME: 'a connection’s name; sandbox is the embedded sandbox' },
    flags: {},
    examples: [{ command: 'psyctl connection use sandbox', does: 'has commands use the embedded sandbox' }],
  },
  'connection remove': {
    summary: 'Forget a connection and its token',
    description: '',
    arguments: { NAME: 'a connection’s name' },
    flags: { force: 'even if the keyring doesn’t answer: then the token stays in it' },
    examples: [{ command: 'psyctl connection remove school', does: 'forgets a connection' }],
  },
  doctor: {
    summary: 'Look for what could keep psyctl from working, and say what to do about it',
    description:
      'Checks Node, settings and who can read them, the keyring, the way to the API (names, proxy, certificate, clock), the API and what it offers, and the token. Ends with 0 if nothing fails.',
    arguments: {},
    flags: {},
    examples: [{ command: 'psyctl doctor', does: 'checks everything, with the connection that is used' }],
  },
} as const satisfies Record<string, CommandHelp>;
