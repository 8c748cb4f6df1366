import type { Access } from '../../contract/access.ts';
import type { Member } from '../../contract/members.ts';
import { Failure } from '../../failures/failure.ts';
import { byId } from '../../model/collections.ts';
import { everyWay, seeWell } from '../../reading/diagnosis/details.ts';
import { everyoneOn, hidesRecipient } from '../../reading/diagnosis/reach.ts';
import { resolveResource } from '../../reading/diagnosis/resource.ts';
import { standingOf } from '../../reading/diagnosis/standing.ts';
import { findMembers } from '../../reading/members.ts';
import type { AnswerTable } from '../../rendering/answer.ts';
import { nameOf, reachJson, resourceName, waysCell } from '../../rendering/answers/access-view.ts';
import type { Texts } from '../../texts/index.ts';
import { argument, type Reading, read } from '../command.ts';
import { SNAPSHOT } from '../snapshot-flag.ts';
import { howToKnow, reachView, typedResource } from './views.ts';

/** `access who RESOURCE`: everyone who reaches it, how far, and through what (S7, O11). */
export default read({
  arguments: [{ name: 'RESOURCE', names: 'resource' }],
  flags: [SNAPSHOT],
  async run(reading, given) {
    const { reader, texts } = reading;
    const typed = typedResource(argument(given, 'RESOURCE'));
    const asker = await reading.asker();
    const standing = await standingOf(reader, asker);
    const resource = await resolveResource(reader, asker, standing, typed, { column: 'RESOURCE' });
    const [rows, seen] = await Promise.all([
      everyoneOn(reader, standing, resource),
      seeWell(reader, asker, resource, []),
    ]);
    // An empty answer would say that nobody reaches it (A2).
    if (!rows) {
      const { type, name } = resource;
      const how = howToKnow(asker, resource);
      throw new Failure('forbidden', { about: 'who', resource: { type, name }, how }, { column: 'RESOURCE' });
    }
    const latent = seen ? [...everyWay(seen)].filter(([, { level }]) => level === 'none').map(([id]) => id) : [];
    const people = await peopleOf(reading, [...rows.flatMap((row) => row.member?.id ?? []), ...latent]);
    const couldAsk = asker.mayActAs && asker.acting.as !== 'owner' && resource.owner?.status === 'active';
    const blind = resource.type === 'record' && !seen && couldAsk;
    const unseen = hidesRecipient(resource) && !standing.administrator;
    return {
      json: rows.map((row) => reachJson(reachView(row))),
      table: tableOf(rows, people, reading),
      ...(rows.length === 0 && { text: () => texts.answers.access.nobody(resourceName(resource, texts)) }),
      notes: [
        ...latentNotes(
          latent.flatMap((id) => people.get(id) ?? []),
          resource.record?.status === 'deleted',
          texts,
        ),
        ...(blind ? [texts.answers.access.seeMore] : []),
        ...(unseen ? [texts.answers.access.recipientUnseen] : []),
      ],
    };
  },
});

/** Who has a way in that doesn't work now: O5, S8, T4. What a deletion closed is no way in any more (R4). */
function latentNotes(people: readonly Member[], deleted: boolean, { answers: { access: say } }: Texts): string[] {
  if (deleted) return [];
  const names = (active: boolean) => people.filter(({ status }) => (status === 'active') === active).map(nameOf);
  const [cutOff, later] = [names(true), names(false)];
  return [...(cutOff.length > 0 ? [say.cutOff(cutOff)] : []), ...(later.length > 0 ? [say.later(later)] : [])];
}

async function peopleOf({ reader }: Reading, ids: readonly string[]): Promise<Map<string, Member>> {
  const { found } = await findMembers(
    reader,
    ids.map((text) => ({ text, place: {} })),
  );
  return byId(found.values());
}

function tableOf(rows: readonly Access[], people: ReadonlyMap<string, Member>, { texts }: Reading): AnswerTable {
  const say = texts.answers.access;
  return {
    columns: (['member', 'email', 'level', 'ways'] as const).map((key) => ({ key, header: say.headers[key] })),
    rows: rows.map((row) => {
      const { paths, level } = reachView(row);
      const member = row.member ?? { id: '', email: '' };
      const name = people.get(member.id)?.name ?? '';
      return {
        member: name || member.email,
        email: member.email,
        level: say.level(row.level),
        ways: waysCell(paths, level, texts),
      };
    }),
  };
}
