import type { previewOfPeople as english } from '../en/preview-people.ts';
import type { Translated } from '../translated.ts';
import { NOT_ACTIVE, ROLES } from './roles.ts';
import { agree, count, isOne, listed, number, ofName } from './words.ts';

const things = (records: number, spaces: number): string =>
  [...(records > 0 ? [count(records, 'dossier')] : []), ...(spaces > 0 ? [count(spaces, 'espace')] : [])].join(', ');
const roles = (names: readonly string[]) => listed(names.map((name) => ROLES[name] ?? name));
const were = (before: string) => (before === '' ? '' : ` (avant : ${before})`);

/** The sentences of a preview of changes of teams and members. */
export const previewOfPeople: Translated<typeof english> = {
  heading: {
    'team create': (teams) => `Création de ${count(teams, 'équipe')}`,
    'team rename': (teams) => `Nouveau nom de ${count(teams, 'équipe')}`,
    'team delete': (teams) => `Suppression de ${count(teams, 'équipe')}`,
    'team add': (teams) => `Ajout de membres à ${count(teams, 'équipe')}`,
    'team remove': (teams) => `Retrait de membres de ${count(teams, 'équipe')}`,
    'member invite': (people) => `Invitation de ${count(people, 'personne')}`,
    'member cancel-invitation': (people) => `Annulation de ${count(people, 'invitation')}`,
    'member set-roles': (people) => `Rôles de ${count(people, 'membre')}`,
    'member assign-schools': (people) => `Écoles de ${count(people, 'membre')}`,
    'member revoke': (people) => `Retrait de l’accès de ${count(people, 'membre')}`,
    'member restore': (people) => `Accès redonné à ${count(people, 'membre')}`,
  },

  happens: {
    created: (team) => `${team} : nouvelle équipe`,
    renamed: (team, name) => `${team} s’appelle désormais ${name}; aucun accès ne change`,
    deleted: (team, people) =>
      `${team} est supprimée, avec tout ce qui lui était partagé; ${count(people, 'membre en fait', 'membres en font')} partie`,
    joins: (team) => `se joint à ${team}`,
    leaves: (team) => `quitte ${team}`,
    loses: (team) => `${team} est supprimée`,
    invited: (names, teams) => `invitation comme ${roles(names)}${teams.length > 0 ? `, dans ${listed(teams)}` : ''}`,
    again: 'nouvel envoi de l’invitation',
    cancelled: 'invitation annulée : quitte l’organisation et ses équipes',
    revoked: 'accès retiré',
    restored: 'accès redonné',
    roles: (names, before) => `a désormais pour rôles ${roles(names)}${were(roles(before))}`,
    schools: (codes, before) =>
      `${codes.length > 0 ? `a désormais pour écoles ${listed(codes)}` : 'n’a désormais aucune école'}${were(listed(before))}`,
  },

  loses: (records, spaces) => `perd ${things(records, spaces)}`,
  gains: (records, spaces) => `gagne ${things(records, spaces)}`,
  raised: (times) => `accès accru sur ${number(times)}`,
  lowered: (times) => `accès réduit sur ${number(times)}`,
  keeps: (times, ways) => `en garde ${number(times)}, ${listed(ways)}`,
  suspended: (times) => `accès suspendu sur ${number(times)}`,
  resumed: (times) => `accès rétabli sur ${number(times)}`,
  unknown: (times) =>
    `${count(times, 'inconnu')} : un rôle peut laisser voir ${agree(times, 'son numéro et son titre', 'leurs numéros et titres')}`,
  onceActive: (status, records, spaces) =>
    `${NOT_ACTIVE[status]} : rien pour l’instant, puis ${things(records, spaces)}`,
  noLonger: (status, records, spaces) =>
    `${NOT_ACTIVE[status]} : aurait eu ensuite ${things(records, spaces)}, ce qui n’est plus le cas`,
  roleOpens: (records) =>
    records === null
      ? 'un rôle ouvre le numéro et le titre de dossiers; combien ne peut être su d’avance'
      : `un rôle ouvre le numéro et le titre de ${count(records, 'dossier')}`,
  roleCloses: (records) =>
    records === null
      ? 'un rôle n’ouvre plus le numéro et le titre de dossiers; combien ne peut être su'
      : `un rôle n’ouvre plus le numéro et le titre de ${count(records, 'dossier')}`,
  roleLater: (status) => `${NOT_ACTIVE[status]} : un rôle n’ouvre rien d’ici là`,
  noChange: 'aucun accès ne change',
  changesBelow: 'accès modifié ci-dessous',
  nothingYet: 'rien avant l’acceptation',
  ifActive: (levels) => `${levels} ensuite`,
  change: (before, after) => `${before} → ${after}`,
  total: 'En tout',

  behind: {
    title: 'Reste en place',
    records: (name, records) =>
      isOne(records)
        ? `${count(records, 'dossier')} reste au nom ${ofName(name)}, et revient si l’accès est redonné. La coordination le transfère :`
        : `${count(records, 'dossier')} restent au nom ${ofName(name)}, et reviennent si l’accès est redonné. La coordination les transfère :`,
    command: (email) => `psyctl record transfer --all-from ${email} --to MEMBER`,
    copies: (copies) =>
      isOne(copies)
        ? `${count(copies, 'copie en lecture seule')} à son nom ne s’ouvre pas tant que l’accès n’est pas redonné.`
        : `${number(copies)} copies en lecture seule à son nom ne s’ouvrent pas tant que l’accès n’est pas redonné.`,
    transfers: (transfers) =>
      `Transferts en attente laissés en suspens : ${listed(transfers)}. La coordination les annule ou les réattribue.`,
    transfer: (record, as) => {
      const part: Readonly<Record<string, string>> = {
        owner: 'à son nom',
        sender: 'envoyé par cette personne',
        recipient: 'lui est destiné : ne peut être accepté',
      };
      return `${record} (${part[as] ?? as})`;
    },
    moreTransfers: (more) => count(more, 'autre'),
    confidential: 'un dossier confidentiel',
    unknownTransfers:
      'D’autres transferts en attente envoyés par cette personne peuvent rester en suspens : seule la coordination les voit tous.',
    restoredTitle: 'Revient',
    restored: (name, records) =>
      `${name} : ${count(records, 'dossier')} à son nom ${agree(records, 'revient', 'reviennent')}.`,
  },

  seats: (limit, before, after) =>
    `Sièges  ${number(before)} de ${number(limit)} pris; ${after > limit ? `il en faudrait ${number(after)}` : `ensuite, ${number(after)}`}`,

  already: {
    'team.create': () => 'existe déjà',
    'team.rename': () => 's’appelle déjà ainsi',
    'team.delete': () => 'n’existe déjà plus',
    'team.add': (who) => `${who} en fait déjà partie`,
    'team.remove': (who) => `${who} n’en fait pas partie`,
    'member.invite': () => 'déjà membre, ou déjà invité·e',
    'member.cancel-invitation': () => 'aucune invitation n’attend de réponse',
    'member.revoke': () => 'accès déjà retiré',
    'member.restore': () => 'accès déjà actif',
    'member.set-roles': () => 'a déjà exactement ces rôles',
    'member.assign-schools': () => 'a déjà exactement ces écoles',
  },
};
