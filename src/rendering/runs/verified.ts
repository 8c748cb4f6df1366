import type { RunVerification } from '../../executing/verify-run.ts';
import type { Directory } from '../../model/directory.ts';
import type { Resource } from '../../model/resources.ts';
import type { Texts } from '../../texts/index.ts';
import type { Level } from '../../texts/levels.ts';
import { setIn } from '../layout.ts';

/** So many of what differs, and so many of what is pending, are told one by one. */
const MOST = 20;

/** What a run foretold, held against what is, as JSON: numbers and e-mails. */
export function verifiedJson(run: string, verification: RunVerification, { records, members }: Directory) {
  const { checked, unverifiable, transfers, pending } = verification;
  const email = (id: string) => members.get(id)?.email ?? id;
  const number = (id: string) => records.get(id)?.number ?? id;
  const resource = ({ type, id }: Resource) =>
    type === 'organization' ? type : `${type}:${type === 'record' ? number(id) : id}`;
  return {
    run,
    checked,
    unverifiable,
    transfers,
    pending: pending.map(({ row, target, subject }) => ({
      row,
      target: target.type === 'record' ? number(target.id) : email(target.id),
      to: subject && email(subject.id),
    })),
    mismatches: verification.mismatches.map(({ member, resource: on, predicted, observed, since }) => ({
      member: email(member),
      resource: resource(on),
      predicted,
      observed,
      since,
    })),
  };
}

/** The same as a person reads it. */
export function verifiedText(json: ReturnType<typeof verifiedJson>, texts: Texts, width: number): string {
  const { runs, preview } = texts;
  const say = runs.verify;
  const { run, checked, unverifiable, transfers, pending, mismatches } = json;
  const differing = mismatches.map(({ member, resource, predicted, observed, since }) => {
    const said = preview.mismatch(
      member,
      resource,
      preview.level(predicted.level as Level),
      preview.level(observed.level as Level),
    );
    return setIn(since.length > 0 ? `${said} (${say.since(since)})` : said, width, 2, 2);
  });
  const waiting = pending.map(({ target, to }) => `  ${say.pending(target, to)}`);
  const limited = (lines: readonly string[]) =>
    lines.length > MOST ? [...lines.slice(0, MOST), `  ${preview.andMore(lines.length - MOST)}`] : lines;
  const of = transfers.accepted + transfers.pending + transfers.ended + transfers.unseen;
  return [
    preview.runId(run),
    ...(of > 0 ? [setIn(say.transfers(transfers), width, 0, 2)] : []),
    ...limited(waiting),
    ...(mismatches.length > 0 ? [preview.differs(mismatches.length), ...limited(differing)] : []),
    ...(mismatches.length === 0 && checked > 0 ? [preview.verified(checked)] : []),
    ...(unverifiable > 0 ? [preview.unverifiable(unverifiable)] : []),
  ].join('\n');
}
