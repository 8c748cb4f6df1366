import { type Diagnosis, explain } from '../../reading/diagnosis/explain.ts';
import { resolveResource } from '../../reading/diagnosis/resource.ts';
import { standingOf } from '../../reading/diagnosis/standing.ts';
import { findMembers, memberByAnyName } from '../../reading/members.ts';
import type { Explained } from '../../rendering/answers/explained.ts';
import { argument, type Given, type Reading } from '../command.ts';
import { askerView, howToKnow, personOf, resourceView, typedResource } from './views.ts';

/** A diagnosis, what an explanation of it rests on, and what has to be said beside it. */
export interface Diagnosed {
  readonly diagnosis: Diagnosis;
  readonly explained: Explained;
  readonly notes: readonly string[];
}

/** Finds out what the member a command names reaches of the resource it names. Throws failures about unknown names. */
export async function diagnose({ reader, texts, asker: who }: Reading, given: Given): Promise<Diagnosed> {
  const typed = typedResource(argument(given, 'RESOURCE'));
  const asker = await who();
  const standing = await standingOf(reader, asker);
  const [member, resource] = await Promise.all([
    memberByAnyName(reader, { text: argument(given, 'MEMBER'), place: { column: 'MEMBER' } }),
    resolveResource(reader, asker, standing, typed, { column: 'RESOURCE' }),
  ]);
  const diagnosis = await explain(reader, asker, standing, member, resource);
  const { level, paths, onceActive, teams, latentSeen } = diagnosis;
  return {
    diagnosis,
    explained: {
      member: personOf(member),
      resource: resourceView(diagnosis.resource),
      level,
      paths,
      onceActive,
      teams,
      latentSeen,
      asker: askerView(asker, standing, diagnosis.resource),
    },
    notes: notes(),
  };

  function notes(): string[] {
    if (level === null) return [texts.answers.access.howToKnow[howToKnow(asker, diagnosis.resource)]];
    const blind = !latentSeen && (level === 'none' || level === 'metadata');
    const couldAsk = asker.mayActAs && asker.acting.as !== 'owner' && resource.owner?.status === 'active';
    return blind && couldAsk ? [texts.answers.access.seeMore] : [];
  }
}

/** What those are called who gave the ways in, by e-mail in lower case; whoever is gone has no name. */
export async function namesOfGivers({ reader }: Reading, { paths }: Explained): Promise<Map<string, string>> {
  const emails = [...new Set(paths.flatMap(({ by, actingFor }) => [by ?? [], actingFor ?? []].flat()))];
  const { found } = await findMembers(
    reader,
    emails.map((text) => ({ text, place: {} })),
  );
  return new Map([...found].map(([email, member]) => [email, member.name]));
}
