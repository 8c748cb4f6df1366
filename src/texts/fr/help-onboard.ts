import type { helpOfOnboarding as english } from '../en/help-onboard.ts';
import type { Translated } from '../translated.ts';

/** Help of bringing a school about. */
export const helpOfOnboarding: Translated<typeof english> = {
  onboard: {
    summary: 'Mettre une école dans l’état que décrit un manifeste : membres, équipes, espaces, partages',
    description:
      'Le manifeste est un fichier YAML (son schéma vient avec psyctl : fixtures/schemas/onboarding.schema.json), ou un dossier de fichiers ' +
      'membres.csv, équipes.csv, espaces.csv et partages.csv, aux noms et en-têtes français ou anglais. Ce qui est déjà en place n’est pas envoyé : ' +
      'relancer ne change rien. Ce qui doit attendre que des invitations soient acceptées est dit, et se fait en relançant. ' +
      'Ce que le manifeste ne mentionne pas reste tel quel. Les partages de dossiers demandent leurs responsables : --as owner.',
    arguments: { MANIFEST: 'un fichier YAML, ou un dossier de quatre listes' },
    flags: {
      prune:
        'retirer ce qu’ont d’autre les membres, équipes, espaces et dossiers nommés là; ce que le manifeste ne nomme pas reste tel quel',
    },
    examples: [
      {
        command: 'psyctl onboard fixtures/inputs/onboarding-ecole.yaml --as owner --dry-run',
        does: 'montre ce que demanderait une nouvelle école de 40 membres du personnel, 6 équipes et 120 élèves',
      },
      {
        command: 'psyctl onboard fixtures/inputs/onboarding-dossier --as owner --dry-run',
        does: 'la même chose à partir d’un dossier de listes, telles qu’un tableur les enregistre',
      },
    ],
  },
};
