import type { Failure, Moved, ValueShape } from '../../failures/failure.ts';
import type { failures as english } from '../en/failures.ts';
import { type Said, say } from '../en/said.ts';
import type { Translated } from '../translated.ts';
import { accessAnswers } from './answers-access.ts';
import { actionSaid } from './answers-history.ts';
import { moment } from './dates.ts';
import { failuresOfSigningIn } from './failures-auth.ts';
import { snapshotProblems } from './snapshot.ts';
import { agree, count, listed, quoted } from './words.ts';
import { sayWorldProblem } from './world.ts';
import { yamlProblems } from './yaml.ts';

const allQuoted = (texts: readonly string[]) => texts.map(quoted);
const meant = (nearest: readonly string[]) =>
  nearest.length > 0 ? `vouliez-vous dire ${listed(allQuoted(nearest), 'ou')}?` : null;
const VALUES: { readonly [S in ValueShape]: string } = {
  'whole-number': 'un nombre entier',
  'positive-number': 'un nombre supérieur à 0',
  'number-or-percentage': 'un nombre ou un pourcentage, comme 10 ou 5%',
};
const allowedOnes = (allowed: readonly string[], shape: ValueShape | undefined) => {
  const all = shape ? [...allowed, VALUES[shape]] : allowed;
  return all.length > 0 ? `il faut ${listed(all, 'ou')}` : null;
};
const unknown = (what: string, text: string, nearest: readonly string[], otherwise: string) =>
  say(`${what} ${quoted(text)} n’existe pas`, meant(nearest) ?? otherwise);
/** What the API says of it, in its own words. */
const told = (sentence: string, detail: string) => (detail ? `${sentence} : ${quoted(detail)}` : sentence);
const QUOTES = {
  'not-closed': 'un guillemet est ouvert et jamais fermé',
  'within-cell': 'un guillemet se trouve dans une cellule qui n’en est pas entourée',
  'text-after-quote': 'du texte suit le guillemet fermant',
};
const rowsSaid = (rows: readonly number[]) => `${agree(rows.length, 'ligne')} ${listed(rows.map(String))}`;
const DELIMITED = { ',': 'des virgules', '\t': 'des tabulations' };
const SHAPES = {
  text: 'un texte',
  list: 'une liste',
  mapping: 'des clés suivies de valeurs',
  'yes-or-no': 'true ou false',
};
const ENDED: Readonly<Record<string, string>> = { accepted: 'accepté', declined: 'refusé', cancelled: 'annulé' };
const NOT_ACTIVE: Readonly<Record<string, string>> = {
  invited: 'leur invitation n’est pas encore acceptée',
  inactive: 'leur accès est retiré',
};
const SEES_A_TRANSFER =
  'le voient la personne responsable du dossier, celle qui l’a envoyé, le destinataire et la coordination';
const PLACES = { host: 'l’hôte', organization: 'l’organisation', account: 'le compte' };
const NO_ANSWER = {
  'broken-off': 'aucune réponse n’est venue',
  'timed-out': 'aucune réponse n’est venue à temps',
  'server-error': 'l’API a échoué',
  'still-running': 'l’API y travaille encore',
};
const THINGS: Readonly<Record<string, string>> = {
  record: 'le dossier',
  team: 'l’équipe',
  space: 'l’espace',
  transfer: 'le transfert',
  profile: 'le profil',
};
/** A thing as JSON names it, in words. */
const thing = (what: string) =>
  what.replace(/^([a-z]+):/, (whole, kind) => (THINGS[kind] ? `${THINGS[kind]} ` : whole));
const movedSaid = ({ what, by: [last] }: Moved) =>
  last
    ? `${thing(what)} a changé (${actionSaid(last.action)} par ${last.who}, ${moment(last.at)})`
    : `${thing(what)} a changé`;
const LATER = 'réessayez plus tard; rien de plus n’a été envoyé';

/** A sentence for every failure. */
export const failures: Translated<typeof english> = {
  ...failuresOfSigningIn,
  usage: (given) =>
    given.problem === 'list-for-owners'
      ? say(
          '--as owner agit au nom de la personne responsable d’un dossier, ou qui a créé un espace, que l’on nomme; une liste demande --as avec un membre',
        )
      : say(
          `trop d’arguments : ${given.found} au lieu de ${given.expected}`,
          'l’aide de la commande (--help) dit ce qu’elle prend',
        ),
  'unknown-command': ({ command, nearest }) =>
    say(`la commande ${quoted(command)} n’existe pas`, meant(nearest) ?? 'psyctl --help donne la liste des commandes'),
  'unknown-flag': ({ flag, nearest }) =>
    say(`l’option ${flag} n’existe pas`, meant(nearest) ?? 'l’aide de la commande (--help) donne ses options'),
  'missing-value': ({ name }) => say(`il manque ${name}`, 'l’aide de la commande (--help) dit ce qu’elle prend'),
  'bad-value': ({ name, value, allowed, shape }) =>
    say(`${quoted(value)} n’est pas une valeur de ${name}`, allowedOnes(allowed, shape)),
  'conflicting-flags': ({ flags: [one, other] }) => say(`${one} et ${other} ne vont pas ensemble`, 'n’en gardez qu’un'),
  'flag-needs': ({ flag, needs }) => say(`${flag} demande ${listed(needs, 'ou')}`),

  'file-missing': ({ file }) => say(`le fichier ${file} n’existe pas`),
  'file-unreadable': ({ file, cause }) => say(`${file} ne peut pas être lu (${cause})`),
  'file-unwritable': ({ file, cause }) => say(`${file} ne peut pas être écrit (${cause})`),
  'plan-damaged': () => say('le plan n’est pas tel que psyctl l’a écrit', 'refaites-le avec --out'),
  'plan-version': () =>
    say('une autre version de psyctl a fait ce plan, et celle-ci le ferait autrement', 'refaites-le avec --out'),
  'plan-elsewhere': ({ what, made, found }) =>
    say(
      `le plan a été fait pour ${PLACES[what]} ${made}, pas pour ${found}`,
      'choisissez cette connexion, ou refaites le plan avec --out',
    ),
  'plan-applied': ({ run, state, at }) =>
    state === 'finished'
      ? say(
          `le plan est exécuté : l’exécution ${run} s’est terminée le ${moment(at)}`,
          `psyctl run show ${run} dit comment; --resume finit par 0`,
        )
      : say(
          `le plan a été commencé le ${moment(at)} et n’est pas terminé`,
          `psyctl run resume ${run} le continue, tout comme --resume`,
        ),
  'plan-stale': ({ moved, more, rows, again }) =>
    say(
      `le plan est périmé : ${listed([...moved.map(movedSaid), ...(more > 0 ? [count(more, 'autre')] : [])])}; ` +
        `${count(rows, 'ligne repose', 'lignes reposent')} là-dessus`,
      `regardez de nouveau : ${again}; ou laissez ces lignes de côté : --skip-stale`,
    ),
  'unknown-run': ({ text, nearest }) =>
    say(
      `l’exécution ${quoted(text)} n’existe pas`,
      nearest.length > 0 ? `les dernières sont ${listed(nearest)}` : 'psyctl run list donne celles qu’il y a',
    ),
  'ambiguous-run': ({ text, candidates }) =>
    say(`plusieurs exécutions commencent par ${quoted(text)}`, `écrivez-en plus : ${listed(candidates, 'ou')}`),
  'journal-damaged': () =>
    say(
      'le journal est endommagé ici, et la suite n’est pas fiable',
      'refaites le plan : ce qui est déjà fait reste tel quel',
    ),
  'run-locked': ({ run, pid, machine }) =>
    say(`le processus ${pid} de ${machine} mène déjà l’exécution ${run}`, 'attendez qu’il ait fini'),
  'too-many-failures': ({ inARow, ofLast }) =>
    say(
      inARow !== null
        ? `${count(inARow, 'ligne a échoué', 'lignes de suite ont échoué')} : l’exécution est en pause`
        : `${ofLast?.failed ?? 0} des ${ofLast?.of ?? 0} dernières lignes ont échoué : l’exécution est en pause`,
      'voyez pourquoi, puis continuez avec run resume; ce qui a échoué n’en est pas renvoyé',
    ),
  'no-template': ({ command }) =>
    say(
      `psyctl ${command} ne prend pas de fichier CSV`,
      'un modèle sert à ce que --csv lit : psyctl template record share --lang fr',
    ),
  'csv-empty': () => say('le fichier est vide', 'sa première ligne doit nommer les colonnes'),
  'csv-no-rows': () => say('le fichier a un en-tête et aucune ligne'),
  'csv-workbook': ({ kind }) =>
    say(
      `c’est un classeur Excel (.${kind}), pas un fichier CSV`,
      'dans Excel : Fichier, Enregistrer sous, « CSV UTF-8 (délimité par des virgules) », puis donnez ce fichier à psyctl',
    ),
  'csv-not-text': () => say('ce n’est pas un fichier texte', 'enregistrez la liste en CSV'),
  'csv-duplicate-column': ({ header, first }) =>
    say(`la colonne ${quoted(header)} est là deux fois (aussi sous ${quoted(first)})`, 'enlevez l’une des deux'),
  'csv-unknown-column': ({ header, nearest, allowed }) =>
    say(
      `la colonne ${quoted(header)} ne veut rien dire ici`,
      meant(nearest) ?? `colonnes possibles : ${listed(allowed)}`,
    ),
  'csv-missing-column': ({ name, found }) =>
    say(
      `il manque la colonne ${quoted(name)}`,
      found.length > 0 ? `le fichier a ${listed(allQuoted(found))}` : 'le fichier n’a aucune colonne',
    ),
  'csv-row-length': ({ expected, found }) =>
    say(
      `la ligne a ${count(found, 'cellule')} et l’en-tête, ${expected}`,
      'y a-t-il un séparateur de trop ou de moins?',
    ),
  'csv-empty-cell': ({ name }) => say(`la cellule est vide, et il faut une valeur pour ${name}`),
  'csv-quote': ({ problem }) =>
    say(
      `les guillemets ne concordent pas : ${QUOTES[problem]}`,
      'dans une cellule entre guillemets, un guillemet s’écrit deux fois',
    ),
  'csv-column-and-flag': ({ name }) =>
    say(`${name} est à la fois une colonne du fichier et une option`, 'enlevez l’une des deux'),
  'bad-email': ({ text }) => say(`${quoted(text)} n’est pas un courriel`, 'un courriel s’écrit nom@example.org'),
  'invitations-delimiter': ({ delimiter }) =>
    say(
      delimiter === null
        ? 'cette liste d’invitations n’a pas de rôles'
        : `les cellules de cette liste d’invitations sont séparées par ${DELIMITED[delimiter]}`,
      'le fichier de Psylio sépare courriel et rôles par « ; »; une autre liste commence par un en-tête, comme courriel;rôle',
    ),
  'invitations-row': ({ found }) =>
    say(
      `la ligne a ${count(found, 'cellule')}; le fichier de Psylio en a deux, un courriel et les rôles`,
      'plusieurs rôles sont séparés par « , », et « ; » figure une fois par ligne',
    ),
  'invitations-role': ({ text, spelled }) =>
    say(
      `${quoted(text)} n’est pas ainsi qu’un rôle s’écrit dans le fichier de Psylio : en minuscules, sans espaces autour`,
      `écrivez ${quoted(spelled)}`,
    ),
  'yaml-syntax': ({ problem, kind }) => say(`ce n’est pas du YAML : ${yamlProblems[kind] ?? problem}`),
  'manifest-unknown-key': ({ key, nearest, allowed }) =>
    say(`la clé ${quoted(key)} ne veut rien dire ici`, meant(nearest) ?? `clés possibles : ${listed(allowed)}`),
  'manifest-missing-key': ({ key }) => say(`il manque la clé ${quoted(key)}`),
  'manifest-not-text': ({ text }) =>
    say(`${text} n’est pas un texte : YAML y voit autre chose`, `mettez-le entre guillemets : "${text}"`),
  'manifest-shape': ({ name, expected }) =>
    say(
      `${name ? quoted(name) : 'un manifeste'} doit être ${listed(
        expected.map((shape) => SHAPES[shape]),
        'ou',
      )}`,
    ),
  'manifest-level-missing': ({ grantee }) =>
    say(`un espace multi se partage avec un niveau, et ${quoted(grantee)} n’en a pas`, 'il faut read, write ou full'),
  'manifest-level-extra': ({ grantee }) =>
    say(`un espace collaboratif n’a pas de niveaux, et ${quoted(grantee)} en a un`, 'enlevez le niveau'),
  'manifest-name-extra': () => say('un espace multi prend le nom de son profil', 'enlevez le nom'),
  'manifest-record-extra': () =>
    say('un espace multi se crée à partir d’un profil, pas d’un dossier', 'enlevez le dossier'),
  'manifest-space-nameless': ({ kind }) =>
    kind === 'multi'
      ? say(
          'un espace multi est pour un profil, et celui-ci n’en nomme pas',
          'dites lequel : for: CLÉ, ou for: {school: CODE}',
        )
      : say('cet espace n’est pour aucun profil et n’a pas de nom', 'donnez-lui un nom'),
  'manifest-file-missing': ({ folder, names, found }) =>
    say(
      `il n’y a pas de ${listed(names, 'ni de')} dans ${folder}${found.length > 0 ? `; il y a ${listed(found)}` : ''}`,
      'un dossier contient les quatre listes; une liste vide n’a que son en-tête',
    ),
  'manifest-file-twice': ({ folder, names: [one, other] }) =>
    say(`${one} et ${other} dans ${folder} sont la même liste`, 'gardez-en une'),
  'world-invalid': ({ file, problems }) =>
    say(
      [
        `${file} n’est pas un monde dont psyctl peut partir :`,
        ...problems.map((problem) => `  ${sayWorldProblem(problem)}`),
      ].join('\n'),
    ),
  'bad-snapshot': ({ problem, puller }) => say(...snapshotProblems[problem](puller)),
  'database-version': ({ file }) =>
    say(`${file} vient d’une autre version de psyctl`, 'psyctl sandbox reset refait celui qui est intégré'),
  'port-taken': ({ port }) => say(`le port ${port} est pris`, '--port 0 en prend un de libre'),

  'unknown-record': ({ text, nearest }) =>
    unknown('le dossier', text, nearest, 'ou bien il est hors de votre vue (il n’existe alors pas pour vous)'),
  'unknown-space': ({ text, nearest, multi }) => {
    if (multi === 'none')
      return say(`${quoted(text)} : ce profil n’a pas d’espace multi`, 'psyctl profile list dit lesquels en ont un');
    if (multi === 'unseen')
      return say(
        `${quoted(text)} : vous ne faites pas partie de l’espace multi de ce profil`,
        'qui en fait partie peut le nommer; un jeton de portée act-as le trouve',
      );
    return unknown('l’espace', text, nearest, 'ou bien vous n’en faites pas partie (il n’existe alors pas pour vous)');
  },
  'ambiguous-space': ({ text, candidates }) =>
    say(`${quoted(text)} peut être ${listed(candidates, 'ou')} : il y en a plusieurs`, 'dites lequel, par son id'),
  'unknown-profile': ({ text, nearest }) =>
    unknown('le profil', text, nearest, 'psyctl profile list donne ceux qu’il y a'),
  'unknown-transfer': ({ text, nearest, record, ended }) => {
    if (record === 'waits')
      return say(`un transfert de ${quoted(text)} est en attente, et vous n’y prenez pas part`, SEES_A_TRANSFER);
    if (record === 'unseen')
      return say(
        `vous ne pouvez pas savoir si un transfert de ${quoted(text)} est en attente`,
        `${SEES_A_TRANSFER}; --as owner le demande à titre de responsable`,
      );
    if (record === 'waits-for-none')
      return say(
        `aucun transfert de ${quoted(text)} n’est en attente`,
        ended.length > 0
          ? `terminés : ${listed(ended.map(({ id, status }) => `${id} (${ENDED[status] ?? status})`))}`
          : 'aucun n’est connu',
      );
    return unknown('le transfert ou dossier', text, nearest, 'psyctl transfer list donne ceux qui sont en attente');
  },
  'unknown-member': ({ text, nearest }) =>
    unknown('le membre', text, nearest, 'psyctl member list donne ceux qu’il y a'),
  'unknown-team': ({ text, nearest }) => unknown('l’équipe', text, nearest, 'psyctl team list donne celles qu’il y a'),
  'unknown-school': ({ text, nearest }) =>
    unknown('l’école', text, nearest, 'psyctl school list donne celles qu’il y a'),
  'team-exists': ({ text, existing }) =>
    say(
      text === existing
        ? `l’équipe ${quoted(existing)} existe déjà`
        : `l’équipe ${quoted(existing)} existe, écrite autrement`,
      text === existing
        ? 'donnez-lui un autre nom'
        : 'écrivez-la telle quelle, ou donnez-lui un nom qui s’en distingue davantage',
    ),
  'ambiguous-name': ({ text, candidates }) =>
    say(`${quoted(text)} peut être ${listed(candidates, 'ou')}`, 'dites qui, par son courriel ou son id'),
  'space-level': ({ text, kind }) =>
    kind === 'multi'
      ? say(
          `${quoted(text)} n’a pas de niveau, et un espace multi en donne un`,
          `écrivez ${text}=read, =write ou =full`,
        )
      : say(`${quoted(text)} a un niveau, et un espace collaboratif n’en a pas`, 'enlevez-le'),
  contradiction: ({ rows: [one, other], target, subject }) =>
    say(
      `${one === other ? `la ligne ${one} demande` : `les lignes ${one} et ${other} demandent`} des choses différentes pour ${target}${subject ? ` et ${subject}` : ''}`,
      'gardez celle qui est voulue',
    ),

  'act-as-refused': ({ detail, status }) =>
    say(
      status
        ? `il n’est pas possible d’agir en leur nom : ${NOT_ACTIVE[status]}`
        : told('ce jeton ne permet pas d’agir au nom d’autrui', detail),
      'seul le permet un jeton d’administration de portée act-as, et seulement pour un membre actif',
    ),

  'nothing-is-owned': ({ action }) =>
    action === 'space.create'
      ? say(
          'personne n’a encore créé un espace à venir : il n’y a pas au nom de qui agir',
          'enlevez --as owner, ou dites avec --record de quel dossier il part : sa personne responsable le crée alors',
        )
      : say(
          `--as owner agit au nom de la personne responsable d’un dossier ou qui a créé un espace : ${action} ne touche ni l’un ni l’autre`,
          'enlevez-le',
        ),

  unreachable: ({ host, cause }) => say(`${host} ne peut pas être joint (${cause})`, LATER),
  'timed-out': ({ host, seconds }) =>
    say(`${host} n’a pas répondu en ${count(seconds, 'seconde')}`, `${LATER}; --timeout lui laisse plus de temps`),
  'rate-limited': ({ host, seconds }) =>
    say(
      `${host} ne veut plus de requêtes pour l’instant`,
      seconds === null ? LATER : `réessayez dans ${count(seconds, 'seconde')}`,
    ),
  'server-error': ({ status, detail }) => say(told(`l’API a échoué (${status})`, detail), LATER),
  'not-json': ({ status, contentType }) =>
    say(
      `l’API a répondu ${contentType || 'autre chose'} (${status}) au lieu de JSON`,
      'est-ce l’URL de l’API, ou une page de connexion s’interpose-t-elle?',
    ),
  'contract-broken': ({ endpoint, at, problem, detail }) =>
    say(
      `la réponse à ${endpoint} contredit le contrat (${at || 'dès son début'}) : ${quoted(detail ? `${problem} : ${detail}` : problem)}`,
      'psyctl n’en croit rien; avisez ceux qui gèrent l’API',
    ),
  'repeated-cursor': ({ endpoint }) =>
    say(`${endpoint} tourne en rond : le même curseur est revenu deux fois`, 'avisez ceux qui gèrent l’API'),
  refused: ({ detail }) => say(told('l’API refuse', detail)),
  forbidden: (given) => {
    if ('detail' in given) return say(told('l’API ne vous le permet pas', given.detail));
    if (given.about === 'history')
      return say(accessAnswers.historyForbidden, given.couldActAs ? accessAnswers.historyAsOwner : null);
    const { type, name } = given.resource;
    return say(
      accessAnswers.whoUnknown(type === 'record' ? name : accessAnswers.space(name)),
      accessAnswers.howToKnow[given.how],
    );
  },
  'not-found': ({ detail }) => say(told('c’est introuvable, ou hors de votre vue', detail)),
  conflict: ({ detail }) => say(told('cela entre en conflit avec ce qui s’y trouve', detail)),
  stale: ({ target }) =>
    say(
      target ? `${target} a changé depuis l’aperçu` : 'l’état a changé depuis l’aperçu',
      'relancez la commande pour voir où il en est',
    ),
  'team-unsettled': () =>
    say(
      'retenu : l’équipe de travail n’est pas encore composée comme l’aperçu le montrait',
      'voyez la ligne qui change l’équipe; une fois celle-ci réglée, relancez la commande',
    ),
  'outcome-unknown': ({ cause, how }) =>
    how === 'unseen'
      ? say(
          'c’est peut-être fait : aucune réponse n’est venue, et rien de ce qui peut être lu ne le dit',
          'l’API n’aurait pas distingué une répétition d’un second envoi, et rien n’a été renvoyé : demandez aux personnes concernées',
        )
      : say(
          `${NO_ANSWER[how ?? 'broken-off']} (${cause}) : c’est peut-être fait`,
          'relancez la commande : ce qui est déjà fait n’est pas renvoyé',
        ),

  'no-rows-kept': ({ again }) =>
    say('cette exécution n’a pas été demandée par lignes : il n’y en a pas à rendre', `${again} envoie ce qui reste`),
  'removal-consent': ({ runs }) =>
    say(
      `rien n’a été supprimé : ${count(runs, 'exécution disparaît', 'exécutions disparaissent')} avec votre consentement`,
      'ajoutez --yes pour le donner',
    ),
  'removal-declined': () => say('rien n’a été supprimé, comme vous l’avez voulu'),
  'run-undone': ({ run, by }) =>
    say(
      `l’exécution ${run} a été annulée par l’exécution ${by} avant d’être finie : elle n’est pas reprise`,
      `psyctl run show ${by} dit comment cela s’est passé`,
    ),
  'consent-missing': () => say('rien n’a été envoyé : il faut votre consentement', 'ajoutez --yes pour le donner'),
  declined: () => say('rien n’a été envoyé, comme vous l’avez voulu'),
  'too-many-losses': ({ losses, limit }) =>
    say(
      `rien n’a été envoyé : ${count(losses, 'personne perdrait', 'personnes perdraient')} tout accès, plus que ${limit.replace('%', ' %')}`,
      `--max-losses ${losses} le laisse passer`,
    ),
  'seats-missing': ({ limit, wanting, rows, fillable }) =>
    say(
      `rien n’a été envoyé : ${count(wanting, 'personne n’entrerait', 'personnes n’entreraient')} pas dans ${limit === 1 ? 'l’unique siège' : `les ${count(limit, 'siège')}`} (${rowsSaid(rows)})`,
      fillable
        ? '--fill-seats envoie ce qui entre, dans l’ordre des lignes; l’administration peut obtenir des sièges, ou retirer un accès'
        : 'obtenez des sièges, ou retirez d’abord un accès',
    ),
  'deletion-consent': ({ items, unknown: hidden, allowed }) =>
    say(
      hidden
        ? 'rien n’a été envoyé : des éléments de dossiers hors de votre vue pourraient être supprimés définitivement'
        : `rien n’a été envoyé : ${count(items, 'élément serait supprimé', 'éléments seraient supprimés')} définitivement${allowed === null ? '' : `, plus que ${allowed}`}`,
      hidden
        ? '--allow-deletion le laisse passer; --keep-copy ou --include gardent ce qui peut l’être'
        : `--allow-deletion=${items} le laisse passer; l’aperçu dit ce qui permettrait de les garder`,
    ),
  interrupted: () => say('interrompu', 'relancez la commande : ce qui est déjà fait n’est pas renvoyé'),
  unexpected: ({ problem }) => say(`psyctl a eu une défaillance : ${problem}`, '--verbose montre où'),
};

/** What is said of a failure, with the place it was found at. */
export function sayFailure(failure: Failure): Said & { readonly place: string } {
  const sentence = failures[failure.code] as (details: unknown) => Said;
  const { file, row, column } = failure.where;
  const place =
    typeof column === 'number' ? [file, `ligne ${row}`, `colonne ${column}`] : [file, row && `ligne ${row}`, column];
  return { ...sentence(failure.details), place: place.filter((part) => part !== undefined).join(', ') };
}
