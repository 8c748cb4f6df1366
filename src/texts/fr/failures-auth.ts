import type { failuresOfSigningIn as english } from '../en/failures-auth.ts';
import { say } from '../en/said.ts';
import { keyringTrouble } from './auth.ts';
import { listed } from './words.ts';

const SIGN_IN = 'psyctl auth login';
/** A name as a shell takes it for one word. */
const word = (name: string) => (/^[\w@.:=/%+-]+$/.test(name) ? name : `'${name.replaceAll("'", `'\\''`)}'`);

/** Failures of signing in, and of getting as far as the API. */
export const failuresOfSigningIn: typeof english = {
  'settings-damaged': ({ file }) => say(`${file} est endommagé`, 'réparez-le, ou supprimez-le et recommencez'),
  'no-connection': ({ known }) =>
    known.length > 0
      ? say(
          'aucune des connexions n’est la courante',
          `psyctl connection use NOM en choisit une : ${listed(known, 'ou')}`,
        )
      : say(
          'aucune connexion n’est configurée',
          `${SIGN_IN} en ajoute une; un script définit PSYCTL_API_URL et PSYCTL_TOKEN; --connection sandbox est le bac à sable intégré`,
        ),
  'unknown-connection': ({ name, known }) =>
    say(`il n’y a pas de connexion « ${name} »`, `il y a ${listed(known)}; ${SIGN_IN} en ajoute une`),
  'connection-name': ({ name, problem, url }) => {
    if (problem === 'sandbox')
      return say(
        '« sandbox » est le bac à sable intégré : il ne demande aucun jeton, et existe toujours',
        'psyctl sandbox reset le remet comme au début',
      );
    if (problem === 'taken')
      return say(
        `la connexion « ${name} » mène à une autre API, ${url}`,
        '--connection NOM nomme autrement la nouvelle, ou remplace celle-là',
      );
    return say(
      `une connexion ne peut pas s’appeler « ${name} »`,
      'des lettres et des chiffres conviennent, avec entre eux . _ - @ ou un deux-points',
    );
  },
  'bad-url': ({ url }) => say(`« ${url} » n’est pas l’URL d’une API`, 'elle commence par https://'),
  'url-not-given': () =>
    say(
      'l’API à laquelle se connecter n’est pas nommée',
      '--api-url URL la nomme; dans un terminal, psyctl la demande',
    ),
  'no-token': ({ connection, url }) => {
    if (connection === 'sandbox')
      return say('le bac à sable intégré n’a pas de jeton', 'psyctl sandbox reset le refait');
    return connection === null
      ? say(
          `il n’y a pas de jeton pour ${url}`,
          `définissez PSYCTL_TOKEN, ou connectez-vous : ${SIGN_IN} --api-url ${word(url)}; un jeton n’est jamais un argument`,
        )
      : say(
          `aucun jeton n’est conservé pour la connexion « ${connection} »`,
          `${SIGN_IN} --connection ${word(connection)} le demande; ou définissez PSYCTL_TOKEN`,
        );
  },
  'token-not-given': ({ problem }) =>
    problem === 'none'
      ? say(
          'aucun jeton n’a été donné',
          '--with-token le lit sur l’entrée standard; dans un terminal, psyctl le demande',
        )
      : say(
          'ce qui a été donné n’est pas un jeton : il a des espaces, plusieurs lignes ou des accents',
          'donnez le jeton seul',
        ),
  'token-refused': ({ detail }) =>
    say(
      `le jeton n’est pas accepté${detail ? ` : « ${detail} »` : ''}`,
      `${SIGN_IN} en demande un autre; psyctl auth status dit quel jeton est utilisé`,
    ),
  'keyring-silent': ({ connection, ...trouble }) =>
    say(
      `le jeton de « ${connection} » est conservé hors de portée de psyctl : ${keyringTrouble(trouble)}`,
      `déverrouillez le trousseau, ou définissez PSYCTL_TOKEN, ou reconnectez-vous : ${SIGN_IN} --connection ${word(connection)}`,
    ),
  'token-not-kept': ({ file, ...trouble }) =>
    say(
      `la connexion n’est pas établie : ${keyringTrouble(trouble)}, et personne n’a consenti à un fichier`,
      `--insecure-storage garde le jeton dans ${file}, non chiffré, là où personne d’autre que vous ne peut le lire; PSYCTL_TOKEN n’a pas besoin d’être conservé`,
    ),
  'sign-in-abandoned': () =>
    say('la connexion n’est pas établie : rien n’a été conservé', `${SIGN_IN} demande de nouveau`),

  untrusted: ({ host, cause }) => say(`le certificat de ${host} n’est pas accepté (${cause})`, untrustedHint(cause)),
  'bad-certificates': ({ file, problem }) =>
    say(
      problem === 'none' ? `${file} ne contient aucun certificat` : `${file} contient un certificat illisible`,
      'ce doit être du PEM, du texte entre BEGIN CERTIFICATE et END CERTIFICATE; openssl x509 -inform der -in FICHIER en fait',
    ),
  'bad-proxy': ({ by, url, problem }) =>
    problem === 'credentials'
      ? say(
          `${by} ne peut pas contenir un nom et un mot de passe : d’autres voient les arguments`,
          'HTTPS_PROXY=http://NOM:MOTDEPASSE@… les donne',
        )
      : say(
          `${by} ne nomme aucun mandataire que psyctl puisse utiliser : « ${url} »`,
          'il s’écrit comme http://mandataire.example.org:3128',
        ),
};

/** What to do where a certificate is not accepted, by the code of why. */
export function untrustedHint(cause: string): string {
  if (/EXPIRED|NOT_YET_VALID/.test(cause))
    return 'l’horloge de cet ordinateur est-elle juste? psyctl doctor la compare; sinon les responsables de l’API doivent le renouveler';
  if (/ALTNAME|HOSTNAME|PRX_TLS/.test(cause)) return 'c’est celui d’un autre hôte : l’URL est-elle juste?';
  if (/EPROTO|SSL/.test(cause)) return 'on n’y parle pas https : l’URL et son port sont-ils justes?';
  return 'si le réseau a sa propre autorité, --ca-file FICHIER prend son certificat, et psyctl auth login --ca-file FICHIER le retient';
}
