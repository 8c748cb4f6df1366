import type { demo as english } from '../en/demo.ts';
import type { Translated } from '../translated.ts';

/** What the demonstration says between its commands. */
export const demo: Translated<typeof english> = {
  intro:
    'psyctl en une minute, dans une organisation inventée de bout en bout : le CSS des Mille-Rives,\n' +
    'soixante personnes et trois cents dossiers. Rien de ce qui est à vous n’est touché.',
  preview: 'Une liste de partages, comme une école la tiendrait. D’abord, que changerait-elle?',
  apply: 'C’est bien cela. La même, avec consentement : psyctl l’envoie, puis vérifie que c’est fait.',
  again: 'Relancée, elle n’a plus rien à faire : rien n’est envoyé, et personne ne reçoit deux courriels.',
  transfer:
    'Une psychologue cède un dossier. Qui en perd l’accès d’ici l’acceptation, et qu’est-ce qui est supprimé définitivement?',
  explain: 'Et quand quelqu’un demande : pourquoi peut-il encore ouvrir ce dossier?',
  failed: (exit) => `Cette commande a fini par ${exit}, ce que cette démonstration n’attendait pas.`,
  next: (manifest) =>
    [
      'À essayer ensuite, dans un bac à sable qui reste :',
      '',
      '  psyctl record transfer --all-from lise.castonguay@mille-rives.example \\',
      '    --to noemie.tanguay@mille-rives.example --as owner --dry-run',
      '      tous les dossiers d’une psychologue qui part; envoyés plutôt par la coordination,',
      '      avec --as colette.vaillancourt@mille-rives.example, aucun accès ne serait suspendu',
      `  psyctl onboard ${manifest} --as owner --dry-run`,
      '      une nouvelle école : 40 membres du personnel, 6 équipes, 120 élèves',
      '  psyctl member revoke lise.castonguay@mille-rives.example --dry-run',
      '      ce qu’elle perdrait, et ce qui reste en place',
      '  psyctl access who R-1002 --as owner',
      '      tous ceux qui ont accès à un dossier dont le transfert est en attente',
      '  psyctl --help',
      '      tout le reste',
    ].join('\n'),
};
