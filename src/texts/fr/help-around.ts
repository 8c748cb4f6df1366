import type { helpOfAround as english } from '../en/help-around.ts';
import type { Translated } from '../translated.ts';

/** Help of the commands about psyctl itself. */
export const helpOfAround: Translated<typeof english> = {
  'sandbox start': {
    summary: 'Lancer un bac à sable : toute l’API sur sa propre base de données, pour des essais',
    description:
      'N’écoute que sur 127.0.0.1, jusqu’à ce qu’on l’interrompe. Dès qu’il écoute, il affiche son URL et ses jetons; avec -o json, sur une ligne.',
    arguments: {},
    flags: {
      world: 'fichier de monde (YAML ou JSON) dont partir',
      size: 'inventer plutôt un centre de services scolaire de ce nombre de dossiers, toujours le même',
      port: 'port où écouter; 0 pour n’importe lequel (4010)',
      database: 'fichier de base de données, ou :memory: (par défaut); un fichier est repris où il en était',
    },
    examples: [
      {
        command: 'psyctl sandbox start --size 200 --port 0',
        does: 'en lance un de 200 dossiers inventés',
      },
    ],
  },
  'snapshot pull': {
    summary: 'Écrire dans un fichier qui peut ouvrir quoi : pour l’interroger hors ligne, et pour répéter',
    description:
      'Autant que vous le voyez, sous la forme dont part un bac à sable; le fichier nomme qui avait les droits et compte ce qui n’a pu être vu. ' +
      'Il contient des numéros, des id, des courriels et les noms d’équipes et d’écoles. Vous seul pouvez le lire. Il remplace un fichier de ce nom.',
    arguments: { FILE: 'fichier à écrire' },
    flags: { 'with-names': 'aussi les noms de personnes, de profils et d’espaces, et les titres de dossiers' },
    examples: [
      {
        command: 'psyctl snapshot pull snapshot.json --as owner',
        does: 'écrit tout, chaque dossier vu par son responsable',
      },
    ],
  },
  'sandbox reset': {
    summary: 'Ramener le bac à sable intégré à son état de départ',
    description: '',
    arguments: {},
    flags: {},
    examples: [
      {
        command: 'psyctl sandbox reset',
        does: 'oublie tout ce qui a été fait dans le bac à sable intégré',
      },
    ],
  },
  template: {
    summary: 'Écrire un fichier CSV vide à remplir, pour le --csv d’une modification',
    description:
      'Ses en-têtes sont dans la langue de --lang; psyctl les relit dans l’une ou l’autre. Il est écrit comme Excel l’ouvre : en français, séparé par des points-virgules; --csv-dialect en décide autrement. Avec -o json, dit quelles colonnes doivent être remplies.',
    arguments: { NOUN: 'ce que la modification concerne : record', VERB: 'ce qu’elle fait : share' },
    flags: {},
    examples: [
      {
        command: 'psyctl template record share --output-file shares.csv',
        does: 'écrit un fichier à remplir, puis à donner à record share --csv',
      },
      { command: 'psyctl template record transfer --lang fr', does: 'affiche les en-têtes en français' },
    ],
  },
  completion: {
    summary: 'Afficher le script qui complète les mots de psyctl dans un shell, avec la touche Tab',
    description:
      'Les commandes, les options et les valeurs sont complétées, de même que, si cela ne prend qu’un instant, les numéros des dossiers, les courriels des membres et les noms des équipes et des connexions. Pour un seul shell, chargez ce qui est affiché; pour l’avoir dans tous, en bash, mettez source <(psyctl completion bash) dans ~/.bashrc; en zsh, écrivez-le dans un fichier _psyctl d’un dossier de $fpath; en fish, dans ~/.config/fish/completions/psyctl.fish; en PowerShell, mettez psyctl completion powershell | Out-String | Invoke-Expression dans le fichier que nomme $PROFILE.',
    arguments: { SHELL: 'bash, zsh, fish ou powershell' },
    flags: {},
    examples: [
      {
        command: 'psyctl completion bash',
        does: 'affiche le script pour bash; ses premières lignes disent comment l’installer',
      },
    ],
  },
  demo: {
    summary: 'Montrer l’essentiel dans un bac à sable à part : aperçu, envoi, vérification, explication',
    description:
      'Ne demande rien, et ne touche à rien qui soit à vous : tout se passe dans une base de données jetée ensuite.',
    arguments: {},
    flags: {},
    examples: [{ command: 'psyctl demo', does: 'lance la démonstration' }],
  },
};
