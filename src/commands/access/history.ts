import type { AuditEntry } from '../../contract/audit.ts';
import { Failure } from '../../failures/failure.ts';
import { parseGrantee, parseResource } from '../../input/references.ts';
import type { Asker } from '../../reading/asker.ts';
import { historyOf, type Subject } from '../../reading/diagnosis/history.ts';
import { resolveResource } from '../../reading/diagnosis/resource.ts';
import { type Standing, standingOf } from '../../reading/diagnosis/standing.ts';
import { mostTelling } from '../../reading/nearest.ts';
import { historyTable } from '../../rendering/answers/history.ts';
import { argument, type Reading, read } from '../command.ts';
import { LIMIT, limitOf } from '../limits.ts';
import { SNAPSHOT } from '../snapshot-flag.ts';
import { found, memberOrTeam } from './subject.ts';

const ARGUMENT = 'RESOURCE|MEMBER|TEAM';

/** `access history RESOURCE|MEMBER|TEAM`: who did what, when, acting for whom, and why (A1). */
export default read({
  arguments: [{ name: ARGUMENT, names: 'anything' }],
  flags: [LIMIT, SNAPSHOT],
  async run(reading, given) {
    const { reader, texts } = reading;
    // The audit isn't pulled: it holds reasons in people's own words. An empty list would say that nothing was done (A2).
    if (reading.snapshot) throw new Failure('bad-snapshot', { problem: 'no-history', puller: reading.snapshot.puller });
    const limit = limitOf(given);
    const asker = await reading.asker();
    const standing = await standingOf(reader, asker);
    const subject = await subjectNamed(reading, asker, standing, argument(given, ARGUMENT));
    const entries = await historyOf(reader, standing, subject, limit + 1);
    const say = texts.answers.access;
    const { mayActAs, acting } = asker;
    if (!entries) throw new Failure('forbidden', { about: 'history', couldActAs: mayActAs && acting.as !== 'owner' });
    const shown = entries.slice(0, limit);
    return {
      json: shown,
      table: historyTable(shown.map(entryView), texts),
      ...(shown.length === 0 && { text: () => say.noHistory }),
      notes: [
        ...(entries.length > limit ? [texts.answers.limited(limit)] : []),
        ...('grantee' in subject && !standing.administrator ? [say.historyInPart] : []),
      ],
    };
  },
});

async function subjectNamed(reading: Reading, asker: Asker, standing: Standing, text: string): Promise<Subject> {
  const place = { column: ARGUMENT };
  const typed = parseResource(text, place);
  const isPerson = text.includes('@') || parseGrantee(text, place).type === 'team';
  if (isPerson && typed.type === 'either') return granteeNamed(reading, text);
  const resource = await found(() => resolveResource(reading.reader, asker, standing, typed, place));
  if (!(resource instanceof Failure) && (resource.id !== null || typed.type !== 'either')) return { resource };
  if (typed.type !== 'either') throw resource;
  const grantee = await found(() => granteeNamed(reading, text));
  if (!(grantee instanceof Failure)) return grantee;
  throw resource instanceof Failure ? mostTelling([resource, grantee]) : grantee;
}

async function granteeNamed(reading: Reading, text: string): Promise<Subject> {
  const subject = await memberOrTeam(reading, text, ARGUMENT);
  return 'team' in subject
    ? { grantee: { type: 'team', id: subject.team.id } }
    : { grantee: { type: 'member', id: subject.member.id } };
}

const entryView = ({ at, actor, actingFor, action, record, space, member, team, detail, reason }: AuditEntry) => ({
  at,
  actor: actor.email,
  actingFor: actingFor?.email ?? null,
  action,
  level: typeof detail['access'] === 'string' ? detail['access'] : null,
  resource: record
    ? { type: 'record' as const, name: record.number }
    : space && { type: 'space' as const, name: space.id },
  member: member?.email ?? null,
  team: team?.name ?? null,
  reason,
});
