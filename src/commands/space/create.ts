import { Failure, throwAll } from '../../failures/failure.ts';
import type { GranteeAtLevel } from '../../input/words.ts';
import type { Intent } from '../../model/intents/index.ts';
import type { Space } from '../../model/organization.ts';
import type { NewSpaceReference, ProfileReference } from '../../model/references.ts';
import type { ChangeCommand } from '../command.ts';
import type { RowWords } from '../words.ts';

/** `space create [--for PROFILE…] [--kind KIND] [--record RECORD] [--name NAME] [--share GRANTEE[=LEVEL]…]` (C1, C2, C6) */
export default {
  kind: 'change',
  arguments: [],
  flags: [
    { name: 'for', value: 'PROFILE', names: 'profile', many: true, column: 'for' },
    { name: 'kind', value: 'KIND', names: 'kind', column: 'kind' },
    { name: 'record', value: 'RECORD', names: 'record', column: 'record' },
    { name: 'name', value: 'NAME', column: 'name' },
    { name: 'share', value: 'GRANTEE[=LEVEL]', names: 'grantee', many: true, column: 'share' },
    { name: 'another', column: 'another' },
  ],
  required: [],
  needs: ({ flags }) => {
    if (flags['for'] !== undefined) return [];
    if (flags['kind'] !== undefined) return flags['kind'] === 'multi' ? ['for'] : ['name'];
    return flags['name'] === undefined && flags['record'] === undefined ? ['kind', 'for'] : [];
  },
  intents(row) {
    const kind = row.optionalKind('kind') ?? 'multi';
    const profiles = row.optionalProfiles('for');
    checkParts(row, kind, profiles);
    const shares = sharesOf(row, kind);
    const around: readonly (ProfileReference | null)[] = profiles.length > 0 ? profiles : [null];
    return around.flatMap((profile) => creating(row, kind, profile, shares));
  },
} satisfies ChangeCommand;

/** C1, C2: what a space of either kind is made of. */
function checkParts(row: RowWords, kind: Space['kind'], profiles: readonly ProfileReference[]): void {
  const at = (column: 'for' | 'record' | 'name') => row.place(column);
  if (kind === 'collaborative') {
    if (profiles.length > 0 || row.optionalText('name') !== null) return;
    throw new Failure('flag-needs', { flag: '--kind collaborative', needs: ['--name', '--for'] }, at('name'));
  }
  if (profiles.length === 0) throw new Failure('flag-needs', { flag: '--kind multi', needs: ['--for'] }, at('for'));
  for (const column of ['record', 'name'] as const) {
    if (row.optionalText(column) === null) continue;
    throw new Failure('conflicting-flags', { flags: ['--kind multi', `--${column}`] }, at(column));
  }
}

/** C1, C2: a level for each in a multi-space, for none in a collaborative one. */
function sharesOf(row: RowWords, kind: Space['kind']): GranteeAtLevel[] {
  const shares = row.granteeLevels('share');
  const wrong = shares.filter(({ level }) => (level === null) === (kind === 'multi'));
  throwAll(wrong.map((share) => new Failure('space-level', { text: typed(share), kind }, row.place('share'))));
  return shares;
}

const typed = ({ grantee: { type, text }, level }: GranteeAtLevel): string =>
  `${type === 'team' ? 'team:' : ''}${text}${level === null ? '' : `=${level}`}`;

/** One row: a space, and everyone it is shared with from the start. */
function creating(
  row: RowWords,
  kind: Space['kind'],
  profile: ProfileReference | null,
  shares: readonly GranteeAtLevel[],
): Intent[] {
  const record = row.optionalRecord();
  const name = row.optionalText('name');
  const another = row.answer('another') ?? false;
  const space: NewSpaceReference = {
    ref: 'new-space',
    kind,
    profile: profile?.text ?? null,
    record: record?.text ?? null,
    name,
    another,
    text: profile?.text ?? name ?? '',
    place: row.place(profile ? 'for' : 'name'),
  };
  return [
    { action: 'space.create', row: row.line, space, kind, profile, record, name, another },
    ...shares.map(({ grantee, level }): Intent => ({ action: 'space.share', row: row.line, space, grantee, level })),
  ];
}
