import type { CommandHelp } from '../help.ts';

/** Help of the commands about psyctl itself. */
export const helpOfAround = {
  'sandbox start': {
    summary: 'Start a sandbox: the whole API on a database of its own, to try things on',
    description:
      'Listens on 127.0.0.1 only, until it is interrupted. Once it listens it prints its URL and its tokens; with -o json as one line.',
    arguments: {},
    flags: {
      world: 'a world file (YAML or JSON) to start from',
      size: 'make up a school service centre with so many records instead, the same every time',
      port: 'the port to listen on; 0 for any (default 4010)',
      database: 'the database file, or :memory: (default); a file is taken up where it was left',
    },
    examples: [{ command: 'psyctl sandbox start --size 200 --port 0', does: 'starts one with 200 records made up' }],
  },
  'snapshot pull': {
    summary: 'Write who can open what to a file: to ask it offline, and to rehearse on',
    description:
      'As far as you see it, in the form a sandbox starts from; the file names whose rights it was pulled with and counts what they couldn’t see. ' +
      'It holds numbers, ids, e-mails, and names of teams and schools. Only you can read it. It takes the place of a file of that name.',
    arguments: { FILE: 'the file to write' },
    flags: { 'with-names': 'also names of people, profiles and spaces, and titles of records' },
    examples: [
      {
        command: 'psyctl snapshot pull snapshot.json --as owner',
        does: 'writes all, each record as its owner sees it',
      },
    ],
  },
  'sandbox reset': {
    summary: 'Put the embedded sandbox back as it was at first',
    description: '',
    arguments: {},
    flags: {},
    examples: [{ command: 'psyctl sandbox reset', does: 'forgets everything done in the embedded sandbox' }],
  },
  template: {
    summary: 'Write an empty CSV file to fill in, for a change’s --csv',
    description:
      'Its headers are in the language of --lang; psyctl reads them back in either. Written as Excel opens it: with --lang fr separated by semicolons; --csv-dialect says otherwise. With -o json it says which columns must be filled in.',
    arguments: { NOUN: 'what the change is about: record', VERB: 'what it does: share' },
    flags: {},
    examples: [
      {
        command: 'psyctl template record share --output-file shares.csv',
        does: 'writes a file to fill in and give to record share --csv',
      },
      { command: 'psyctl template record transfer --lang fr', does: 'prints the headers in French' },
    ],
  },
  completion: {
    summary: 'Print the script that completes psyctl’s words in a shell when you press Tab',
    description:
      'Commands, flags and values are completed, and, where that takes no longer than a moment, the numbers of records, the e-mails of members and the names of teams and connections. For one shell, source what is printed; to have it in every one, in bash, put source <(psyctl completion bash) into ~/.bashrc; in zsh, write it to a file _psyctl in a folder of $fpath; in fish, to ~/.config/fish/completions/psyctl.fish; in PowerShell, put psyctl completion powershell | Out-String | Invoke-Expression into the file $PROFILE names.',
    arguments: { SHELL: 'bash, zsh, fish or powershell' },
    flags: {},
    examples: [
      { command: 'psyctl completion bash', does: 'prints the script for bash; its first lines say how to install it' },
    ],
  },
  demo: {
    summary: 'Show the main job on a sandbox of its own: preview, apply, verify, explain',
    description: 'Asks nothing, and touches nothing of yours: it works on a database it throws away.',
    arguments: {},
    flags: {},
    examples: [{ command: 'psyctl demo', does: 'runs the demonstration' }],
  },
} as const satisfies Record<string, CommandHelp>;
