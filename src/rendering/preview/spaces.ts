import { groupBy } from '../../model/collections.ts';
import type { Id, Space } from '../../model/organization.ts';
import { NEW } from '../../model/references.ts';
import type { Resource } from '../../model/resources.ts';
import type { Plan, Step } from '../../planning/plan.ts';
import { plain } from '../layout.ts';
import type { Setting } from './setting.ts';

/** A resource as the heading of its section: a record's number, a space's id, kind and profile; names where they are shown. */
export function titleOf(resource: Resource, { names, texts }: Setting): string {
  const space = resource.type === 'space' ? names.space(resource.id) : null;
  if (!space) return names.resource(resource);
  const say = texts.preview.space;
  const { kind, profile, label, isNew } = space;
  return isNew ? say.newTitle(kind, profile, label) : say.title(plain(resource.id), kind, profile, label);
}

/** Ids longer than that mean nothing to a reader: a profile's key does, and names its space as well. */
const LONG_ID = 12;

/** A resource in few letters, for a table. */
export function shortName(resource: Resource, { names, texts }: Setting): string {
  if (!resource.id.startsWith(NEW)) {
    const space = resource.id.length > LONG_ID ? names.space(resource.id) : null;
    return space?.kind === 'multi' && space.profile ? `multi:${plain(space.profile)}` : names.number(resource);
  }
  return texts.preview.space.newShort(plain(withoutPrefix(resource.id)));
}

const withoutPrefix = (id: Id): string => id.slice(NEW.length);

/** C3, C6: what a new space comes from, and that it may not be the only one. */
export const createdNotes = (steps: readonly Step[], { texts: { preview: say } }: Setting): string[] =>
  steps.flatMap(({ action, detail }) => {
    if (action !== 'space.create') return [];
    const { record, another, kind } = detail;
    return [
      ...(typeof record === 'string' ? [say.space.createdFrom(plain(record))] : []),
      ...(another === true && kind === 'multi' ? [say.space.createdAnother] : []),
    ];
  });

/** C3, once for a plan that lets somebody into a space. */
export function spacesNote({ steps }: Plan, { texts }: Setting): string {
  const opens = steps.some(({ action, status }) => action === 'space.share' && status === 'change');
  return opens ? `  ${texts.preview.space.closed}` : '';
}

/** Of a plan too large for sections: how many spaces it makes, by kind. */
export function createdSection(changing: readonly Step[], { names, texts: { preview: say } }: Setting): string {
  const created = changing.filter(({ action }) => action === 'space.create');
  const groups = groupBy(created, ({ detail, intent }) => `${detail['kind']} ${intent.actor}`);
  const lines = [...groups.values()].map((steps) => {
    const [first] = steps as [Step];
    return say.space.created(first.detail['kind'] as Space['kind'], steps.length, names.member(first.intent.actor));
  });
  return lines.length > 0 ? [say.space.createdTitle, ...lines].join('\n') : '';
}
