import type { CommandHelp } from '../help.ts';

/** Help of bringing a school about. */
export const helpOfOnboarding = {
  onboard: {
    summary: 'Bring a school to the state a manifest describes: members, teams, spaces, shares',
    description:
      'The manifest is a YAML file (its schema ships with psyctl: fixtures/schemas/onboarding.schema.json), or a folder with ' +
      'members.csv, teams.csv, spaces.csv and shares.csv; French names and headers will do too. What is so already is not sent, so ' +
      'running it again changes nothing. What must wait for people to accept their invitation is said, and done by running it again. ' +
      'What the manifest doesn’t mention is left alone. Shares of records need their owners: --as owner.',
    arguments: { MANIFEST: 'a YAML file, or a folder of four lists' },
    flags: {
      prune:
        'take away what else the members, teams, spaces and records named there have; what the manifest doesn’t name is still left alone',
    },
    examples: [
      {
        command: 'psyctl onboard fixtures/inputs/onboarding-ecole.yaml --as owner --dry-run',
        does: 'shows what a new school of 40 staff, 6 teams and 120 pupils would take',
      },
      {
        command: 'psyctl onboard fixtures/inputs/onboarding-dossier --as owner --dry-run',
        does: 'the same from a folder of lists, as a spreadsheet saves them',
      },
    ],
  },
} as const satisfies Record<string, CommandHelp>;
