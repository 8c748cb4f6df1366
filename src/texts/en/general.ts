import { count, listed, number, within } from './words.ts';

/** How far something has come; seconds. */
interface Standing {
  readonly done: number;
  readonly total: number;
  readonly failed: number;
  readonly perSecond: number;
  readonly secondsLeft: number | null;
}

/** A failure as one line; `place`, `rule` and `requestId` are empty where there is none. */
interface Failed {
  readonly place: string;
  readonly message: string;
  readonly rule: string;
  readonly requestId: string;
}

/** Sentences that belong to no one command. */
export const general = {
  /** Something, and what is said of it. */
  about: (what: string, said: string) => `${what}: ${said}`,
  failed: ({ place, message, rule, requestId }: Failed) =>
    `psyctl: ${place ? `${place}: ` : ''}${message}${rule ? ` (${rule})` : ''}${requestId ? ` [${requestId}]` : ''}`,
  tagline:
    'Administer Psylio-style record keeping: see whose access changes before anything is sent, then prove it did.',
  usage: 'Usage',
  allUsage: 'psyctl NOUN VERB [flags]',
  commandUsage: '[flags]',
  firstTitle: 'Commands to start with',
  moreTitle: 'And then',
  anyCommand: 'COMMAND',
  everyCommand: 'list every command',
  commandsTitle: 'Commands',
  examplesTitle: 'Examples',
  globalTitle: 'Flags every command takes',
  changeTitle: 'Flags every change takes',
  helpFlag: 'say what a command does and takes, with examples',
  versionFlag: 'print the version',
  nounSummary: {
    record: 'records of students and clients, and who shares them',
    transfer: 'records on their way from one member to another',
    member: 'the people of the organization',
    team: 'work teams',
    space: 'multi-spaces and collaborative spaces, and who is in them',
    profile: 'profiles of students and clients, by key',
    onboard: 'a whole school, from a manifest',
    plan: 'plans that were saved instead of carried out',
    run: 'what was carried out: how it went, and what is left',
    school: 'schools',
    organization: 'the organization, its plan and its seats',
    access: 'who can open what, and why',
    auth: 'signing in and out',
    connection: 'the APIs psyctl knows',
    template: 'empty CSV files to fill in',
    doctor: 'what could keep psyctl from working, and what to do about it',
    sandbox: 'an organization to try things on',
    snapshot: 'who can open what, in a file',
    whoami: 'whom the token belongs to and what it may do',
    completion: 'pressing Tab in a shell',
    demo: 'the main job, shown on a sandbox of its own',
  } as Readonly<Record<string, string>>,
  flags: {
    connection: 'the connection to use; sandbox always exists',
    'api-url': 'the API to use, by its URL; its token comes from PSYCTL_TOKEN',
    as: 'act for a member (e-mail or id), or for each record’s owner (owner)',
    reason: 'why, for the audit',
    output: 'text, json, ndjson, csv or md',
    'output-file': 'write the output to a file, as UTF-8',
    'csv-dialect': 'how CSV is written: rfc4180 for programs, excel or excel-fr (semicolons) for people',
    pager: 'show long tables in a pager (PSYCTL_PAGER, PAGER or less); --no-pager does not',
    titles: 'show titles of records, names of spaces and profiles, also where the output is no terminal',
    quiet: 'say nothing but results and errors',
    verbose: 'say what is asked of the API, and where errors come from',
    color: 'auto, always or never',
    lang: 'the language: en or fr; otherwise that of the system',
    timeout: 'how many seconds to wait for an answer (30)',
    concurrency: 'how many requests to have under way at once (8)',
    rate: 'how many requests to send a second, at most',
    'ca-file': 'certificates to trust besides the usual ones (PEM)',
    proxy: 'the proxy to go through, instead of the one HTTPS_PROXY or HTTP_PROXY names',
  } as Readonly<Record<string, string>>,
  changeFlags: {
    csv: 'a file with one row per change; - is standard input',
    'dry-run': 'stop after the preview: nothing is sent',
    out: 'write the plan to a file instead of carrying it out',
    yes: 'consent without being asked',
    'allow-deletion': 'consent to permanent deletion too, of at most N items where N is given',
    'max-losses': 'how many people may lose all access to a record: a number or a percentage (25%)',
    'skip-refused': 'leave out the rows a rule refuses and send the others',
    'detailed-exitcode': 'exit 10 where a preview has changes pending',
  } as Readonly<Record<string, string>>,

  sandboxAnnounced: (file: string) =>
    `Using the embedded sandbox (${file}): no connection is configured.\n` +
    'Its token is an administrator’s, which opens no record: add --as owner to act for their owners.',
  sandboxSeeded: 'Made the embedded sandbox: CSS des Mille-Rives, invented from beginning to end.',
  csvRecognised: (encoding: string, delimiter: string, lineEnds: string, rows: number) =>
    `Read ${count(rows, 'row')}: ${encoding}, ${delimiter}, ${lineEnds}.`,
  encodings: {
    'utf-8': 'UTF-8',
    'utf-8-bom': 'UTF-8 with BOM',
    'utf-16le': 'UTF-16',
    'utf-16be': 'UTF-16 (big-endian)',
    'windows-1252': 'Windows-1252',
  } as Readonly<Record<string, string>>,
  delimiters: { ',': 'commas', ';': 'semicolons', '\t': 'tabs' } as Readonly<Record<string, string>>,
  lineEnds: { lf: 'LF', crlf: 'CRLF', cr: 'CR' } as Readonly<Record<string, string>>,
  progress: ({ done, total, failed, perSecond, secondsLeft }: Standing) => {
    const left = secondsLeft === null ? '' : `, ${within(secondsLeft)} left`;
    const bad = failed > 0 ? `, ${count(failed, 'failure')}` : '';
    return `${number(done)} of ${count(total, 'change')}, ${number(Math.round(perSecond))} a second${left}${bad}`;
  },
  noVerb: (noun: string, verbs: readonly string[]) => `psyctl ${noun} needs a verb: ${listed(verbs, 'or')}`,
};
