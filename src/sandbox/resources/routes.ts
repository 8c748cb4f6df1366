import { sendBatch } from '../../contract/batch.ts';
import { notFound } from '../http/problem.ts';
import { type Route, route } from '../http/routing.ts';
import { accessRoutes } from './access.ts';
import { auditRoutes } from './audit.ts';
import { invitationRoutes } from './invitations.ts';
import { invitingRoutes } from './inviting.ts';
import { organizationRoutes } from './me.ts';
import { memberChangeRoutes } from './member-changes.ts';
import { memberStatusRoutes } from './member-status.ts';
import { memberRoutes } from './members.ts';
import { profileRoutes } from './profiles.ts';
import { recordStatusRoutes } from './record-status.ts';
import { recordRoutes } from './records.ts';
import { serviceRoutes } from './service.ts';
import { shareRoutes } from './shares.ts';
import { spaceCreationRoutes } from './space-creation.ts';
import { spaceMemberRoutes } from './space-members.ts';
import { spaceRoutes } from './spaces.ts';
import { teamChangeRoutes } from './team-changes.ts';
import { teamMemberRoutes } from './team-members.ts';
import { teamRoutes } from './teams.ts';
import { transferEndingRoutes } from './transfer-endings.ts';
import { transferSendingRoutes } from './transfer-sending.ts';
import { transferRoutes } from './transfers.ts';

/** A batch is answered before routing, since it routes by itself; it stands here for what its path allows. */
const batchRoutes = [
  route(sendBatch, () => {
    throw notFound('path');
  }),
];

/** Everything the sandbox answers under `/v1`. */
export const routes: readonly Route[] = [
  serviceRoutes,
  organizationRoutes,
  memberRoutes,
  memberChangeRoutes,
  memberStatusRoutes,
  invitationRoutes,
  invitingRoutes,
  teamRoutes,
  teamChangeRoutes,
  teamMemberRoutes,
  profileRoutes,
  recordRoutes,
  shareRoutes,
  recordStatusRoutes,
  transferRoutes,
  transferSendingRoutes,
  transferEndingRoutes,
  spaceRoutes,
  spaceCreationRoutes,
  spaceMemberRoutes,
  accessRoutes,
  auditRoutes,
  batchRoutes,
].flat();
