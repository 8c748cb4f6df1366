import type { World } from '../../contract/world.ts';
import { emailKey, type Names, type Report, reportRepeated } from './names.ts';

/** Profiles, records, shares, transfers and copies: R1, S4, S8, T1, T2, T3, T16. */
export function checkRecords(world: World, names: Names, report: Report): void {
  reportRepeated(
    world.profiles.map((profile, i) => [`profiles[${i}].key`, profile.key]),
    'profile',
    report,
  );
  reportRepeated(
    world.records.map((record, i) => [`records[${i}].number`, record.number]),
    'record',
    report,
  );
  world.profiles.forEach((profile, i) => {
    if (profile.school !== null && !names.schools.has(profile.school)) {
      report(`profiles[${i}].school`, { fault: 'unknown', what: 'school', name: profile.school });
    }
  });
  world.records.forEach((record, i) => {
    checkRecord(names, record, `records[${i}]`, report);
  });
  reportRepeated(
    world.transfers.map((transfer, i) => [`transfers[${i}].record`, transfer.record]),
    'pending-transfer',
    report,
    'T3',
  );
  world.transfers.forEach((transfer, i) => {
    checkTransfer(names, transfer, `transfers[${i}]`, report);
  });
  world.copies.forEach((copy, i) => {
    if (!names.records.has(copy.record))
      report(`copies[${i}].record`, { fault: 'unknown', what: 'record', name: copy.record });
    checkPerson(names, copy.holder, `copies[${i}].holder`, report, 'T10');
  });
  reportRepeated(
    world.copies.map((copy, i) => [`copies[${i}]`, `${copy.record}\n${emailKey(copy.holder)}\n${Date.parse(copy.at)}`]),
    'copy',
    report,
  );
}

/** Somebody who is, or has been, an active member: whoever is only invited has nothing and did nothing yet (O12). */
export function checkPerson(names: Names, email: string, path: string, report: Report, rule?: string): void {
  const member = names.member(email);
  if (!member) report(path, { fault: 'unknown', what: 'member', name: email }, rule);
  else if (member.status === 'invited') report(path, { fault: 'only-invited', name: email }, rule ?? 'O12');
}

/**
 * Whom a share or a space names: each once, and nobody who is only invited. Somebody inactive may keep what they were
 * given while they were active (O5).
 */
export function checkGrantees(names: Names, entries: readonly { with: string }[], path: string, report: Report): void {
  entries.forEach((entry, i) => {
    const grantee = names.grantee(entry.with);
    if (!grantee) report(`${path}[${i}].with`, { fault: 'unknown', what: 'member-or-team', name: entry.with }, 'S8');
    else if (grantee.type === 'member' && grantee.member.status === 'invited') {
      report(`${path}[${i}].with`, { fault: 'only-invited', name: entry.with }, 'S8');
    }
  });
  const key = (text: string) => (names.grantee(text)?.type === 'member' ? emailKey(text) : text);
  reportRepeated(
    entries.map((entry, i) => [`${path}[${i}].with`, key(entry.with)]),
    'grantee',
    report,
    'S1',
  );
}

function checkRecord(names: Names, record: World['records'][number], path: string, report: Report): void {
  checkPerson(names, record.owner, `${path}.owner`, report);
  record.profiles.forEach((key, i) => {
    if (!names.profiles.has(key)) report(`${path}.profiles[${i}]`, { fault: 'unknown', what: 'profile', name: key });
  });
  reportRepeated(
    record.profiles.map((key, i) => [`${path}.profiles[${i}]`, key]),
    'profile',
    report,
  );
  checkGrantees(names, record.shares, `${path}.shares`, report);
  record.shares.forEach((share, i) => {
    const grantee = names.grantee(share.with);
    if (grantee?.type === 'member' && grantee.member === names.member(record.owner)) {
      report(`${path}.shares[${i}].with`, { fault: 'shared-with-owner' }, 'S8');
    }
    if (!share.requireApproval) return;
    if (share.access === 'read') {
      report(`${path}.shares[${i}].requireApproval`, { fault: 'approval-on-read' }, 'S4');
    }
    if (grantee?.type === 'team') {
      report(`${path}.shares[${i}].requireApproval`, { fault: 'approval-of-team' }, 'S4');
    }
  });
}

function checkTransfer(names: Names, transfer: World['transfers'][number], path: string, report: Report): void {
  const record = names.records.get(transfer.record);
  if (!record) report(`${path}.record`, { fault: 'unknown', what: 'record', name: transfer.record });
  else if (record.status !== 'active')
    report(`${path}.record`, { fault: 'not-transferred', status: record.status }, 'T1');
  checkPerson(names, transfer.to, `${path}.to`, report, 'T2');
  checkPerson(names, transfer.by, `${path}.by`, report, 'T1');
  reportRepeated(
    transfer.include.map((choice, i) => [`${path}.include[${i}]`, choice]),
    'inclusion',
    report,
  );
  if (!record) return;
  if (emailKey(transfer.to) === emailKey(record.owner)) {
    report(`${path}.to`, { fault: 'sent-to-owner' }, 'T2');
  }
  const byOwner = emailKey(transfer.by) === emailKey(record.owner);
  if (transfer.capacity && transfer.capacity !== (byOwner ? 'owner' : 'coordinator')) {
    report(`${path}.capacity`, { fault: byOwner ? 'owner-sends-as-owner' : 'others-send-as-coordinator' }, 'T16');
  }
}
