import type { helpOfTransfers as english, helpOfTransferring as englishOfSending } from '../en/help-transfers.ts';
import type { Translated } from '../translated.ts';

const TRANSFER = 'id de transferts, ou numéros ou id de leurs dossiers';

/** Help of sending records to somebody else. */
export const helpOfTransferring: Translated<typeof englishOfSending> = {
  'record transfer': {
    summary: 'Transférer des dossiers à un autre membre, ou tous ceux que quelqu’un a',
    description:
      'Montre les accès suspendus pendant l’attente, qui a accès à quoi une fois le transfert accepté, et ce qui est alors supprimé définitivement. ' +
      'La personne responsable transfère un dossier, ou la coordination s’il n’est pas confidentiel; envoyé par la personne responsable, ' +
      'il suspend tous les autres accès jusqu’à ce qu’il soit accepté, refusé ou annulé. Il faut consentir à ce qui serait supprimé avec --allow-deletion.',
    arguments: { RECORD: 'numéros ou id de dossiers; aucun avec --all-from' },
    flags: {
      to: 'destinataire : un·e intervenant·e dont l’accès est actif (courriel ou id)',
      include:
        'à emporter aussi : confidential (notes et documents confidentiels), raw-data (données brutes); avec --all-from, aussi confidential-records (dossiers confidentiels)',
      'keep-copy': 'qui cède le dossier garde une copie en lecture seule, avec ce qui n’est pas emporté',
      'all-from': 'tous les dossiers actifs d’un membre (courriel ou id)',
    },
    examples: [
      {
        command: 'psyctl record transfer R-1001 --to noemie.tanguay@mille-rives.example --as owner --dry-run',
        does: 'montre les accès suspendus, qui aurait ensuite accès, et ce qui serait supprimé',
      },
      {
        command:
          'psyctl record transfer R-1001 --to noemie.tanguay@mille-rives.example --include confidential,raw-data --as owner --allow-deletion=2 --yes',
        does: 'l’envoie, et consent aux deux éléments qui ne peuvent être gardés',
      },
      {
        command:
          'psyctl record transfer --all-from robert.dallaire@mille-rives.example --to simon.bellavance@mille-rives.example --keep-copy --as colette.vaillancourt@mille-rives.example --dry-run',
        does: 'montre ce que ferait le transfert de tous ses dossiers par la coordination, et ce qu’il laisse',
      },
    ],
  },
};

/** Help of what becomes of transfers. */
export const helpOfTransfers: Translated<typeof english> = {
  'transfer accept': {
    summary: 'Accepter des dossiers qui vous sont transférés',
    description:
      'Vous en devenez responsable; les notes déjà écrites se lisent, mais ne se modifient pas. Les accès suspendus reviennent. Ce qui n’a pas été emporté est supprimé maintenant, et il faut y consentir avec --allow-deletion.',
    arguments: { TRANSFER },
    flags: {},
    examples: [
      {
        command: 'psyctl transfer accept R-1005 --as noemie.tanguay@mille-rives.example --dry-run',
        does: 'montre ce dont elle deviendrait responsable, et ce qui serait supprimé',
      },
    ],
  },
  'transfer decline': {
    summary: 'Refuser des dossiers qui vous sont transférés',
    description: 'Ils restent à qui ils sont, et chacun retrouve ce qu’il avait.',
    arguments: { TRANSFER },
    flags: {},
    examples: [
      {
        command: 'psyctl transfer decline R-1005 --as noemie.tanguay@mille-rives.example --dry-run',
        does: 'montre qui retrouverait accès',
      },
    ],
  },
  'transfer cancel': {
    summary: 'Annuler des transferts en attente',
    description: 'Par qui l’a envoyé, la personne responsable ou la coordination. Chacun retrouve ce qu’il avait.',
    arguments: { TRANSFER },
    flags: {},
    examples: [
      {
        command: 'psyctl transfer cancel R-1002 --as owner --yes',
        does: 'reprend un dossier que personne n’a encore accepté',
      },
    ],
  },
  'transfer reassign': {
    summary: 'Envoyer à quelqu’un d’autre des transferts en attente',
    description: 'Par la coordination. À quel titre il a été envoyé, et par qui, ne change pas.',
    arguments: { TRANSFER },
    flags: { to: 'nouveau destinataire : un·e intervenant·e dont l’accès est actif (courriel ou id)' },
    examples: [
      {
        command:
          'psyctl transfer reassign R-1010 --to marc-andre.lebel@mille-rives.example --as colette.vaillancourt@mille-rives.example --dry-run',
        does: 'montre ce que changerait l’envoi à quelqu’un d’autre',
      },
    ],
  },
};
