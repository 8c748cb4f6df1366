/** What the demonstration says between its commands. */
export const demo = {
  intro:
    'psyctl in a minute, on an organization that is invented from beginning to end: CSS des Mille-Rives,\n' +
    'sixty people and three hundred records. Nothing of yours is touched.',
  preview: 'A list of shares, as a school would keep it. First, what would it change?',
  apply: 'It looks right. The same again, with consent: psyctl sends it, then checks that it happened.',
  again: 'Run once more, nothing is left to do, so nothing is sent and nobody is written to twice.',
  transfer: 'A psychologist hands a record over. Who is cut off until it is accepted, and what is deleted for good?',
  explain: 'And when somebody asks: why can he still open that record?',
  failed: (exit: number) => `That command ended with ${exit}, which this demonstration did not expect.`,
  /** With the path of a manifest that ships with psyctl. */
  next: (manifest: string) =>
    [
      'What to try next, on a sandbox that stays:',
      '',
      '  psyctl record transfer --all-from lise.castonguay@mille-rives.example \\',
      '    --to noemie.tanguay@mille-rives.example --as owner --dry-run',
      '      all the records of a psychologist who leaves; sent by a coordinator instead, with',
      '      --as colette.vaillancourt@mille-rives.example, nobody would be cut off',
      `  psyctl onboard ${manifest} --as owner --dry-run`,
      '      a new school: 40 members of staff, 6 teams, 120 pupils',
      '  psyctl member revoke lise.castonguay@mille-rives.example --dry-run',
      '      what she would lose, and what stays behind',
      '  psyctl access who R-1002 --as owner',
      '      everyone who reaches a record whose transfer is pending',
      '  psyctl --help',
      '      everything else',
    ].join('\n'),
};
