import type { Level } from '../../model/levels.ts';
import type { Texts } from '../../texts/index.ts';
import type { Answer } from '../answer.ts';
import { plain, setIn } from '../layout.ts';
import { nameOf, reachJson, resourceName, type WayIn, wayName } from './access-view.ts';
import { closesOf } from './closes.ts';
import type { Explained, Remedy } from './explained.ts';
import { nearestOf } from './nearest.ts';
import { remedyLines } from './remedy.ts';

/** What an explanation is put into words with. */
export interface Told {
  readonly texts: Texts;
  /** What the commands in its JSON are said to do in. */
  readonly jsonTexts: Texts;
  /** Names of people by their e-mails: those who gave access, or acted for others. */
  readonly names: ReadonlyMap<string, string>;
  readonly titles: boolean;
  readonly notes: readonly string[];
}

/** The answer to "why can they open it, or why not": sentences for a person, the facts for a script. */
export function explanation(explained: Explained, told: Told): Answer {
  const { member, resource, level, paths } = explained;
  const { texts, jsonTexts } = told;
  const remediesIn = (words: Texts) => ({ closes: closesOf(explained, words), nearest: nearestOf(explained, words) });
  const { headers, codes, level: word } = texts.answers.access;
  const columns = [
    { key: 'kind', header: headers.kind, say: (code: string) => codes.kind[code as WayIn['kind']] },
    { key: 'level', header: headers.level, say: (code: string) => word(code as Level) },
    { key: 'via', header: headers.team },
    { key: 'state', header: headers.state, say: (code: string) => codes.state[code as WayIn['state']] },
    ...(['since', 'by', 'reason'] as const).map((key) => ({ key, header: headers[key] })),
  ];
  return {
    json: { ...reachJson({ of: { member }, resource, level, paths }), ...remediesIn(jsonTexts) },
    table: {
      columns,
      rows: paths.map(({ kind, level: given, via, state, since, by, reason }) => ({
        kind,
        level: given,
        via,
        state,
        since: since ?? null,
        by: by ?? null,
        reason: reason ?? null,
      })),
    },
    text: (width) => written(explained, remediesIn(texts), told, width),
    notes: told.notes,
  };
}

function written(
  explained: Explained,
  remedies: { closes: Remedy[]; nearest: Remedy[] },
  told: Told,
  width: number,
): string {
  const say = told.texts.answers.access;
  const working = explained.paths.filter((path) => path.state === 'active');
  const latent = explained.paths.filter((path) => path.state !== 'active');
  const lines = (paths: readonly WayIn[]) => paths.map((path) => setIn(wayLine(path, explained, told), width, 2, 2));
  return [
    [sentence(explained, told), ...standing(explained, told)].map((text) => setIn(text, width, 0)).join('\n'),
    section(say.waysTitle, lines(working)),
    section(say.latentTitle, lines(latent)),
    section(
      say.closeTitle,
      remedies.closes.flatMap((remedy) => remedyLines(remedy, width)),
    ),
    section(
      say.nearestTitle,
      remedies.nearest.flatMap((remedy) => remedyLines(remedy, width)),
    ),
  ]
    .filter((text) => text !== '')
    .join('\n\n');
}

const section = (title: string, lines: readonly string[]): string =>
  lines.length > 0 ? [title, ...lines].join('\n') : '';

/** The whole answer in a sentence, with the ways that give the level and not those beneath it (S7). */
function sentence({ member, resource, level, paths }: Explained, { texts, titles }: Told): string {
  const say = texts.answers.access;
  const title = titles && resource.title !== null ? ` ${plain(resource.title)}` : '';
  const what = `${resourceName(resource, texts)}${title}`;
  if (level === null) return say.unknown(nameOf(member), what);
  const top = paths.filter((path) => path.state === 'active' && path.level === level);
  // "is the owner, as its owner" says it twice.
  const ways = level === 'owner' ? [] : top.map((path) => say.through[path.kind](plain(path.via ?? '')));
  return say.can(nameOf(member), level, what, ways);
}

/** Where the member stands, and that no way was found. */
function standing({ member, level, paths, onceActive, latentSeen }: Explained, { texts }: Told): string[] {
  const say = texts.answers.access;
  const { status } = member;
  if (status !== 'active') {
    return [onceActive === null || level === null ? say.notActive(status) : say.onceActive(status, onceActive)];
  }
  if (level !== 'none' || paths.length > 0) return [];
  return [latentSeen ? say.noWays : say.someWaysUnseen];
}

/** `team Psychology North: read, since Nov 3, 2026, by Lise Castonguay` */
function wayLine(path: WayIn, { resource, member }: Explained, told: Told): string {
  const say = told.texts.answers.access;
  const { since, by, actingFor, reason, state } = path;
  const who = (email: string) => plain(told.names.get(email.toLowerCase()) || email);
  const isCopy = path.kind === 'archived-copy';
  const deleted = state === 'inactive' && member.status === 'active' && resource.status === 'deleted';
  return [
    path.kind === 'owner' ? wayName(path, told.texts) : say.wayAt(wayName(path, told.texts), path.level),
    ...(path.requireApproval ? [say.approval] : []),
    ...(since === undefined ? [] : [isCopy ? say.copyOf(since) : say.since(since)]),
    ...(by === undefined ? [] : [actingFor === undefined ? say.by(who(by)) : say.byFor(who(by), who(actingFor))]),
    ...(reason === undefined ? [] : [say.because(plain(reason))]),
    ...(state === 'active' ? [] : [deleted ? say.state.deleted : say.state[state]]),
  ].join(', ');
}
