import type { helpOfSigningIn as english } from '../en/help-auth.ts';
import type { Translated } from '../translated.ts';
import { LISTED } from './help-reading.ts';

/** Help of signing in, of connections, and of the doctor. */
export const helpOfSigningIn: Translated<typeof english> = {
  'auth login': {
    summary: 'Se connecter à une API : le jeton est vérifié, puis conservé',
    description:
      'Dans un terminal, demande l’URL et le jeton; un script donne --api-url et le jeton sur l’entrée standard, jamais comme argument. Le jeton va dans le trousseau de clés du système, s’il répond vraiment; dans un fichier seulement si vous le dites. --connection nomme la connexion, qui porte sinon le nom de son hôte; --ca-file est retenu avec elle.',
    arguments: {},
    flags: {
      'with-token': 'lire le jeton sur l’entrée standard',
      'insecure-storage':
        'le garder dans un fichier que personne d’autre que vous ne peut lire, non chiffré, plutôt que dans le trousseau',
    },
    examples: [
      { command: 'psyctl auth login', does: 'demande tout ce qu’il faut' },
      {
        command: 'psyctl auth login --api-url https://api.psylio.example --connection school --with-token < token.txt',
        does: 'connecte sans rien demander',
      },
    ],
  },
  'auth status': {
    summary: 'Dire où est le jeton de chaque connexion, et qui il représente',
    description:
      'Interroge chaque API, et ne montre jamais un jeton. --connection n’en interroge qu’une. Finit par 4 si un jeton manque ou n’est pas accepté.',
    arguments: {},
    flags: {},
    examples: [{ command: 'psyctl auth status', does: 'dit où vous en êtes avec chaque connexion' }],
  },
  'auth logout': {
    summary: 'Oublier le jeton d’une connexion',
    description:
      'De la connexion courante, ou de celle que --connection nomme. La connexion elle-même reste; le jeton est valide jusqu’à ce qu’on le révoque là où il a été créé.',
    arguments: {},
    flags: {},
    examples: [{ command: 'psyctl auth logout --connection school', does: 'oublie le jeton d’une connexion' }],
  },
  'connection list': {
    summary: 'Lister les connexions, et où sont leurs jetons',
    description: 'N’interroge aucune d’elles.',
    arguments: {},
    flags: LISTED,
    examples: [{ command: 'psyctl connection list', does: 'montre avec quoi psyctl peut parler' }],
  },
  'connection use': {
    summary: 'Choisir la connexion que les commandes utilisent quand aucune n’est nommée',
    description: 'Dans un terminal, sans nom, les montre pour qu’on en choisisse une.',
    arguments: { NAME: 'nom d’une connexion; sandbox est le bac à sable intégré' },
    flags: {},
    examples: [{ command: 'psyctl connection use sandbox', does: 'fait utiliser le bac à sable intégré' }],
  },
  'connection remove': {
    summary: 'Oublier une connexion et son jeton',
    description: '',
    arguments: { NAME: 'nom d’une connexion' },
    flags: { force: 'même si le trousseau ne répond pas : le jeton y reste alors' },
    examples: [{ command: 'psyctl connection remove school', does: 'oublie une connexion' }],
  },
  doctor: {
    summary: 'Chercher ce qui pourrait empêcher psyctl de fonctionner, et dire quoi faire',
    description:
      'Vérifie Node, les réglages et qui peut les lire, le trousseau de clés, le chemin vers l’API (noms, mandataire, certificat, horloge), l’API et ce qu’elle offre, et le jeton. Finit par 0 si rien n’échoue.',
    arguments: {},
    flags: {},
    examples: [{ command: 'psyctl doctor', does: 'vérifie tout, avec la connexion utilisée' }],
  },
};
