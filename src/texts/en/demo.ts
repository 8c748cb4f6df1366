/** What the demonstration says between its commands. */
export const demo = {
  intro:
    'psyctl in a minute, on an organization that is invented from beginning to end: CSS des Mille-Rives,\n' +
    'sixty people and three hundred records. Nothing of yours is touched.',
  preview: 'A list of shares, as a school would keep it. First, what would it change?',
  apply: 'It looks right. The same again, with consent: psyctl sends it, then checks that it happened.',
  again: 'Run once more, nothing is left to do, so nothing is sent and nobody is written to twice.',
  explain: 'And when somebody asks: why can she still open that record?',
  failed: (exit: number) => `That command ended with ${exit}, which this demonstration did not expect.`,
  next: [
    'What to try next, on a sandbox that stays:',
    '',
    '  psyctl record list --as lise.castonguay@mille-rives.example --limit 5',
    '      the records of a psychologist who leaves at year end',
    '  psyctl record unshare R-1001 --from noemie.tanguay@mille-rives.example --as owner',
    '      who keeps access afterwards, and through what',
    '  psyctl access who R-1002 --as owner',
    '      everyone who reaches a record whose transfer is pending',
    '  psyctl --help',
    '      everything else',
  ].join('\n'),
};
