import type { doctor as english } from '../en/doctor.ts';
import { say } from '../en/said.ts';
import type { Translated } from '../translated.ts';
import { keyringTrouble } from './auth.ts';
import { day } from './dates.ts';
import { untrustedHint } from './failures-auth.ts';
import { count, listed } from './words.ts';

/** What is lost where an API lacks a capability. */
const WITHOUT: Readonly<Record<string, string>> = {
  batch: 'les grandes modifications partent une à une, et prennent plus de temps',
  idempotency: 'une modification dont la réponse se perd n’est pas renvoyée d’elle-même',
  etags: 'ce qui bouge entre l’aperçu et la modification n’est pas remarqué',
  'act-as': '--as ne peut pas servir',
};
const FLAWS = { 'open-to-others': 'peut être lu par d’autres', unwritable: 'ne peut être ni lu ni écrit par vous' };
const NETWORK = 'cet ordinateur est-il sur le réseau, et le nom est-il juste? psyctl connection list le montre';

/** What the doctor finds. */
export const doctor: Translated<typeof english> = {
  columns: { check: 'vérification', status: 'état', message: 'constat', hint: 'à faire' },
  status: { ok: 'ok', warn: 'avis', fail: 'ÉCHEC', skipped: '-' },
  checks: {
    node: 'Node',
    settings: 'réglages',
    connection: 'connexion',
    files: 'fichiers',
    keyring: 'trousseau',
    dns: 'DNS',
    proxy: 'mandataire',
    tls: 'TLS',
    clock: 'horloge',
    api: 'API',
    capabilities: 'offre',
    token: 'jeton',
    scopes: 'portées',
  },
  skipped: 'non vérifié : ce qui précède doit d’abord être corrigé',

  node: (version) => version,
  oldNode: (version, needed) =>
    say(`${version} est plus ancien que ce que demande psyctl`, `installez Node ${needed} ou plus récent`),
  settings: (connections, file) =>
    connections === 0
      ? `aucun n’est nécessaire, aucun n’existe (${file})`
      : `${count(connections, 'connexion')} dans ${file}`,
  connection: (name, url) => (name === null ? url : `« ${name} », ${url}`),
  sandbox: 'le bac à sable intégré',
  onlySandbox: say(
    'aucune n’est configurée : dans un terminal, psyctl utilise le bac à sable intégré; un script obtient le code de sortie 4',
    'psyctl auth login en ajoute une',
  ),
  files: 'ce que psyctl conserve n’est que pour vous',
  filesOfWindows: 'qui peut les lire, c’est Windows qui le dit',
  flaws: (flaws) =>
    say(
      listed(flaws.map(({ file, flaw }) => `${file} ${FLAWS[flaw]}`)),
      listed(
        flaws.map(({ file, flaw, mode }) =>
          flaw === 'unwritable' ? `devenez propriétaire de ${file}` : `chmod ${mode} ${file}`,
        ),
      ),
    ),
  keyring: 'le trousseau de clés du système répond',
  keyringNotNeeded: (trouble) => `${keyringTrouble(trouble)}; il n’est pas nécessaire ici`,
  noKeyring: (trouble) =>
    say(
      keyringTrouble(trouble),
      'déverrouillez-le, ou installez-en un; sinon les jetons vont dans un fichier, si vous y consentez, ou dans PSYCTL_TOKEN',
    ),

  noName: (host) => `${host} est une adresse : il n’y a pas de nom à chercher`,
  name: (host, addresses) => `${host} est ${listed(addresses)}`,
  unknownName: (host, cause) => say(`${host} est introuvable (${cause})`, NETWORK),
  direct: {
    'none-named': 'aucun : ni --proxy, ni HTTPS_PROXY, ni HTTP_PROXY n’en nomme',
    'this-machine': 'aucun n’est utilisé : l’API est sur cet ordinateur',
    'no-proxy': 'aucun n’est utilisé : NO_PROXY excepte cet hôte',
  },
  proxy: (proxy, by) => `${proxy}, par ${by}`,
  closedProxy: (proxy, variable) =>
    say(`${proxy} demande un nom et un mot de passe`, `${variable}=http://NOM:MOTDEPASSE@… les donne`),
  proxyRefuses: (proxy, status) =>
    say(
      `${proxy} refuse de joindre l’API (${status})`,
      'demandez aux responsables du réseau de laisser passer cet hôte',
    ),
  silentProxy: (proxy, by, cause) =>
    say(
      `l’API ne peut être jointe par ${proxy} (${cause})`,
      by === '--proxy' ? '--proxy est-il juste?' : `${by} est-il juste? NO_PROXY=HÔTE contourne le mandataire`,
    ),
  unencryptedHere: 'rien à chiffrer : l’API est sur cet ordinateur',
  unencrypted: (host) =>
    say(
      `rien n’est chiffré : l’URL de ${host} commence par http:`,
      'connectez-vous de nouveau avec une URL qui commence par https:',
    ),
  encrypted: 'la connexion est chiffrée, et le certificat accepté',
  certificate: (issuer, validTo, caFile) =>
    `« ${issuer} » se porte garant du certificat, jusqu’au ${day(validTo)}${caFile ? `; ${caFile} est aussi tenu pour sûr` : ''}`,
  expiresSoon: (issuer, days) =>
    say(
      `le certificat, garanti par « ${issuer} », expire dans ${count(days, 'jour')}`,
      'les responsables de l’API doivent le renouveler',
    ),
  untrusted: (cause, issuer, caFile) =>
    say(
      `le certificat${issuer ? `, garanti par « ${issuer} »,` : ''} n’est pas accepté (${cause})${caFile ? `, même avec ${caFile}` : ''}`,
      untrustedHint(cause),
    ),
  otherCaFile:
    'il faut un fichier de certificats (PEM) : --ca-file FICHIER en nomme un, et psyctl auth login --ca-file FICHIER le retient',
  clock: 'à moins d’une minute de celle du serveur',
  clockIsOff: (seconds, ahead) =>
    say(
      `${seconds < 120 ? count(seconds, 'seconde') : count(Math.round(seconds / 60), 'minute')} ${ahead ? 'd’avance sur' : 'de retard sur'} celle du serveur`,
      'réglez l’horloge de cet ordinateur : les certificats et les heures des exécutions en dépendent',
    ),
  answers: 'elle répond',
  api: (name, version) => `${name} ${version}`,
  otherVersion: (name, version, known) =>
    say(
      `${name} ${version} : psyctl connaît la version ${known}`,
      'cherchez un psyctl plus récent; une réponse à laquelle il ne peut se fier finit par le code de sortie 1',
    ),
  capabilities: 'batch, idempotency, etags, act-as : tout ce qui existe',
  lacks: (missing) =>
    say(
      `il manque ${listed(missing)} : ${listed(missing.map((one) => WITHOUT[one] ?? one))}`,
      'psyctl s’en passe; les responsables de l’API peuvent l’activer',
    ),
  token: (whom, place) => `${place}; ${whom}`,
};
