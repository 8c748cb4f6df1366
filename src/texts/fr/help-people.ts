import type { helpOfPeople as english } from '../en/help-people.ts';
import type { Translated } from '../translated.ts';

const MEMBER = 'membres, par courriel ou id';
const TEAM = 'équipes, par nom ou id';
const ONE_TEAM = 'une équipe, par nom ou id';
const WHOLE = 'à la place de ce qui est là';
const SEES = 'Vous apprenez des numéros de dossiers et des niveaux, jamais de titres ni de contenu.';

/** Help of the commands that change members and teams. */
export const helpOfPeople: Translated<typeof english> = {
  'team create': {
    summary: 'Créer des équipes, et y mettre des membres',
    description:
      'Une équipe qui existe déjà reste telle quelle; ses membres y sont ajoutés tout de même. ' +
      'Un CSV a les colonnes équipe (ou nom) et membre, une ligne par équipe et membre.',
    arguments: { NAME: 'le nom de l’équipe' },
    flags: { member: MEMBER },
    examples: [
      {
        command:
          'psyctl team create "Équipe mobile" --member noemie.tanguay@mille-rives.example rosalie.vigneault@mille-rives.example --dry-run',
        does: 'montre une nouvelle équipe de deux membres',
      },
    ],
  },
  'team rename': {
    summary: 'Donner un autre nom à une équipe; aucun accès ne change',
    description: '',
    arguments: { TEAM, NAME: 'son nouveau nom' },
    flags: {},
    examples: [
      {
        command: 'psyctl team rename "Équipe de crise" "Équipe d’intervention" --dry-run',
        does: 'montre ce qui changerait de nom',
      },
    ],
  },
  'team delete': {
    summary: 'Supprimer des équipes, et avec elles tout ce qui leur est partagé',
    description: `Montre tous ceux qui y perdent, et ce qu’ils gardent par une autre voie. ${SEES}`,
    arguments: { TEAM },
    flags: {},
    examples: [{ command: 'psyctl team delete Ergothérapie --dry-run', does: 'montre qui perdrait quoi' }],
  },
  'team add': {
    summary: 'Ajouter des membres à une équipe : ils ont aussitôt ce qui lui est partagé',
    description: `Qui n’a pas encore accepté son invitation, ou dont l’accès est retiré, l’aura ensuite. ${SEES}`,
    arguments: { TEAM: ONE_TEAM, MEMBER },
    flags: {},
    examples: [
      {
        command: 'psyctl team add "Psychologie Nord" rosalie.vigneault@mille-rives.example --dry-run',
        does: 'montre tout ce que l’équipe lui ouvrirait',
      },
    ],
  },
  'team remove': {
    summary: 'Retirer des membres d’une équipe : ils perdent ce qu’elle seule leur donnait',
    description: `Montre ce qu’ils perdent, et ce qu’ils gardent par une autre voie. ${SEES}`,
    arguments: { TEAM: ONE_TEAM, MEMBER },
    flags: {},
    examples: [
      {
        command: 'psyctl team remove "Psychologie Nord" noemie.tanguay@mille-rives.example --dry-run',
        does: 'montre ce qu’elle perdrait et garderait',
      },
    ],
  },
  'member invite': {
    summary: 'Inviter des personnes : un courriel à chacune, et un siège pris',
    description:
      'Qui est déjà membre, ou a déjà une invitation, reste tel quel et ne reçoit rien, à moins que --resend ne le demande. ' +
      'S’il manque des sièges, rien n’est envoyé; --fill-seats envoie ce qui entre, dans l’ordre des lignes. ' +
      'Un CSV a les colonnes courriel et rôle, et peut avoir équipe et école; le fichier de Psylio, sans en-tête ' +
      '(quelqu’un@example.org;practitioner,coordinator), est accepté aussi.',
    arguments: { EMAIL: 'courriels' },
    flags: {
      role: 'practitioner (intervenant·e), coordinator (coordonnateur·trice), administrator (administrateur·trice), manager (gestionnaire)',
      team: 'équipes dont elles feront partie, par nom ou id',
      school: 'écoles qui leur sont attribuées, par code',
      'fill-seats': 's’il manque des sièges, envoyer ce qui entre et laisser le reste de côté',
      resend: 'écrire de nouveau à qui n’a pas encore répondu à l’invitation',
    },
    examples: [
      {
        command:
          'psyctl member invite nadia.roberge@mille-rives.example --role practitioner --team Ergothérapie --school 012 --dry-run',
        does: 'montre ce qu’elle aurait une fois son accès actif',
      },
      {
        command: 'psyctl member invite camille.robitaille@mille-rives.example --role practitioner --resend --yes',
        does: 'écrit de nouveau à quelqu’un qui n’a pas répondu',
      },
    ],
  },
  'member cancel-invitation': {
    summary: 'Annuler des invitations : ces personnes quittent l’organisation et ses équipes',
    description: 'Cela libère un siège. Personne ne reçoit de courriel.',
    arguments: { EMAIL: 'les personnes invitées, par courriel ou id' },
    flags: {},
    examples: [
      {
        command: 'psyctl member cancel-invitation camille.robitaille@mille-rives.example --dry-run',
        does: 'montre ce qu’elle n’aura plus',
      },
    ],
  },
  'member set-roles': {
    summary: 'Fixer les rôles de membres, ou en ajouter et en enlever',
    description:
      'La dernière personne active à l’administration ne peut perdre ce rôle. Qui perd le rôle d’intervenant·e garde ses dossiers. ' +
      'Ce qu’un rôle ouvre ne peut être su d’avance; ce qu’il ferme le peut presque toujours.',
    arguments: { MEMBER },
    flags: {
      role: `l’ensemble des rôles, ${WHOLE}`,
      add: 'rôles à ajouter désormais',
      remove: 'rôles à enlever',
    },
    examples: [
      {
        command: 'psyctl member set-roles marc-andre.lebel@mille-rives.example --remove coordinator --dry-run',
        does: 'montre ce qu’il ne verrait plus',
      },
    ],
  },
  'member assign-schools': {
    summary: 'Attribuer des écoles à des membres, ou en ajouter et en enlever',
    description: 'Par l’administration et la coordination, toute école; par les gestionnaires, les leurs.',
    arguments: { MEMBER },
    flags: {
      school: `l’ensemble des écoles par code, ${WHOLE}`,
      add: 'écoles à ajouter désormais, par code',
      remove: 'écoles à enlever, par code',
    },
    examples: [
      {
        command: 'psyctl member assign-schools rosalie.vigneault@mille-rives.example --add 012 --dry-run',
        does: 'montre ce qui lui serait attribué',
      },
    ],
  },
  'member revoke': {
    summary: 'Retirer l’accès de membres; leurs dossiers restent à leur nom',
    description:
      'Montre tout ce qu’ils perdent, les dossiers qui restent et comment les transférer, et les transferts laissés en suspens. ' +
      'Pour une personne invitée, annule l’invitation.',
    arguments: { MEMBER },
    flags: {},
    examples: [
      {
        command: 'psyctl member revoke lise.castonguay@mille-rives.example --dry-run',
        does: 'montre ce qu’elle perdrait, et ce qui reste en place',
      },
    ],
  },
  'member restore': {
    summary: 'Redonner accès à des membres inactifs : tout ce qu’ils avaient',
    description: 'Cela prend un siège. Personne ne reçoit de courriel.',
    arguments: { MEMBER },
    flags: {},
    examples: [
      {
        command: 'psyctl member restore robert.dallaire@mille-rives.example --dry-run',
        does: 'montre ce qui revient avec lui',
      },
    ],
  },
};
