import type { helpOfReading as english } from '../en/help-reading.ts';
import type { Translated } from '../translated.ts';
import { helpOfAccess } from './help-access.ts';

/** Comment une liste est montrée. */
export const LISTED = {
  sort: 'trier selon cette colonne; - devant son nom inverse l’ordre',
  columns: 'montrer ces colonnes, dans cet ordre',
  limit: 'ne pas en montrer plus que ce nombre',
};

/** Help of the commands that only read. */
export const helpOfReading: Translated<typeof english> = {
  'record list': {
    summary: 'Lister les dossiers auxquels vous avez accès',
    description:
      'Ce que vous ne voyez pas d’un dossier est dit non visible, jamais absent. La coordination apprend combien de dossiers confidentiels sont omis. ' +
      'Les titres figurent dans un terminal; ailleurs, avec --titles.',
    arguments: {},
    flags: {
      owner: 'seulement les dossiers de ces membres (courriel, id ou nom)',
      status: 'seulement les dossiers active (actifs), archived (archivés) ou deleted (supprimés)',
      school: 'seulement les dossiers liés à un profil de ces écoles (codes)',
      'shared-with': 'seulement les dossiers partagés avec ces membres ou équipes (team:NOM)',
      search: 'seulement les dossiers dont le numéro ou le titre contient ceci',
      ...LISTED,
    },
    examples: [
      {
        command: 'psyctl record list --as lise.castonguay@mille-rives.example --status active',
        does: 'liste les dossiers actifs auxquels elle a accès',
      },
      {
        command:
          'psyctl record list --as noemie.tanguay@mille-rives.example --shared-with "team:Psychologie Nord" -o csv',
        does: 'liste, en CSV, les dossiers qu’elle voit et qui sont partagés avec une équipe',
      },
    ],
  },
  'record show': {
    summary: 'Montrer un dossier : ses partages, ce qui est en attente, combien d’éléments il contient',
    description: 'Jamais les éléments eux-mêmes. Ce que vous ne voyez pas est dit non visible.',
    arguments: { RECORD: 'un numéro ou un id' },
    flags: {},
    examples: [
      {
        command: 'psyctl record show R-1001 --as owner',
        does: 'montre un dossier tel que le voit la personne responsable',
      },
      {
        command: 'psyctl record show R-1008 --as owner -o json',
        does: 'montre, en JSON, un dossier dont une copie en lecture seule a été gardée',
      },
    ],
  },
  'transfer list': {
    summary: 'Lister les transferts que vous pouvez voir',
    description:
      'Ceux qui sont en attente, à moins d’en demander d’autres. Les voient la personne responsable, celle qui l’a envoyé, le destinataire et la coordination : ' +
      'd’un dossier confidentiel, celle-ci ne voit ni le numéro ni le titre.',
    arguments: {},
    flags: {
      status: 'pending (en attente), accepted (acceptés), declined (refusés) ou cancelled (annulés) (pending)',
      record: 'seulement les transferts de ces dossiers (numéros ou id)',
      from: 'seulement ceux qui viennent de ces membres (courriel, id ou nom)',
      to: 'seulement ceux qui vont à ces membres (courriel, id ou nom)',
      ...LISTED,
    },
    examples: [
      {
        command: 'psyctl transfer list --as colette.vaillancourt@mille-rives.example',
        does: 'liste ce qui attend quelqu’un, tel que le voit la coordination',
      },
      {
        command:
          'psyctl transfer list --as lise.castonguay@mille-rives.example --status pending accepted declined cancelled -o csv',
        does: 'liste, en CSV, ceux de ses dossiers et ce qu’il en est advenu',
      },
    ],
  },
  'transfer show': {
    summary: 'Montrer un transfert : ce qu’il emporte, ce qui vaut pendant l’attente, ce qui y met fin',
    description:
      'Avec les commandes qui y mettent fin, et qui peut les lancer. Des transferts d’un dossier, celui qui est en attente; un transfert terminé se montre par son id.',
    arguments: { TRANSFER: 'son id, ou le numéro ou l’id de son dossier' },
    flags: {},
    examples: [
      {
        command: 'psyctl transfer show R-1002 --as owner',
        does: 'en montre un qui suspend l’accès de qui collabore au dossier',
      },
      {
        command: 'psyctl transfer show R-1004 --as farida.haddad@mille-rives.example',
        does: 'montre, à son destinataire, un transfert envoyé par la coordination',
      },
    ],
  },
  'space list': {
    summary: 'Lister les espaces dont vous faites partie',
    description:
      'Avec le nombre de personnes qui en font partie. Les noms figurent dans un terminal; ailleurs, avec --titles.',
    arguments: {},
    flags: {
      kind: 'seulement les espaces multi ou collaborative (collaboratifs)',
      profile: 'seulement les espaces pour ces profils (clés ou id)',
      search: 'seulement les espaces dont le nom contient ceci',
      ...LISTED,
    },
    examples: [
      {
        command: 'psyctl space list --as noemie.tanguay@mille-rives.example --kind multi',
        does: 'liste les espaces multi dont elle fait partie',
      },
      {
        command: 'psyctl space list --as mathieu.desrosiers@mille-rives.example -o csv',
        does: 'liste, en CSV, tous les espaces dont il fait partie, même par une équipe',
      },
    ],
  },
  'space show': {
    summary: 'Montrer un espace : qui en fait partie, et avec quel niveau',
    description: 'Ce que vous ne voyez pas est dit non visible. Un espace n’ouvre aucun dossier.',
    arguments: { SPACE: 'son id, ou multi:PROFIL pour l’espace multi d’un profil' },
    flags: {},
    examples: [
      {
        command: 'psyctl space show multi:P-0192 --as owner',
        does: 'montre l’espace multi d’un profil tel que le voit qui l’a créé',
      },
      {
        command: 'psyctl space show S-9 --as owner -o json',
        does: 'montre, en JSON, un espace collaboratif',
      },
    ],
  },
  'profile list': {
    summary: 'Lister les profils des élèves et de la clientèle, par clé',
    description:
      'Les noms se voient là où un espace peut être créé; ils figurent dans un terminal et ailleurs avec --titles.',
    arguments: {},
    flags: {
      school: 'seulement les profils de ces écoles (codes)',
      'without-space': 'seulement les profils sans espace multi',
      search: 'seulement les profils dont la clé ou le nom contient ceci',
      ...LISTED,
    },
    examples: [
      {
        command: 'psyctl profile list --school 012 --without-space --limit 10',
        does: 'liste des profils d’une école qui n’ont pas encore d’espace multi',
      },
    ],
  },
  'member list': {
    summary: 'Lister les personnes de l’organisation, quel que soit leur état',
    description: '',
    arguments: {},
    flags: {
      status: 'seulement les membres invited (invités), active (actifs) ou inactive (inactifs)',
      role: 'seulement qui a l’un de ces rôles',
      school: 'seulement qui a l’une de ces écoles (codes)',
      search: 'seulement qui a ceci dans son nom ou son courriel',
      ...LISTED,
    },
    examples: [{ command: 'psyctl member list --status inactive invited', does: 'liste qui n’a pas d’accès actif' }],
  },
  'member show': {
    summary: 'Montrer un membre : rôles, écoles, état, équipes',
    description: 'Ce à quoi il a accès est une autre question : access of.',
    arguments: { MEMBER: 'un courriel, un id ou un nom' },
    flags: {},
    examples: [{ command: 'psyctl member show "Noémie Tanguay"', does: 'montre un membre trouvé par son nom' }],
  },
  'team list': {
    summary: 'Lister les équipes de travail',
    description: '',
    arguments: {},
    flags: { member: 'seulement les équipes dont ce membre fait partie', ...LISTED },
    examples: [{ command: 'psyctl team list --member noemie.tanguay@mille-rives.example', does: 'liste ses équipes' }],
  },
  'team show': {
    summary: 'Montrer qui fait partie d’une équipe',
    description: 'Qui n’a pas d’accès actif en fait partie et n’en a rien d’ici là.',
    arguments: { TEAM: 'un nom ou un id' },
    flags: {},
    examples: [
      {
        command: 'psyctl team show Orthophonie',
        does: 'montre une équipe où se trouvent une personne invitée et une inactive',
      },
    ],
  },
  'school list': {
    summary: 'Lister les écoles et leurs codes',
    description: '',
    arguments: {},
    flags: { ...LISTED },
    examples: [{ command: 'psyctl school list', does: 'liste les écoles' }],
  },
  'organization show': {
    summary: 'Montrer l’organisation, son forfait et ses sièges',
    description: '',
    arguments: {},
    flags: {},
    examples: [{ command: 'psyctl organization show', does: 'dit combien de sièges sont libres' }],
  },
  whoami: {
    summary: 'Dire à qui appartient le jeton et ce qu’il permet',
    description: '',
    arguments: {},
    flags: {},
    examples: [{ command: 'psyctl whoami', does: 'dit au nom de qui psyctl agit' }],
  },
  ...helpOfAccess,
};
