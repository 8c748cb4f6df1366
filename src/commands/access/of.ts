import type { Access } from '../../contract/access.ts';
import { reachedBy } from '../../reading/diagnosis/possessions.ts';
import { type Standing, standingOf } from '../../reading/diagnosis/standing.ts';
import type { AnswerTable } from '../../rendering/answer.ts';
import { nameOf, reachJson, resourceCell, waysCell } from '../../rendering/answers/access-view.ts';
import { plain } from '../../rendering/layout.ts';
import type { Texts } from '../../texts/index.ts';
import { argument, type Reading, read } from '../command.ts';
import { SNAPSHOT } from '../snapshot-flag.ts';
import { type MemberOrTeam, memberOrTeam } from './subject.ts';
import { reachView } from './views.ts';

/** `access of MEMBER|TEAM`: everything they reach (O11). */
export default read({
  arguments: [{ name: 'MEMBER|TEAM', names: 'subject' }],
  flags: [SNAPSHOT],
  async run(reading, given) {
    const { reader, texts } = reading;
    const asker = await reading.asker();
    const standing = await standingOf(reader, asker);
    const subject = await memberOrTeam(reading, argument(given, 'MEMBER|TEAM'), 'MEMBER|TEAM');
    const rows = await reachedBy(reader, standing, granteeOf(subject));
    const name = 'team' in subject ? plain(subject.team.name) : nameOf(subject.member);
    return {
      json: rows.map((row) => reachJson(reachView(row))),
      table: tableOf(rows, texts),
      ...(rows.length === 0 && { text: () => texts.answers.access.nothing(name) }),
      notes: await onceActive(reading, standing, subject),
    };
  },
});

const granteeOf = (subject: MemberOrTeam) =>
  'team' in subject
    ? { type: 'team' as const, id: subject.team.id }
    : { type: 'member' as const, id: subject.member.id };

/** O5, O12: who isn't active reaches nothing, but would. */
async function onceActive({ reader, texts }: Reading, standing: Standing, subject: MemberOrTeam): Promise<string[]> {
  if ('team' in subject || subject.member.status === 'active' || !standing.administrator) return [];
  const { member } = subject;
  const rows = await reachedBy(reader, standing, granteeOf(subject), true);
  const count = (type: 'record' | 'space') => rows.filter((row) => row.resource.type === type).length;
  const status = member.status === 'invited' ? 'invited' : 'inactive';
  return [texts.answers.access.wouldReach(nameOf(member), status, count('record'), count('space'))];
}

function tableOf(rows: readonly Access[], texts: Texts): AnswerTable {
  const say = texts.answers.access;
  return {
    columns: (['resource', 'level', 'ways'] as const).map((key) => ({ key, header: say.headers[key] })),
    rows: rows.map((row) => {
      const { resource, level, paths } = reachView(row);
      return { resource: resourceCell(resource), level: say.level(row.level), ways: waysCell(paths, level, texts) };
    }),
  };
}
