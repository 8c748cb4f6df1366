import type { helpOfChanges as english } from '../en/help-changes.ts';
import type { Translated } from '../translated.ts';
import { helpOfSpaces } from './help-spaces.ts';
import { helpOfTransferring, helpOfTransfers } from './help-transfers.ts';

const RECORD = 'numéros ou id de dossiers';

/** Help of the commands that change something. */
export const helpOfChanges: Translated<typeof english> = {
  'record share': {
    summary: 'Partager des dossiers avec des membres ou des équipes, ou changer leur niveau',
    description:
      'Montre les accès qui changent et qui reçoit un courriel, demande, envoie, puis vérifie que les accès sont ceux prévus. ' +
      'Seule la personne responsable d’un dossier, ou qui y a un accès complet, peut le partager : l’administration agit en son nom avec --as owner.',
    arguments: { RECORD },
    flags: {
      with: 'membres (courriel ou id) ou équipes (team:NOM)',
      access: 'read (lecture seule), write (lecture et écriture) ou full (accès complet)',
      'require-approval':
        'exiger l’approbation de leurs notes par la personne responsable (d’un membre avec write ou full); sans rien dire, rien ne change',
    },
    examples: [
      {
        command:
          'psyctl record share R-1014 --with martine.plourde@mille-rives.example --access read --as owner --dry-run',
        does: 'montre ce que changerait le partage d’un dossier, et n’envoie rien',
      },
      {
        command: 'psyctl record share R-1015 --with "team:Ergothérapie" --access read --as owner --yes',
        does: 'partage un dossier avec une équipe, sans rien demander',
      },
    ],
  },
  'record unshare': {
    summary: 'Mettre fin à des partages de dossiers; dit qui garde accès par une autre voie',
    description:
      'On peut avoir accès à un dossier par plus d’un partage : l’aperçu dit qui garde ensuite accès, et par quelle voie. Personne ne reçoit de courriel.',
    arguments: { RECORD },
    flags: { from: 'membres (courriel ou id) ou équipes (team:NOM)' },
    examples: [
      {
        command: 'psyctl record unshare R-1001 --from noemie.tanguay@mille-rives.example --as owner --dry-run',
        does: 'montre qu’elle garde la lecture par son équipe',
      },
    ],
  },
  ...helpOfTransferring,
  'record leave': {
    summary: 'Quitter des dossiers partagés avec vous',
    description: 'Met fin au partage direct avec vous. Ce qu’une équipe vous donne se quitte en quittant l’équipe.',
    arguments: { RECORD },
    flags: {},
    examples: [
      {
        command: 'psyctl record leave R-1001 --as noemie.tanguay@mille-rives.example --dry-run',
        does: 'montre ce à quoi elle aurait encore accès',
      },
    ],
  },
  'record archive': {
    summary: 'Archiver des dossiers : leurs partages restent, et ne peuvent plus qu’être retirés',
    description:
      'Par la personne responsable et, si le dossier n’est pas confidentiel, par la coordination ou un·e gestionnaire de son école. Personne ne reçoit de courriel.',
    arguments: { RECORD },
    flags: {},
    examples: [
      {
        command: 'psyctl record archive R-1006 --as owner --dry-run',
        does: 'montre ce que ferait l’archivage d’un dossier',
      },
    ],
  },
  'record reactivate': {
    summary: 'Réactiver des dossiers archivés',
    description: 'Par qui peut les archiver.',
    arguments: { RECORD },
    flags: {},
    examples: [
      {
        command: 'psyctl record reactivate R-1016 --as owner --dry-run',
        does: 'montre ce que ferait la réactivation d’un dossier',
      },
    ],
  },
  ...helpOfSpaces,
  ...helpOfTransfers,
};
