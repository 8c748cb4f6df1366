import type { Failure, FailureCode, Moved, ValueShape } from '../../failures/failure.ts';
import { accessAnswers } from './answers-access.ts';
import { moment } from './dates.ts';
import { failuresOfSigningIn } from './failures-auth.ts';
import { type Said, type SentencesFor, say } from './said.ts';
import { snapshotProblems } from './snapshot.ts';
import { count, listed } from './words.ts';
import { sayWorldProblem } from './world.ts';

const quoted = (texts: readonly string[]) => texts.map((text) => `“${text}”`);
const meant = (nearest: readonly string[]) =>
  nearest.length > 0 ? `did you mean ${listed(quoted(nearest), 'or')}?` : null;
const VALUES: { readonly [S in ValueShape]: string } = {
  'whole-number': 'a whole number',
  'positive-number': 'a number above 0',
  'number-or-percentage': 'a number or a percentage, as 10 or 5%',
};
const allowedOnes = (allowed: readonly string[], shape: ValueShape | undefined) => {
  const all = shape ? [...allowed, VALUES[shape]] : allowed;
  return all.length > 0 ? `it can be ${listed(all, 'or')}` : null;
};
const unknown = (what: string, text: string, nearest: readonly string[], otherwise: string) =>
  say(`there is no ${what} “${text}”`, meant(nearest) ?? otherwise);
const QUOTES = {
  'not-closed': 'one is opened and never closed',
  'within-cell': 'one stands within a cell that has none around it',
  'text-after-quote': 'text follows the closing one',
};
const rowsSaid = (rows: readonly number[]) => `${rows.length === 1 ? 'row' : 'rows'} ${listed(rows.map(String))}`;
const DELIMITED = { ',': 'commas', '\t': 'tabs' };
const SHAPES = {
  text: 'a text',
  list: 'a list',
  mapping: 'a mapping of keys to values',
  'yes-or-no': 'true or false',
};
const NO_ANSWER = {
  'broken-off': 'no answer came',
  'timed-out': 'no answer came in time',
  'server-error': 'the API failed',
  'still-running': 'the API is still at it',
};
const SEES_A_TRANSFER = 'its owner, sender and recipient see it, and coordinators';
const movedSaid = ({ what, by }: Moved) => {
  const [last] = by;
  return last ? `${what} has moved (${last.action} by ${last.who}, ${moment(last.at)})` : `${what} has moved`;
};
const LATER = 'try again later; nothing more was sent';

/** A sentence for every failure. */
export const failures: SentencesFor<FailureCode> = {
  ...failuresOfSigningIn,
  usage: (given) =>
    given.problem === 'list-for-owners'
      ? say(
          '--as owner acts for the owner of a record, or the creator of a space, that is named; a list needs --as with a member',
        )
      : say(
          `too many arguments: ${given.found} given, ${given.expected} expected`,
          'the command’s --help says what it takes',
        ),
  'unknown-command': ({ command, nearest }) =>
    say(`there is no command “${command}”`, meant(nearest) ?? 'psyctl --help lists the commands'),
  'unknown-flag': ({ flag, nearest }) =>
    say(`there is no flag ${flag}`, meant(nearest) ?? 'the command’s --help lists its flags'),
  'missing-value': ({ name }) => say(`${name} is missing`, 'the command’s --help says what it takes'),
  'bad-value': ({ name, value, allowed, shape }) =>
    say(`“${value}” is no value for ${name}`, allowedOnes(allowed, shape)),
  'conflicting-flags': ({ flags: [one, other] }) =>
    say(`${one} and ${other} can’t go together`, 'leave one of them out'),
  'flag-needs': ({ flag, needs }) => say(`${flag} needs ${listed(needs, 'or')}`),

  'file-missing': ({ file }) => say(`there is no file ${file}`),
  'file-unreadable': ({ file, cause }) => say(`${file} can’t be read (${cause})`),
  'file-unwritable': ({ file, cause }) => say(`${file} can’t be written (${cause})`),
  'plan-damaged': () => say('the plan isn’t as psyctl wrote it', 'plan anew with --out'),
  'plan-version': () =>
    say('another version of psyctl made this plan, and this one would plan otherwise', 'plan anew with --out'),
  'plan-elsewhere': ({ what, made, found }) =>
    say(
      `the plan was made for the ${what} ${made}, not for ${found}`,
      'choose that connection, or plan anew with --out',
    ),
  'plan-applied': ({ run, state, at }) =>
    state === 'finished'
      ? say(`the plan is done: run ${run} ended ${moment(at)}`, `psyctl run show ${run} says how; --resume ends with 0`)
      : say(
          `the plan was begun ${moment(at)}, and isn’t done`,
          `psyctl run resume ${run} goes on with it, as --resume does`,
        ),
  'plan-stale': ({ moved, more, rows, again }) =>
    say(
      `the plan is stale: ${listed([...moved.map(movedSaid), ...(more > 0 ? [`${count(more, 'other')}`] : [])])}; ` +
        `${count(rows, 'row rests', 'rows rest')} on that`,
      `look again: ${again}; or leave those rows out: --skip-stale`,
    ),
  'unknown-run': ({ text, nearest }) =>
    say(
      `there is no run “${text}”`,
      nearest.length > 0 ? `the last ones are ${listed(nearest)}` : 'psyctl run list shows the runs there are',
    ),
  'ambiguous-run': ({ text, candidates }) =>
    say(`several runs begin with “${text}”`, `write more of it: ${listed(candidates, 'or')}`),
  'no-rows-kept': ({ again }) =>
    say('this run was not asked for by rows, so there are none to give back', `${again} sends what is left`),
  'removal-consent': ({ runs }) =>
    say(`nothing was removed: ${count(runs, 'run goes', 'runs go')} with your consent`, 'add --yes to give it'),
  'removal-declined': () => say('nothing was removed, as you wished'),
  'journal-damaged': () =>
    say(
      'the journal is damaged here, and what follows can’t be trusted',
      'plan anew: what is done already is left as it is',
    ),
  'run-undone': ({ run, by }) =>
    say(
      `run ${run} was undone by run ${by} before it was done: it isn’t gone on with`,
      `psyctl run show ${by} says how that went`,
    ),
  'run-locked': ({ run, pid, machine }) =>
    say(`run ${run} is being carried out by process ${pid} on ${machine}`, 'wait until it has ended'),
  'too-many-failures': ({ inARow, ofLast }) =>
    say(
      inARow !== null
        ? `${count(inARow, 'row')} in a row failed: the run is paused`
        : `${ofLast?.failed ?? 0} of the last ${ofLast?.of ?? 0} rows failed: the run is paused`,
      'see why, then go on with run resume; what failed is not sent again by it',
    ),
  'no-template': ({ command }) =>
    say(`psyctl ${command} takes no CSV file`, 'a template is for what --csv reads: psyctl template record share'),
  'csv-empty': () => say('the file is empty', 'its first line has to name the columns'),
  'csv-no-rows': () => say('the file has a header and no rows'),
  'csv-workbook': ({ kind }) =>
    say(
      `this is an Excel workbook (.${kind}), not a CSV file`,
      'in Excel: File, Save as, “CSV UTF-8 (comma delimited)”, and give psyctl that file',
    ),
  'csv-not-text': () => say('this is no text file', 'save the list as CSV'),
  'csv-duplicate-column': ({ header, first }) =>
    say(`the column “${header}” is there twice (also as “${first}”)`, 'take one of them out'),
  'csv-unknown-column': ({ header, nearest, allowed }) =>
    say(`the column “${header}” means nothing here`, meant(nearest) ?? `columns are ${listed(allowed)}`),
  'csv-missing-column': ({ name, found }) =>
    say(`the column “${name}” is missing`, `the file has ${found.length > 0 ? listed(quoted(found)) : 'no columns'}`),
  'csv-row-length': ({ expected, found }) =>
    say(
      `the row has ${count(found, 'cell')} where the header has ${expected}`,
      'is there a delimiter too many or too few?',
    ),
  'csv-empty-cell': ({ name }) => say(`the cell is empty, and ${name} is needed`),
  'csv-quote': ({ problem }) =>
    say(`the quotes don’t match: ${QUOTES[problem]}`, 'a quote within a quoted cell is written twice'),
  'csv-column-and-flag': ({ name }) => say(`${name} is a column of the file and a flag too`, 'leave one of them out'),
  'bad-email': ({ text }) => say(`“${text}” is no e-mail address`, 'it reads as name@example.org'),
  'invitations-delimiter': ({ delimiter }) =>
    say(
      delimiter === null
        ? 'this list of invitations has no roles'
        : `the cells of this list of invitations are separated by ${DELIMITED[delimiter]}`,
      'Psylio’s own file separates e-mail and roles by “;”; another list begins with a header, as email;role',
    ),
  'invitations-row': ({ found }) =>
    say(
      `the row has ${count(found, 'cell')}; Psylio’s own file has two, an e-mail and the roles`,
      'several roles are separated by “,”, and “;” stands once in a row',
    ),
  'invitations-role': ({ text, spelled }) =>
    say(
      `“${text}” is not how Psylio’s own file spells a role: lower case, and no spaces around it`,
      `write “${spelled}”`,
    ),
  'yaml-syntax': ({ problem }) => say(`this is no YAML: ${problem}`),
  'manifest-unknown-key': ({ key, nearest, allowed }) =>
    say(`the key “${key}” means nothing here`, meant(nearest) ?? `keys are ${listed(allowed)}`),
  'manifest-missing-key': ({ key }) => say(`the key “${key}” is missing`),
  'manifest-not-text': ({ text }) =>
    say(`${text} is not a text: YAML takes it for something else`, `put it in quotes: "${text}"`),
  'manifest-shape': ({ name, expected }) =>
    say(
      `${name ? `“${name}”` : 'a manifest'} has to be ${listed(
        expected.map((shape) => SHAPES[shape]),
        'or',
      )}`,
    ),
  'manifest-level-missing': ({ grantee }) =>
    say(`a multi-space is shared with a level, and “${grantee}” has none`, 'it can be read, write or full'),
  'manifest-level-extra': ({ grantee }) =>
    say(`a collaborative space has no levels, and “${grantee}” has one`, 'leave the level out'),
  'manifest-name-extra': () => say('a multi-space takes its name from its profile', 'leave the name out'),
  'manifest-record-extra': () =>
    say('a multi-space is created from a profile, not from a record', 'leave the record out'),
  'manifest-space-nameless': ({ kind }) =>
    kind === 'multi'
      ? say('a multi-space is for a profile, and this one says none', 'say which: for: KEY, or for: {school: CODE}')
      : say('this space is neither for a profile nor named', 'give it a name'),
  'manifest-file-missing': ({ folder, names, found }) =>
    say(
      `there is no ${listed(names, 'or')} in ${folder}${found.length > 0 ? `; there is ${listed(found)}` : ''}`,
      'a folder holds all four lists; one that is empty has a header alone',
    ),
  'manifest-file-twice': ({ folder, names: [one, other] }) =>
    say(`${one} and ${other} in ${folder} are the same list`, 'keep one of them'),
  'world-invalid': ({ file, problems }) =>
    say(
      [
        `${file} is no world psyctl can start from:`,
        ...problems.map((problem) => `  ${sayWorldProblem(problem)}`),
      ].join('\n'),
    ),
  'bad-snapshot': ({ problem, puller }) => say(...snapshotProblems[problem](puller)),
  'database-version': ({ file }) =>
    say(`${file} was made by another version of psyctl`, 'psyctl sandbox reset makes the embedded one anew'),
  'port-taken': ({ port }) => say(`port ${port} is taken`, '--port 0 takes any that is free'),

  'unknown-record': ({ text, nearest }) =>
    unknown('record', text, nearest, 'or whoever you act as has no way to it (then it does not exist for them)'),
  'unknown-space': ({ text, nearest, multi }) => {
    if (multi === 'none')
      return say(`“${text}”: this profile has no multi-space`, 'psyctl profile list says which have one');
    if (multi === 'unseen')
      return say(
        `“${text}”: whoever you act as is not in the multi-space of this profile`,
        'whoever is in it can name it; a token with the scope act-as finds it',
      );
    return unknown('space', text, nearest, 'or whoever you act as is not in it (then it does not exist for them)');
  },
  'ambiguous-space': ({ text, candidates }) =>
    say(`“${text}” could be ${listed(candidates, 'or')}: there are several`, 'say which, by its id'),
  'unknown-profile': ({ text, nearest }) =>
    unknown('profile', text, nearest, 'psyctl profile list shows which there are'),
  'unknown-transfer': ({ text, nearest, record, ended }) => {
    if (record === 'waits')
      return say(`a transfer of “${text}” is pending, and whoever you act as is no party to it`, SEES_A_TRANSFER);
    if (record === 'unseen')
      return say(
        `whether a transfer of “${text}” is pending is unknown to whoever you act as`,
        `${SEES_A_TRANSFER}; --as owner asks as its owner`,
      );
    if (record === 'waits-for-none')
      return say(
        `no transfer of “${text}” is pending`,
        ended.length > 0 ? `ended: ${listed(ended.map(({ id, status }) => `${id} (${status})`))}` : 'none is known',
      );
    return unknown('transfer or record', text, nearest, 'psyctl transfer list shows which are pending');
  },
  'unknown-member': ({ text, nearest }) => unknown('member', text, nearest, 'psyctl member list shows who there is'),
  'unknown-team': ({ text, nearest }) => unknown('team', text, nearest, 'psyctl team list shows which there are'),
  'unknown-school': ({ text, nearest }) => unknown('school', text, nearest, 'psyctl school list shows which there are'),
  'team-exists': ({ text, existing }) =>
    say(
      text === existing ? `there is a team “${existing}” already` : `there is a team “${existing}”, written otherwise`,
      text === existing ? 'give it another name' : 'write it as it is, or give it a name that differs by more',
    ),
  'ambiguous-name': ({ text, candidates }) =>
    say(`“${text}” could be ${listed(candidates, 'or')}`, 'say which, by e-mail or id'),
  'space-level': ({ text, kind }) =>
    kind === 'multi'
      ? say(`“${text}” is given no level, and a multi-space gives one`, `write ${text}=read, =write or =full`)
      : say(`“${text}” is given a level, and a collaborative space has none`, 'leave it out'),
  contradiction: ({ rows: [one, other], target, subject }) =>
    say(
      `${one === other ? `row ${one} wants` : `rows ${one} and ${other} want`} different things of ${target}${subject ? ` with ${subject}` : ''}`,
      'keep the one that is meant',
    ),

  'act-as-refused': ({ detail, status = detail }) =>
    say(
      status ? `acting for them is refused: ${status}` : 'this token may not act for others',
      'only an administrator’s token with the scope act-as may, and only for an active member',
    ),

  'nothing-is-owned': ({ action }) =>
    action === 'space.create'
      ? say(
          'a space that is yet to be created has no creator to act for',
          'leave --as owner out, or say with --record which record it is created from: its owner creates it then',
        )
      : say(
          `--as owner acts for the owner of a record or the creator of a space: ${action} is about neither`,
          'leave it out',
        ),

  unreachable: ({ host, cause }) =>
    say(`${host} can’t be reached (${cause})`, `${LATER}; psyctl doctor looks for the cause`),
  'timed-out': ({ host, seconds }) =>
    say(`${host} did not answer within ${count(seconds, 'second')}`, `${LATER}; --timeout gives it longer`),
  'rate-limited': ({ host, seconds }) =>
    say(`${host} wants no more requests now`, seconds === null ? LATER : `try again in ${count(seconds, 'second')}`),
  'server-error': ({ status, detail }) => say(`the API failed (${status})${detail ? `: ${detail}` : ''}`, LATER),
  'not-json': ({ status, contentType }) =>
    say(
      `the API answered ${contentType || 'something'} (${status}) where JSON was due`,
      'is this the URL of the API, or does a sign-in page stand before it?',
    ),
  'contract-broken': ({ endpoint, at, problem, detail }) =>
    say(
      `the answer to ${endpoint} contradicts the contract at ${at || 'its top'}: ${problem}${detail ? `: ${detail}` : ''}`,
      'psyctl trusts nothing of it; tell those who run the API',
    ),
  'repeated-cursor': ({ endpoint }) =>
    say(`${endpoint} goes round in circles: it gave the same cursor twice`, 'tell those who run the API'),
  refused: ({ detail }) => say(detail || 'a rule forbids it'),
  forbidden: (given) => {
    if ('detail' in given) return say(given.detail || 'you may not');
    if (given.about === 'history')
      return say(accessAnswers.historyForbidden, given.couldActAs ? accessAnswers.historyAsOwner : null);
    const { type, name } = given.resource;
    return say(
      accessAnswers.whoUnknown(type === 'record' ? name : accessAnswers.space(name)),
      accessAnswers.howToKnow[given.how],
    );
  },
  'not-found': ({ detail }) => say(detail || 'it is not there, or not to be seen'),
  conflict: ({ detail }) => say(detail || 'it conflicts with what is there'),
  stale: ({ target }) =>
    say(`${target || 'it'} changed since the preview`, 'run the command again to see how it stands now'),
  'team-unsettled': () =>
    say(
      'held back: who is in the team is not yet as the preview showed',
      'see the row that changes the team; once that is settled, run the command again',
    ),
  'outcome-unknown': ({ cause, how }) =>
    how === 'unseen'
      ? say(
          'it may have been done: no answer came, and nothing that can be read says so',
          'the API could not tell a repeat from a second one, so it was not sent again: ask whom it is about',
        )
      : say(
          `${NO_ANSWER[how ?? 'broken-off']} (${cause}): it may have been done`,
          'run the command again: what is already so is not sent',
        ),

  'consent-missing': () => say('nothing was sent: it wants your consent', 'add --yes to give it'),
  declined: () => say('nothing was sent, as you wished'),
  'too-many-losses': ({ losses, limit }) =>
    say(
      `nothing was sent: ${count(losses, 'person would lose', 'people would lose')} access, more than ${limit}`,
      `--max-losses ${losses} lets it through`,
    ),
  'seats-missing': ({ limit, wanting, rows, fillable }) =>
    say(
      `nothing was sent: ${count(wanting, 'person', 'people')} would not fit into the ${count(limit, 'seat')} there ${limit === 1 ? 'is' : 'are'} (${rowsSaid(rows)})`,
      fillable
        ? '--fill-seats sends those that fit, in the order of the rows; an administrator can have more seats, or revoke somebody'
        : 'have more seats, or revoke somebody first',
    ),
  'deletion-consent': ({ items, unknown, allowed }) =>
    say(
      unknown
        ? 'nothing was sent: items in records you can’t see may be deleted for good'
        : `nothing was sent: ${count(items, 'item')} would be deleted for good${allowed === null ? '' : `, more than ${allowed}`}`,
      unknown
        ? '--allow-deletion lets it through; --keep-copy or --include keep what can be kept'
        : `--allow-deletion=${items} lets it through; the preview says what would keep them`,
    ),
  interrupted: () => say('interrupted', 'run the command again: what is already so is not sent'),
  unexpected: ({ problem }) => say(`something in psyctl went wrong: ${problem}`, '--verbose shows where'),
};

/** What is said of a failure, with the place it was found at. */
export function sayFailure(failure: Failure): Said & { readonly place: string } {
  const sentence = failures[failure.code] as (details: unknown) => Said;
  const { file, row, column } = failure.where;
  const place =
    typeof column === 'number' ? [file, `line ${row}`, `column ${column}`] : [file, row && `row ${row}`, column];
  return { ...sentence(failure.details), place: place.filter((part) => part !== undefined).join(', ') };
}
