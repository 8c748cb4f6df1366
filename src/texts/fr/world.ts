import type { WorldFault, WorldProblem, WorldThing } from '../../failures/world.ts';
import { listed, quoted } from './words.ts';
import { yamlProblems } from './yaml.ts';

/** Each thing as the subject of a sentence, and the ending its adjectives take. */
const THINGS: { readonly [T in WorldThing]: readonly [this: string, none: string, ending: '' | 'e'] } = {
  member: ['ce membre', 'aucun membre', ''],
  'member-or-team': ['ce membre ou cette équipe', 'aucun membre ni équipe', ''],
  team: ['cette équipe', 'aucune équipe', 'e'],
  profile: ['ce profil', 'aucun profil', ''],
  record: ['ce dossier', 'aucun dossier', ''],
  school: ['cette école', 'aucune école', 'e'],
  role: ['ce rôle', 'aucun rôle', ''],
  email: ['ce courriel', 'aucun courriel', ''],
  id: ['cet id', 'aucun id', ''],
  token: ['ce jeton', 'aucun jeton', ''],
  grantee: ['ce partage', 'aucun partage', ''],
  'pending-transfer': ['le transfert en attente de ce dossier', 'aucun transfert', ''],
  copy: ['cette copie', 'aucune copie', 'e'],
  inclusion: ['ce choix', 'aucun choix', ''],
};
const STATUS: Readonly<Record<string, string>> = { archived: 'archivé', deleted: 'supprimé' };
const SHAPES: Readonly<Record<string, string>> = {
  string: 'un texte',
  number: 'un nombre',
  boolean: 'true ou false',
  array: 'une liste',
  object: 'des clés suivies de valeurs',
};

type Sentences = { readonly [F in WorldFault['fault']]: (fault: Extract<WorldFault, { fault: F }>) => string };

/** What may be wrong with a world file. */
const faults: Sentences = {
  unknown: ({ what, name }) => `${THINGS[what][1]} ne s’appelle ${name}`,
  repeated: ({ what, first }) => `${THINGS[what][0]} est déjà nommé${THINGS[what][2]} à ${first}`,
  'only-invited': ({ name }) => `l’invitation de ${name} n’est pas encore acceptée`,
  seats: ({ seats, used }) => `il y a ${seats} sièges pour ${used} membres invités et actifs`,
  'free-trial': ({ most, records }) => `un essai gratuit contient ${most} dossiers, pas ${records}`,
  'not-transferred': ({ status }) => `un dossier ${STATUS[status] ?? status} ne se transfère pas`,
  syntax: ({ problem, kind }) => yamlProblems[kind] ?? problem,
  schema: schemaSaid,
  'no-administrator': () => 'personne n’administre l’organisation',
  'manager-elsewhere': () => 'seule une organisation scolaire a des gestionnaires',
  'multi-without-profile': () => 'un espace multi se crée à partir d’un profil',
  'multi-from-record': () => 'un espace multi se crée à partir d’un profil, pas d’un dossier',
  'multi-without-level': () => 'un espace multi se partage avec un niveau',
  'collaborative-with-level': () => 'un espace collaboratif n’a pas de niveaux',
  'shared-with-owner': () => 'un dossier ne se partage pas avec sa personne responsable',
  'approval-on-read': () => 'l’approbation ne s’exige pas en lecture seule',
  'approval-of-team': () => 'l’approbation ne s’exige pas d’une équipe',
  'sent-to-owner': () => 'un dossier ne se transfère pas à sa personne responsable',
  'owner-sends-as-owner': () => 'la personne responsable envoie à ce titre',
  'others-send-as-coordinator': () => 'seule la personne responsable envoie à ce titre',
};

/** What the schema says, whose own words are in English. */
function schemaSaid({ problem, code, expected, keys }: Extract<WorldFault, { fault: 'schema' }>): string {
  switch (code) {
    case 'needs-quotes':
      return 'ce doit être un texte : mettez-le entre guillemets';
    case 'invalid_type':
      return `il faut ${listed(
        expected.map((shape) => SHAPES[shape] ?? shape),
        'ou',
      )}`;
    case 'invalid_value':
      return `il faut ${listed(expected, 'ou')}`;
    case 'unrecognized_keys':
      return `clé inconnue : ${listed(keys.map(quoted))}`;
    case 'too_small':
      return 'la valeur est trop petite, ou vide';
    case 'too_big':
      return 'la valeur est trop grande';
    case 'invalid_format':
      return 'la valeur n’a pas la forme voulue';
    default:
      return problem;
  }
}

/** One thing that is wrong with a world: where, what, and the rule it breaks. */
export function sayWorldProblem(problem: WorldProblem): string {
  const said = (faults[problem.fault] as (fault: WorldFault) => string)(problem);
  return `${problem.path ? `${problem.path} : ` : ''}${said}${problem.rule ? ` (${problem.rule})` : ''}`;
}
