import type { Level } from '../../model/levels.ts';
import type { Capacity, MemberStatus, RecordStatus } from '../../model/organization.ts';
import type { Texts } from '../../texts/index.ts';
import { plain } from '../layout.ts';
import type { Fact } from './facts.ts';

interface Ref {
  readonly id: string;
  readonly email: string;
}

/** Whom a record is shared with. */
type GranteeView =
  | (Ref & { readonly type: 'member'; readonly status: MemberStatus })
  | { readonly type: 'team'; readonly id: string; readonly name: string };

/** A record as far as it is seen; what is left out isn't known, which is not the same as there being none (A2). */
export interface RecordView {
  readonly id: string;
  readonly number: string;
  readonly title?: string | undefined;
  readonly owner?: Ref | undefined;
  readonly status?: RecordStatus | undefined;
  readonly confidential?: boolean | undefined;
  readonly partiallyConfidential?: boolean | undefined;
  readonly profiles?:
    | readonly { readonly id: string; readonly key: string; readonly school: string | null }[]
    | undefined;
  readonly counts?: Readonly<Record<string, number>> | undefined;
  readonly shares?:
    | readonly { readonly grantee: GranteeView; readonly access: Level; readonly requireApproval: boolean }[]
    | undefined;
  readonly pendingTransfer?:
    | { readonly capacity: Capacity; readonly id?: string | undefined; readonly to?: Ref | undefined }
    | null
    | undefined;
  readonly copies?: readonly { readonly holder: Ref; readonly at: string }[] | undefined;
}

const SEEN_IN_PART = [
  'owner',
  'status',
  'confidential',
  'partiallyConfidential',
  'profiles',
  'counts',
  'shares',
  'pendingTransfer',
  'copies',
] as const;

/**
 * A record as `-o json` prints it: the same keys always. What isn't seen is null and named in `unknown`, so that a
 * pending transfer that isn't seen and one that isn't there don't look alike (A2).
 */
export function recordJson(record: RecordView, titles: boolean) {
  const unknown = SEEN_IN_PART.filter((key) => record[key] === undefined);
  const seen = Object.fromEntries(SEEN_IN_PART.map((key) => [key, record[key] ?? null]));
  return {
    id: record.id,
    number: record.number,
    ...(titles && { title: record.title ?? null }),
    ...seen,
    unknown,
  };
}

/** A record's mark in a word: whole, in part, none, or not known (R3). */
export function confidentiality({ confidential, partiallyConfidential }: RecordView, { answers }: Texts): string {
  if (confidential === undefined) return answers.unknown;
  if (confidential) return answers.record.confidential;
  if (partiallyConfidential === undefined) return answers.unknown;
  return partiallyConfidential ? answers.record.partially : answers.no;
}

/** Whether a record waits for a transfer, in a word for a list; null where it doesn't. */
export function pendingWords({ pendingTransfer: transfer }: RecordView, { answers }: Texts): string | null {
  if (transfer === undefined) return answers.unknown;
  return transfer && answers.record.pendingBy[transfer.capacity];
}

/** The transfer a record waits for, in words; null where it waits for none (T3, T17). */
export function transferWords({ pendingTransfer: transfer }: RecordView, { answers }: Texts): string | null {
  if (transfer === undefined) return answers.unknown;
  if (transfer === null) return null;
  const to = transfer.to ? [answers.record.transferTo(plain(transfer.to.email))] : [];
  return [answers.record.transferBy[transfer.capacity], ...to].join(', ');
}

/** What is seen of a record, a fact a line. */
export function recordFacts(record: RecordView, texts: Texts): Fact[] {
  const { record: say, unknown } = texts.answers;
  const { labels } = say;
  const fact = (key: keyof typeof labels, values: readonly string[]): Fact => ({ label: labels[key], values });
  const known = (key: keyof typeof say.none, values: readonly string[] | undefined): Fact =>
    fact(key, values?.length === 0 ? [say.none[key]] : (values ?? [unknown]));
  return [
    fact('owner', [record.owner ? record.owner.email : unknown]),
    fact('status', [record.status ? say.status[record.status] : unknown]),
    fact('confidential', [confidentiality(record, texts)]),
    known('profiles', record.profiles?.map(profileWords)),
    fact('transfer', [transferWords(record, texts) ?? say.none.transfer]),
    known('shares', record.shares?.map(shareWords)),
    known(
      'copies',
      record.copies?.map(({ holder, at }) => say.copy(holder.email, at)),
    ),
    known('contents', record.counts && contentsWords(record.counts)),
  ];

  function profileWords({ key, school }: { key: string; school: string | null }): string {
    return school === null ? key : say.atSchool(key, school);
  }

  function shareWords({ grantee, access, requireApproval }: NonNullable<RecordView['shares']>[number]): string {
    const who = grantee.type === 'team' ? say.team(grantee.name) : memberWords(grantee);
    return say.share(who, texts.preview.level(access), requireApproval);
  }

  function memberWords({ email, status }: Ref & { status: MemberStatus }): string {
    return status === 'active' ? email : say.notActive(email, texts.answers.member.status[status] ?? status);
  }

  function contentsWords(counts: Readonly<Record<string, number>>): string[] {
    const held = Object.entries(counts).filter(([, n]) => n > 0);
    return held.length === 0 ? [] : [held.map(([kind, n]) => say.items[kind]?.(n) ?? `${n} ${kind}`).join(', ')];
  }
}
