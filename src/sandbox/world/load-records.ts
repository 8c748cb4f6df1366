import type { World } from '../../contract/world.ts';
import { contentColumns } from './contents.ts';
import { granteeColumns, type Loading } from './loading.ts';
import { folded } from './names.ts';

/** Records with their profiles and shares, pending transfers, archived copies. */
export function insertRecords(loading: Loading, world: World): void {
  for (const record of world.records) insertRecord(loading, record);
  for (const transfer of world.transfers) insertTransfer(loading, transfer);
  for (const copy of world.copies) {
    loading.insert('copies', {
      record_id: loading.names.records.get(copy.record)?.id as string,
      holder_id: loading.names.member(copy.holder)?.id as string,
      at: copy.at,
    });
  }
}

function insertRecord({ insert, names, version }: Loading, record: World['records'][number]): void {
  const record_id = record.id as string;
  insert('records', {
    id: record_id,
    number: record.number,
    title: record.title,
    owner_id: names.member(record.owner)?.id as string,
    status: record.status,
    confidential: Number(record.confidential),
    ...contentColumns(record.contents),
    search: folded(`${record.number} ${record.title}`),
    version,
  });
  record.profiles.forEach((key, position) => {
    insert('record_profiles', { record_id, profile_id: names.profiles.get(key)?.id as string, position });
  });
  for (const share of record.shares) {
    const { access, requireApproval } = share;
    insert('shares', {
      record_id,
      ...granteeColumns(names, share.with),
      access,
      require_approval: Number(requireApproval),
    });
  }
}

function insertTransfer({ insert, names, version, now }: Loading, transfer: World['transfers'][number]): void {
  const record = names.records.get(transfer.record);
  const from = record && names.member(record.owner);
  const by = names.member(transfer.by);
  insert('transfers', {
    id: transfer.id as string,
    record_id: record?.id as string,
    from_id: from?.id as string,
    to_id: names.member(transfer.to)?.id as string,
    sent_by: by?.id as string,
    capacity: by === from ? 'owner' : 'coordinator',
    include_confidential: Number(transfer.include.includes('confidential')),
    include_raw_data: Number(transfer.include.includes('raw-data')),
    keep_copy: Number(transfer.keepCopy),
    status: 'pending',
    sent_at: now,
    ended_at: null,
    version,
  });
}
