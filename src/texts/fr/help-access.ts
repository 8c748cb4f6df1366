import type { helpOfAccess as english } from '../en/help-access.ts';
import type { Translated } from '../translated.ts';

const MEMBER = 'un courriel, un id ou un nom';
const SNAPSHOT = 'interroger un fichier de snapshot pull plutôt qu’une API; les options de connexion sont sans effet';
const RESOURCE = 'le numéro ou l’id d’un dossier, l’id d’un espace, ou multi:PROFIL';

/** Help of the questions about access. */
export const helpOfAccess: Translated<typeof english> = {
  'access explain': {
    summary: 'Expliquer pourquoi quelqu’un peut ouvrir quelque chose, ou pourquoi non',
    description:
      'Chaque voie d’accès, depuis quand et par qui, autant que le dise le journal d’audit; ce qui mettrait fin à chacune; et s’il n’y en a pas, les plus proches. ' +
      'Ce qui ne peut être vu est dit inconnu.',
    arguments: { MEMBER, RESOURCE },
    flags: { snapshot: SNAPSHOT },
    examples: [
      {
        command: 'psyctl access explain noemie.tanguay@mille-rives.example R-1001 --as owner',
        does: 'elle a un partage direct, et celui de son équipe',
      },
      {
        command: 'psyctl access explain "Sarah Bélanger" R-1002 --as owner',
        does: 'un transfert en attente a suspendu son accès',
      },
      {
        command: 'psyctl access explain roxane.lemire@mille-rives.example R-1001 --as owner',
        does: 'elle n’y a aucun accès; dit les voies les plus proches',
      },
    ],
  },
  'access who': {
    summary: 'Lister qui a accès à un dossier ou à un espace, et par quelle voie',
    description:
      'Se demande au nom de quelqu’un qui peut au moins lire; l’administration l’apprend de tout dossier, par son seul numéro et les niveaux.',
    arguments: { RESOURCE },
    flags: { snapshot: SNAPSHOT },
    examples: [
      {
        command: 'psyctl access who R-1014 --as owner',
        does: 'les liste, avec qui retrouverait l’accès une fois actif',
      },
    ],
  },
  'access of': {
    summary: 'Lister tout ce à quoi un membre ou une équipe a accès',
    description:
      'Sur autrui, seule l’administration obtient réponse. Des numéros et des id, jamais de titres ni de contenu.',
    arguments: { 'MEMBER|TEAM': 'un membre (courriel, id ou nom) ou une équipe (team:NOM)' },
    flags: { snapshot: SNAPSHOT },
    examples: [
      {
        command: 'psyctl access of roxane.lemire@mille-rives.example',
        does: 'liste ce à quoi elle a accès',
      },
      {
        command: 'psyctl access of "team:Psychologie Nord" -o csv',
        does: 'liste, en CSV, ce à quoi une équipe a accès',
      },
    ],
  },
  'access check': {
    summary: 'Dire si quelqu’un a un niveau d’accès : code 0 oui, 11 non, 12 impossible à dire',
    description: '',
    arguments: {
      MEMBER,
      LEVEL: 'metadata, read, write, full, owner; member pour un espace collaboratif',
      RESOURCE,
    },
    flags: { snapshot: SNAPSHOT },
    examples: [
      {
        command: 'psyctl access check noemie.tanguay@mille-rives.example write R-1001',
        does: 'finit par 0 : elle peut y écrire',
      },
      {
        command: 'psyctl access check roxane.lemire@mille-rives.example read R-1001',
        does: 'finit par 11 : elle ne peut pas le lire',
      },
    ],
  },
  'access history': {
    summary: 'Lister qui a changé l’accès à quelque chose, quand, au nom de qui et pourquoi',
    description:
      'Pour la personne responsable d’un dossier, celles qui ont un accès complet et l’administration. Du plus récent au plus ancien.',
    arguments: { 'RESOURCE|MEMBER|TEAM': 'un dossier, un espace, un membre ou une équipe (team:NOM)' },
    flags: {
      snapshot: 'un instantané ne contient pas d’historique, et le dit',
      limit: 'ne pas en montrer plus que ce nombre',
    },
    examples: [{ command: 'psyctl access history R-1001', does: 'liste ce qui a été fait à un dossier' }],
  },
};
