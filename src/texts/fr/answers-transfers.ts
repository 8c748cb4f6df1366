import type { transferAnswers as english } from '../en/answers-transfers.ts';
import type { Translated } from '../translated.ts';
import { moment } from './dates.ts';
import { listed } from './words.ts';

const STATUS = { pending: 'en attente', accepted: 'accepté', declined: 'refusé', cancelled: 'annulé' };
const INCLUSION = { confidential: 'notes et documents confidentiels', 'raw-data': 'données brutes' };
const SHORT = { confidential: 'éléments confidentiels', 'raw-data': 'données brutes' };
const BY = { owner: 'par la personne responsable', coordinator: 'par la coordination' };

const WHY = {
  invited: 'son invitation n’est pas encore acceptée',
  inactive: 'son accès est retiré',
  'no-practitioner': 'son rôle d’intervenant·e a pris fin',
};

/** What answers about transfers say. */
export const transferAnswers: Translated<typeof english> = {
  headers: {
    record: 'dossier',
    id: 'transfert',
    title: 'titre',
    from: 'de',
    to: 'à',
    capacity: 'envoyé',
    include: 'emporte',
    keepCopy: 'copie gardée',
    sentAt: 'le',
    status: 'état',
    endedAt: 'terminé le',
  },
  status: STATUS,
  capacity: BY,
  included: SHORT,
  nothingMore: 'rien',
  line: {
    since: (status, at) =>
      status === 'pending' ? `en attente depuis le ${moment(at)}` : `${STATUS[status]} le ${moment(at)}`,
    parties: (from, to) => `de ${from} à ${to}`,
    sent: (capacity, included, keepCopy) =>
      [
        `envoyé ${BY[capacity]}`,
        included.length > 0
          ? `emporte ${included.map((one) => SHORT[one]).join(', ')}`
          : 'n’emporte rien de facultatif',
        keepCopy ? 'copie gardée' : 'aucune copie',
      ].join('; '),
  },
  at: moment,
  numberUnknown: 'numéro non visible',
  nonePending: 'Aucun transfert que vous puissiez voir n’est en attente.',
  numbersUnseen:
    'Le numéro et le titre manquent quand vous n’avez pas accès au dossier; la coordination voit ainsi les transferts des dossiers confidentiels.',
  pendingOnly: 'Seuls les transferts en attente figurent ici : --status accepted declined cancelled donne les autres.',
  nothingOwn:
    'Un transfert se montre à qui l’envoie, à son destinataire, à la personne responsable et à la coordination : --as MEMBER donne ceux de quelqu’un d’autre.',

  labels: {
    record: 'Dossier',
    from: 'De',
    to: 'À',
    sentBy: 'Envoyé',
    include: 'Emporte',
    leftBehind: 'Laisse',
    copy: 'Copie',
    status: 'État',
    sentAt: 'Envoyé le',
    endedAt: 'Terminé le',
  },
  title: (id) => `Transfert ${id}`,
  sentBy: (capacity, email) => `${BY[capacity]}, ${email}`,
  takesAlong: (included) => listed(['tout ce qui est toujours transféré', ...included.map((one) => INCLUSION[one])]),
  leftBehind: (left, keepCopy) =>
    `${listed(left.map((one) => INCLUSION[one]))} : ${keepCopy ? 'dans la copie en lecture seule' : 'suppression définitive à l’acceptation'}`,
  copy: {
    kept: 'une copie en lecture seule reste à qui cède le dossier',
    none: 'aucune n’est gardée',
  },

  pendingTitle: 'Tant qu’il est en attente',
  pending: {
    owner:
      'La personne responsable l’a envoyé : l’accès de tous ceux avec qui le dossier est partagé, membres et équipes, est suspendu jusqu’à ce qu’il soit accepté, refusé ou annulé; chacun retrouve alors le même accès.',
    coordinator:
      'La coordination l’a envoyé : tous ceux avec qui le dossier est partagé gardent leur accès du début à la fin.',
    parties:
      'La personne responsable le reste. Le destinataire voit le numéro, le titre, les partages et les totaux, et n’ouvre rien.',
    frozen: 'Aucun partage ne peut être ajouté ni changé, et le dossier ne peut pas être archivé.',
  },
  endsTitle: 'Ce qui y met fin',
  ends: {
    accept: (to) => `${to} accepte, et devient responsable du dossier`,
    cannotAccept: (to, why) => `${to} ne peut pas l’accepter : ${WHY[why]}`,
    decline: (to) => `${to} refuse : le dossier reste où il est`,
    cancel: 'qui l’a envoyé, la personne responsable ou la coordination l’annule : le dossier reste où il est',
    reassign: (capacity) =>
      `la coordination l’envoie à quelqu’un d’autre; il reste en attente, et compte comme envoyé ${BY[capacity]}`,
  },
};
