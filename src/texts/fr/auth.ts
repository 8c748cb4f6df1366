import type { auth as english, Trouble } from '../en/auth.ts';
import type { Translated } from '../translated.ts';

/** What is wrong with the keyring, in a sentence without its full stop. */
export const keyringTrouble = ({ problem, said }: Trouble): string => {
  if (problem === 'missing') return 'ce système n’a pas de trousseau de clés que psyctl puisse utiliser';
  if (problem === 'unfaithful') return 'le trousseau de clés du système ne rend pas ce qu’on lui confie';
  return `le trousseau de clés du système ne répond pas${said ? ` (${said})` : ''}`;
};

/** Signing in, and the connections that are remembered. */
export const auth: Translated<typeof english> = {
  askUrl: 'URL de l’API',
  askToken: (host) => `Jeton pour ${host}`,
  askConnection: 'Quelle connexion les commandes doivent-elles utiliser?',
  pickKeys: '↑↓ se déplacer, Entrée choisir, Échap laisser tel quel',
  askFile: (trouble, file) => {
    const sentence = keyringTrouble(trouble);
    return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}. Garder le jeton dans ${file}, non chiffré, là où personne d’autre que vous ne peut le lire?`;
  },
  yesOrNo: { yes: 'Oui', no: 'Non', neither: 'Répondez oui ou non' },
  unencrypted: (host) =>
    `Attention : ${host} est joint par http; quiconque se trouve sur le chemin peut lire le jeton et tout le reste.`,
  waitingForKeyring: 'En attente du trousseau de clés du système : il faut peut-être le déverrouiller.',

  signedIn: (who, sandbox) => `Connexion établie : ${who}${sandbox ? ' C’est un bac à sable.' : ''}`,
  kept: (place, name) => `Le jeton est conservé ${place}. Les commandes utilisent désormais la connexion « ${name} ».`,
  place: {
    keyring: 'dans le trousseau de clés du système',
    file: (file) => `dans ${file}, que personne d’autre que vous ne peut lire`,
    environment: 'dans PSYCTL_TOKEN',
    sandbox: 'dans le bac à sable lui-même',
    short: { keyring: 'trousseau', file: 'fichier' },
  },
  leftIn: (place) =>
    `Un jeton antérieur se trouve peut-être encore dans le ${place === 'keyring' ? 'trousseau de clés du système, qui ne répond pas' : 'fichier'} : révoquez-le là où il a été créé.`,
  tokenComesFirst: 'PSYCTL_TOKEN est défini : il passe avant le jeton conservé.',
  variableComesFirst: (variable) => `${variable} est défini : il passe avant la connexion courante.`,

  signedOut: (name) =>
    `Connexion « ${name} » fermée : psyctl a oublié son jeton, qui reste valide tant qu’il n’est pas révoqué là où il a été créé.`,
  noneKept: (name) => `Aucun jeton n’était conservé pour « ${name} ».`,
  tokenStays: 'PSYCTL_TOKEN est toujours défini : psyctl continue de l’utiliser.',

  used: (name) => `Les commandes utilisent désormais la connexion « ${name} ».`,
  removed: (name) => `La connexion « ${name} » est oubliée, avec son jeton.`,
  embedded: 'intégré',
  columns: {
    connection: 'connexion',
    name: 'nom',
    url: 'url',
    current: 'courante',
    token: 'jeton',
    caFile: 'certificats',
    email: 'courriel',
    organization: 'organisation',
    scopes: 'portées',
    problem: 'problème',
  },

  current: '(courante)',
  labels: { url: 'API', token: 'Jeton', actsAs: 'Agit comme', problem: 'Problème' },
  noToken: 'aucun n’est conservé',
  sandboxNeedsNone: 'administrateur·trice du bac à sable intégré, sans connexion',
};
