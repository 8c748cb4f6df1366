import type { helpOfSpaces as english } from '../en/help-spaces.ts';
import type { Translated } from '../translated.ts';

const SPACE = 'id d’espaces, ou multi:PROFIL pour l’espace multi d’un profil';

/** Help of the commands that change spaces. */
export const helpOfSpaces: Translated<typeof english> = {
  'space create': {
    summary: 'Créer des espaces multi pour des profils, ou un espace collaboratif, et les partager',
    description:
      'Un espace multi réunit des équipes autour d’un profil, en prend le nom, et se partage avec un niveau; un profil qui en a un le garde. ' +
      'Un espace collaboratif se crée autour d’un profil, à partir d’un dossier, ou seul, et n’a pas de niveaux. Ni l’un ni l’autre n’ouvre de dossier. ' +
      'Relancée, la commande ne crée rien deux fois.',
    arguments: {},
    flags: {
      for: 'clés ou id de profils : un espace pour chacun (un espace multi en demande un)',
      kind: 'multi ou collaborative (multi)',
      record: 'dossier à partir duquel un espace collaboratif est créé : vous devez au moins pouvoir le lire',
      name: 'nom d’un espace collaboratif; nécessaire s’il n’est pour aucun profil',
      share: 'membres ou équipes (team:NOM) avec qui le partager; dans un espace multi, avec un niveau : team:NOM=read',
      another: 'en créer un même s’il y en a déjà un',
    },
    examples: [
      {
        command: 'psyctl space create --for P-0001 --share "team:Psychologie Nord=write" --dry-run',
        does: 'montre ce qu’ouvrirait un espace multi pour un profil, et à qui',
      },
      {
        command:
          'psyctl space create --kind collaborative --record R-1001 --name "Back to class" --share annie.gosselin@mille-rives.example --as owner --yes',
        does: 'crée un espace collaboratif à partir d’un dossier, sans ouvrir le dossier',
      },
    ],
  },
  'space share': {
    summary: 'Ajouter des membres ou des équipes à des espaces, ou changer leur niveau',
    description:
      'Dans un espace collaboratif, chacun peut inviter, et il n’y a pas de niveaux. Qui fait partie d’un espace multi est changé par qui l’a créé ou y a un accès complet : ' +
      'l’administration agit en son nom avec --as owner.',
    arguments: { SPACE },
    flags: {
      with: 'membres (courriel ou id) ou équipes (team:NOM)',
      access: 'read, write ou full; nécessaire pour un espace multi, de trop pour un espace collaboratif',
    },
    examples: [
      {
        command: 'psyctl space share multi:P-0192 --with "team:Orthophonie" --access read --as owner --dry-run',
        does: 'montre qui pourrait lire l’espace multi d’un profil',
      },
      {
        command: 'psyctl space share S-10 --with annie.gosselin@mille-rives.example --as owner --yes',
        does: 'ajoute quelqu’un à un espace collaboratif',
      },
    ],
  },
  'space unshare': {
    summary: 'Retirer des membres ou des équipes d’espaces; dit qui y reste par une autre voie',
    description:
      'D’un espace multi, par qui l’a créé ou y a un accès complet; d’un espace collaboratif, par qui l’a créé. Qui l’a créé y reste. Personne ne reçoit de courriel.',
    arguments: { SPACE },
    flags: { from: 'membres (courriel ou id) ou équipes (team:NOM)' },
    examples: [
      {
        command: 'psyctl space unshare S-2 --from "team:Équipe du Cœur-Vaillant" --as owner --dry-run',
        does: 'montre qui n’en fait partie que par l’équipe',
      },
    ],
  },
  'space leave': {
    summary: 'Quitter des espaces partagés avec vous',
    description:
      'Met fin à ce qui vous est donné directement. Ce qu’une équipe vous donne se quitte en quittant l’équipe.',
    arguments: { SPACE },
    flags: {},
    examples: [
      {
        command: 'psyctl space leave S-1 --as noemie.tanguay@mille-rives.example --dry-run',
        does: 'montre ce à quoi elle aurait encore accès',
      },
    ],
  },
};
