import { distance } from 'fastest-levenshtein';
import type * as z from 'zod';
import { Failure, type ManifestShape } from '../../failures/failure.ts';
import { fold } from '../fold.ts';
import { DefaultsEntry, GranteeEntry, ManifestFile, MemberEntry, ShareEntry, SpaceEntry, TeamEntry } from './schema.ts';
import type { Path, Source } from './yaml.ts';

type Issue = z.core.$ZodIssue;
/** An issue with no alternatives left: what would have done is known. */
interface Plain {
  readonly issue: Issue | null;
  readonly path: Path;
  readonly shapes: readonly ManifestShape[];
}

const SHAPES: { readonly [type: string]: ManifestShape } = {
  string: 'text',
  array: 'list',
  object: 'mapping',
  boolean: 'yes-or-no',
};

/** What a manifest's shape is at fault for, each with its line and column. */
export function failuresOf(issues: readonly Issue[], source: Source): Failure[] {
  return issues.flatMap((issue) => plainOnes(issue)).flatMap((plain) => failureOf(plain, source));
}

/** Of several alternatives, the one that what stands there is meant as: it has the right type, and a fault within. */
function plainOnes(issue: Issue): Plain[] {
  if (issue.code === 'invalid_type') return [{ issue: null, path: issue.path, shapes: shapesOf(issue.expected) }];
  if (issue.code !== 'invalid_union') return [{ issue, path: issue.path, shapes: [] }];
  const branches = issue.errors.map((errors) => errors.flatMap(plainOnes));
  const meant = branches.find((branch) => !branch.some(isWrongType));
  if (meant) return meant.map((plain) => ({ ...plain, path: [...issue.path, ...plain.path] }));
  return [
    {
      issue: null,
      path: issue.path,
      shapes: [
        ...new Set(
          branches
            .flat()
            .filter(isWrongType)
            .flatMap(({ shapes }) => shapes),
        ),
      ],
    },
  ];
}

const isWrongType = ({ issue, path }: Plain): boolean => issue === null && path.length === 0;
const shapesOf = (expected: string): ManifestShape[] => [SHAPES[expected] ?? 'text'];

function failureOf({ issue, path, shapes }: Plain, source: Source): Failure[] {
  if (issue?.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(key, path, source));
  const place = source.place(path);
  const name = String(path.findLast((part) => typeof part === 'string') ?? '');
  const value = valueAt(source.data, path);
  if (value === undefined) return [new Failure('manifest-missing-key', { key: name }, place)];
  if (shapes.includes('text') && value !== null && typeof value !== 'object') {
    return [new Failure('manifest-not-text', { text: source.written(path) }, place)];
  }
  return [new Failure('manifest-shape', { name, expected: shapes.length > 0 ? [...shapes] : ['text'] }, place)];
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>((holder, part) => (holder as Record<PropertyKey, unknown> | null)?.[part], data);
}

function unknownKey(key: string, path: Path, source: Source): Failure {
  const allowed = keysAt(path);
  const nearest = allowed
    .map((name) => ({ name, away: distance(fold(key), fold(name)) }))
    .filter(({ name, away }) => away <= Math.max(1, name.length / 2))
    .sort((a, b) => a.away - b.away)
    .slice(0, 1)
    .map(({ name }) => name);
  return new Failure('manifest-unknown-key', { key, nearest, allowed }, source.keyPlace(path, key));
}

/** The keys a mapping may have, by where it is. */
function keysAt(path: Path): string[] {
  const [section] = path;
  if (section === 'spaces' && path.includes('for')) return ['school'];
  if (section === 'spaces' && path.includes('share')) return Object.keys(GranteeEntry.shape);
  return Object.keys((ENTRIES[String(section)] ?? ManifestFile).shape);
}

const ENTRIES: { readonly [section: string]: z.ZodObject } = {
  defaults: DefaultsEntry,
  members: MemberEntry,
  teams: TeamEntry,
  spaces: SpaceEntry,
  shares: ShareEntry,
};
